import type { TFunction } from 'i18next';
import { formatArea, formatDay, formatEuros, formatNumber } from '../../lib/format';
import { readCorners } from '../../map/corners';
import type { Language } from '../../text/language';
import type { PlaceSearch, RelaxableKey } from './place-search';

type T = TFunction<['places', 'vocabulary']>;

/** What a filter says, in words, for its chip and for the offer to take it off. `territoryName` turns ids into names. */
export function filterLabel(
  key: RelaxableKey,
  search: PlaceSearch,
  t: T,
  language: Language,
  territoryName: (id: string) => string,
): string {
  switch (key) {
    case 'q':
      return t('places:chip.q', { value: search.q ?? '' });
    case 'kind':
      return (search.kind ?? []).map((word) => t(`vocabulary:kind.${word}`)).join(', ');
    case 'tenure':
      return (search.tenure ?? []).map((word) => t(`vocabulary:tenure.${word}`)).join(', ');
    case 'features':
      return (search.features ?? []).map((word) => t(`vocabulary:feature.${word}`)).join(', ');
    case 'ownerKind':
      return (search.ownerKind ?? []).map((word) => t(`vocabulary:ownerKind.${word}`)).join(', ');
    case 'territory':
      return (search.territory ?? []).map(territoryName).join(', ');
    case 'near':
      return t('places:chip.near', {
        radius: `${formatNumber(search.radiusKm ?? 0, language)} km`,
        name: search.nearName ?? t('places:chip.nearPoint'),
      });
    case 'bbox':
      return t('places:chip.bbox');
    case 'zone':
      return t('places:chip.zone', { count: readCorners(search.zone).length });
    case 'areaMinM2':
      return t('places:chip.areaMinM2', { value: formatArea(search.areaMinM2 ?? 0, language) });
    case 'areaMaxM2':
      return t('places:chip.areaMaxM2', { value: formatArea(search.areaMaxM2 ?? 0, language) });
    case 'costMaxEurosPerMonth':
      return t('places:chip.costMaxEurosPerMonth', { value: formatEuros((search.costMaxEurosPerMonth ?? 0) * 100, language) });
    case 'availableBy':
      return t('places:chip.availableBy', { value: formatDay(search.availableBy ?? '', language) });
  }
}
