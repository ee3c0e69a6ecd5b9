import type { TFunction } from 'i18next';
import { formatArea, formatDay, formatEuros, formatNumber } from '../../../lib/format';
import type { Language } from '../../../text/language';
import type { ConditionId } from './conditions';
import { readCorners } from '../../../map/corners';
import type { NeedSearch } from './need-search';

export type NeedT = TFunction<['need', 'vocabulary', 'common']>;

type TerritoryKind = 'region' | 'department' | 'epci' | 'commune';

/** Names of the territories chosen, by id; until they are known the id's own code is shown. */
export type TerritoryNames = Readonly<Record<string, string>>;

/** What was answered on one subject, in words: “150 à 300 m²”, “à moins de 40 km de Langres et dans Haute-Marne”. */
export function conditionWords(id: ConditionId, need: NeedSearch, t: NeedT, language: Language, names: TerritoryNames = {}): string {
  const list = (words: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
  const either = (words: readonly string[]) => new Intl.ListFormat(language, { type: 'disjunction' }).format(words);
  const euros = (amount: number | undefined) => formatEuros((amount ?? 0) * 100, language);
  switch (id) {
    case 'zone':
      return zoneWords(need, t, language, names);
    case 'kind':
      return either((need.kinds ?? []).map((kind) => t(`vocabulary:kind.${kind}`)));
    case 'floor_area':
      return areaWords(need.floorMin, need.floorMax, need.tolerance, t, language);
    case 'land_area':
      return areaWords(need.landMin, need.landMax, need.tolerance, t, language);
    case 'tenure':
      return either((need.tenures ?? []).map((tenure) => t(`vocabulary:tenure.${tenure}`)));
    case 'cost':
      return t('need:words.perMonth', { amount: euros(need.budget) });
    case 'price':
      return t('need:words.price', { amount: euros(need.price) });
    case 'available_by':
      return t('need:words.by', { day: formatDay(need.by ?? '', language) });
    case 'long_enough':
      return durationWords(need.months ?? 0, t, language);
    case 'features':
      return list((need.must ?? []).map((feature) => t(`vocabulary:feature.${feature}`)));
    case 'wishes':
      return list((need.wish ?? []).map((feature) => t(`vocabulary:feature.${feature}`)));
    case 'use':
      return list((need.uses ?? []).map((use) => t(`vocabulary:use.${use}`)));
    case 'free_of':
      return list((need.without ?? []).map((constraint) => t(`vocabulary:constraint.${constraint}`)));
    case 'works':
      return need.works === 0 ? t('need:words.noWorks') : t('need:words.works', { amount: euros(need.works) });
    case 'walk_to_stop':
      return t('need:words.walk', { minutes: formatNumber(need.walk ?? 0, language) });
    case 'distance':
      return need.preferName ?? need.nearName ?? t('need:words.point');
  }
}

export function zoneWords(need: NeedSearch, t: NeedT, language: Language, names: TerritoryNames): string {
  const territories = (need.in ?? []).map((id) => {
    const [kind, code = ''] = id.split(':');
    return t(`need:words.territory.${kind as TerritoryKind}`, { name: names[id] ?? code });
  });
  const either = new Intl.ListFormat(language, { type: 'disjunction' });
  const corners = readCorners(need.drawn).length;
  const areas = [
    need.near
      ? t('need:words.circle', { radius: formatNumber(need.radiusKm ?? 30, language, 1), centre: need.nearName ?? t('need:words.point') })
      : '',
    territories.length > 0 ? t('need:words.inside', { territories: either.format(territories) }) : '',
    corners > 0 ? t('need:words.drawn') : '',
  ].filter((area) => area !== '');
  return areas.join(need.combine === 'any' ? ` ${t('need:words.or')} ` : ` ${t('need:words.and')} `);
}

function areaWords(min: number | undefined, max: number | undefined, tolerance: number | undefined, t: NeedT, language: Language): string {
  const bounds =
    min !== undefined && max !== undefined
      ? t('need:words.between', { min: formatNumber(min, language), max: formatArea(max, language) })
      : min !== undefined
        ? t('need:words.atLeast', { area: formatArea(min, language) })
        : t('need:words.atMost', { area: formatArea(max ?? 0, language) });
  return tolerance ? t('need:words.tolerance', { bounds, percent: tolerance }) : bounds;
}

export function durationWords(months: number, t: NeedT, language: Language): string {
  const years = months / 12;
  return Number.isInteger(years) && years > 0
    ? t('need:words.years', { count: years, formatted: formatNumber(years, language) })
    : t('need:words.months', { count: months, formatted: formatNumber(months, language) });
}
