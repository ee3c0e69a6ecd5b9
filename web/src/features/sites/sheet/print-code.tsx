import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstantDay } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';

/** On paper only: a QR code to the page, its address in letters and the day of printing. */
export function PrintCode({ path }: { readonly path: string }) {
  const { t } = useTranslation('place');
  const [picture, setPicture] = useState<string | null>(null);
  const address = `${location.origin}${path}`;
  useEffect(() => {
    let wanted = true;
    void import('qrcode').then(async ({ default: qrcode }) => {
      const url = await qrcode.toDataURL(address, { margin: 0, width: 320 });
      if (wanted) setPicture(url);
    });
    return () => {
      wanted = false;
    };
  }, [address]);
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
