import { useTranslation } from 'react-i18next';
import { formatInstantDay } from '../../../lib/format';
import { useQrCode } from '../../../lib/use-qr-code';
import { currentLanguage } from '../../../text/i18n';

/** On paper only: a QR code to the page, its address in letters and the day of printing. */
export function PrintCode({ path }: { readonly path: string }) {
  const { t } = useTranslation('place');
  const address = `${location.origin}${path}`;
  const picture = useQrCode(address, 320);
  return (
    <div className="print-only print-code">
      {picture ? <img src={picture} alt="" width={110} height={110} /> : null}
      <p>
        <strong>{t('print.qr')}</strong>
        <br />
        {address}
        <br />
        {t('print.printedOn', { day: formatInstantDay(new Date().toISOString(), currentLanguage()) })}
      </p>
    </div>
  );
}
