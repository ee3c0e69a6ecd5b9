import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import type { Offer } from '../site-types';
import { Unknown } from './unknown';

/** “from 1 March 2027, with no end date”; an unknown end is said to be unknown. */
export function OfferDates({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('place');
  const language = currentLanguage();
  const end = offer.openEnded
    ? t('offers.openEnded')
    : offer.availableUntil
      ? t('offers.until', { day: formatDay(offer.availableUntil, language) })
      : t('offers.endUnknown');
  return (
    <div className="fact-row">
      <dt>{t('offers.from')}</dt>
      <dd>
        {offer.availableFrom === null ? <Unknown /> : t('offers.fromDay', { day: formatDay(offer.availableFrom, language) })}
        {`, ${end}`}
      </dd>
    </div>
  );
}
