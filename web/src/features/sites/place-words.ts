import type { TFunction } from 'i18next';
import { formatArea, formatDay, formatEuros } from '../../lib/format';
import type { Language } from '../../text/language';
import type { SiteCard } from './site-types';

type T = TFunction<['places', 'vocabulary', 'common']>;

/** “120 à 250 m²”; `null` when the floor area is not known. */
export function floorAreaWords(place: Pick<SiteCard, 'floorAreaMinM2' | 'floorAreaMaxM2'>, t: T, language: Language): string | null {
  const { floorAreaMinM2: min, floorAreaMaxM2: max } = place;
  if (max === null) return null;
  if (min === null || min === max) return formatArea(max, language);
  return t('places:card.areaRange', { min: formatArea(min, language), max: formatArea(max, language) });
}

/** “450 € par mois”, “gratuit”; `null` when no cost is known. */
export function costWords(place: Pick<SiteCard, 'costCentsPerYear' | 'priceCents'>, t: T, language: Language): string | null {
  const { costCentsPerYear: cost, priceCents: price } = place;
  if (cost === 0) return t('places:card.free');
  if (cost !== null) return t('places:card.perMonth', { amount: formatEuros(Math.round(cost / 1200) * 100, language) });
  return price === null ? null : t('places:card.forSale', { amount: formatEuros(price, language) });
}

export function availabilityWords(availableFrom: string | null, today: string, t: T, language: Language): string | null {
  if (availableFrom === null) return null;
  return availableFrom <= today
    ? t('places:card.availableNow')
    : t('places:card.availableFrom', { day: formatDay(availableFrom, language) });
}

export function placeLine(place: Pick<SiteCard, 'commune'>, t: T): string {
  if (!place.commune) return t('places:card.communeUnknown');
  return place.commune.departmentCode ? `${place.commune.name} (${place.commune.departmentCode})` : place.commune.name;
}
