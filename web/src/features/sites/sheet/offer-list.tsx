import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuros } from '../../../lib/format';
import { currentLanguage } from '../../../text/i18n';
import type { Offer, SiteView } from '../site-types';
import { OfferDates } from './offer-dates';
import { Unknown } from './unknown';

/** One ticket per thing that can be had: under which deed, for how much, from when to when. */
export function OfferList({ site }: { readonly site: SiteView }) {
  const { t } = useTranslation('place');
  if (site.offers.length === 0) return <p>{t('offers.none')}</p>;
  const nameOf = (offer: Offer) => site.premises.find((part) => part.id === offer.premisesId)?.name ?? t('offers.whole');
  return (
    <ul className="offers">
      {site.offers.map((offer) => (
        <li key={offer.id} className="offer">
          <OfferTicket offer={offer} name={nameOf(offer)} />
        </li>
      ))}
    </ul>
  );
}

function OfferTicket({ offer, name }: { readonly offer: Offer; readonly name: string }) {
  const { t } = useTranslation(['place', 'vocabulary']);
  const language = currentLanguage();
  const yearly = (cents: number | null) =>
    cents === null ? (
      <Unknown short />
    ) : cents === 0 ? (
      t('place:offers.free')
    ) : (
      t('place:offers.perYear', { amount: formatEuros(cents, language) })
    );
  const { costCentsPerYear: total } = offer;
  return (
    <>
      <div className="offer-head">
        <h3>{offer.tenure === null ? t('place:offers.tenureUnknown') : t(`vocabulary:tenure.${offer.tenure}`)}</h3>
        <p className="offer-for">{name}</p>
      </div>
      <dl className="fact-list offer-facts">
        {offer.tenure === 'sale' ? (
          <Line label={t('place:offers.price')}>{offer.priceCents === null ? <Unknown /> : formatEuros(offer.priceCents, language)}</Line>
        ) : (
          <>
            <Line label={t('place:offers.rent')}>{yearly(offer.rentCentsPerYear)}</Line>
            <Line label={t('place:offers.charges')}>{yearly(offer.chargesCentsPerYear)}</Line>
            <Line label={t('place:offers.taxes')}>{yearly(offer.taxesCentsPerYear)}</Line>
            {total === null || total === 0 ? null : (
              <Line label={t('place:offers.total')}>
                <strong>{yearly(total)}</strong>,{' '}
                {t('place:offers.perMonth', { amount: formatEuros(Math.round(total / 1200) * 100, language) })}
              </Line>
            )}
          </>
        )}
        <OfferDates offer={offer} />
        {offer.tenure === 'sale' ? null : <Line label={t('place:offers.term')}>{termWords(offer, t) ?? <Unknown />}</Line>}
        {offer.depositCents === null ? null : <Line label={t('place:offers.deposit')}>{formatEuros(offer.depositCents, language)}</Line>}
        {offer.worksCentsEstimate === null ? null : (
          <Line label={t('place:offers.works')}>
            {offer.worksCentsEstimate === 0 ? t('place:offers.worksNone') : formatEuros(offer.worksCentsEstimate, language)}
            {offer.worksPaidByOwner === null || offer.worksCentsEstimate === 0
              ? null
              : `, ${t(offer.worksPaidByOwner ? 'place:offers.worksByOwner' : 'place:offers.worksByTenant')}`}
          </Line>
        )}
        {offer.activitiesWelcome?.length ? (
          <Line label={t('place:offers.activities')}>
            {offer.activitiesWelcome.map((word) => t(`vocabulary:activity.${word}`)).join(', ')}
          </Line>
        ) : null}
        {offer.activitiesExcluded?.length ? (
          <Line label={t('place:offers.excluded')}>
            {offer.activitiesExcluded.map((word) => t(`vocabulary:activity.${word}`)).join(', ')}
          </Line>
        ) : null}
      </dl>
      {offer.freeGround ? <p className="offer-ground">{t('place:offers.freeGround', { ground: offer.freeGround })}</p> : null}
    </>
  );
}

/** “de 12 à 72 mois”; one bound may be known without the other. */
function termWords(offer: Offer, t: TFunction<['place', 'vocabulary']>): string | null {
  const { minTermMonths: min, maxTermMonths: max } = offer;
  const months = (count: number) => t('place:offers.months', { count });
  if (min !== null && max !== null)
    return min === max ? months(min) : t('place:offers.termBetween', { min: months(min), max: months(max) });
  if (min !== null) return t('place:offers.termAtLeast', { min: months(min) });
  return max === null ? null : t('place:offers.termAtMost', { max: months(max) });
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="fact-row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
