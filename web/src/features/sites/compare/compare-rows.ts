import type { TFunction } from 'i18next';
import { formatArea, formatDay, formatEuros, formatNumber } from '../../../lib/format';
import type { Language } from '../../../text/language';
import type { Offer, Premises, SiteView } from '../site-types';
import { CONSTRAINTS, FEATURES } from '../site-words';

type T = TFunction<['compare', 'vocabulary', 'places', 'common', 'place']>;

export interface CompareRow {
  readonly key: string;
  readonly label: string;
  /** One per place, in their order; null = unknown. */
  readonly values: readonly (string | null)[];
  /** What is known is not the same everywhere. */
  readonly differs: boolean;
}

/** Everything that helps to choose, in one order; a row nobody knows anything about is still a question to ask. */
export function compareRows(sites: readonly SiteView[], t: T, language: Language): CompareRow[] {
  const row = (key: string, label: string, valueOf: (site: SiteView) => string | null): CompareRow => {
    const values = sites.map(valueOf);
    return { key, label, values, differs: new Set(values.filter((value) => value !== null)).size > 1 };
  };
  const yesNo = (known: boolean | null) => (known === null ? null : t(known ? 'common:yes' : 'common:no'));
  const euros = (cents: number | null) => (cents === null ? null : formatEuros(cents, language));
  const months = (count: number | null) => (count === null ? null : t('place:offers.months', { count }));
  return [
    row('kind', t('compare:row.kind'), ({ kind }) => t(`vocabulary:kind.${kind}`)),
    row('commune', t('compare:row.commune'), ({ territories }) => territories.commune?.name ?? null),
    row('state', t('compare:row.state'), (site) => (site.shelf === null ? t('compare:taken') : t(`compare:shelf.${site.shelf}`))),
    row('floorArea', t('compare:row.floorArea'), (site) => rangeOf(site.premises, 'floorAreaM2', (area) => formatArea(area, language))),
    row('landArea', t('compare:row.landArea'), ({ facts }) =>
      facts.landAreaM2.value === null ? null : formatArea(facts.landAreaM2.value, language),
    ),
    row('tenure', t('compare:row.tenure'), ({ offers }) =>
      listOf(offers.flatMap(({ tenure }) => (tenure === null ? [] : [t(`vocabulary:tenure.${tenure}`)]))),
    ),
    row('cost', t('compare:row.cost'), ({ offers }) => {
      const cents = lowest(offers.filter(({ tenure }) => tenure !== 'sale').map(({ costCentsPerYear }) => costCentsPerYear));
      return cents === 0
        ? t('places:card.free')
        : cents === null
          ? null
          : t('compare:perMonth', { amount: formatEuros(Math.round(cents / 1200) * 100, language) });
    }),
    row('price', t('compare:row.price'), ({ offers }) => euros(lowest(offers.map(({ priceCents }) => priceCents)))),
    row('from', t('compare:row.from'), ({ offers }) => {
      const [first] = offers.flatMap(({ availableFrom }) => (availableFrom === null ? [] : [availableFrom])).sort();
      return first === undefined ? null : formatDay(first, language);
    }),
    row('until', t('compare:row.until'), ({ offers }) => untilWords(offers, t, language)),
    row('minTerm', t('compare:row.minTerm'), ({ offers }) => months(lowest(offers.map(({ minTermMonths }) => minTermMonths)))),
    row('maxTerm', t('compare:row.maxTerm'), ({ offers }) => months(highest(offers.map(({ maxTermMonths }) => maxTermMonths)))),
    row('condition', t('compare:row.condition'), ({ facts }) =>
      facts.condition.value === null ? null : t(`vocabulary:condition.${facts.condition.value}`),
    ),
    row('power', t('compare:row.power'), ({ premises }) =>
      rangeOf(premises, 'powerKva', (kva) => `${formatNumber(kva, language, 1)}\u00a0kVA`),
    ),
    ...FEATURES.map((word) => row(`feature.${word}`, t(`vocabulary:feature.${word}`), (site) => yesNo(anywhere(site, word)))),
    ...CONSTRAINTS.map((word) =>
      row(`constraint.${word}`, t(`vocabulary:constraint.${word}`), ({ constraints }) => yesNo(constraints[word] ?? null)),
    ),
    row('stop', t('compare:row.stop'), ({ access }) => {
      const [nearest] = access.stops;
      return nearest ? t('compare:stop', { name: nearest.name, minutes: nearest.walkMinutes }) : null;
    }),
    row('propertyStatus', t('compare:row.propertyStatus'), ({ facts }) =>
      facts.propertyStatus.value === null ? null : t(`vocabulary:propertyStatus.${facts.propertyStatus.value}`),
    ),
    row('owner', t('compare:row.owner'), ({ owner }) => owner.organisation?.name ?? owner.name ?? null),
    row('known', t('compare:row.known'), ({ completeness }) =>
      t('compare:known', { known: completeness.known, asked: completeness.asked }),
    ),
  ];
}

/** Yes when the place or one of its premises has it; no only when all that is known says no. */
function anywhere(site: SiteView, word: (typeof FEATURES)[number]): boolean | null {
  const said = [site.features[word], ...site.premises.map(({ features }) => features[word])];
  if (said.includes(true)) return true;
  return said.includes(false) ? false : null;
}

function known(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

function lowest(values: readonly (number | null)[]): number | null {
  const numbers = known(values);
  return numbers.length === 0 ? null : Math.min(...numbers);
}

function highest(values: readonly (number | null)[]): number | null {
  const numbers = known(values);
  return numbers.length === 0 ? null : Math.max(...numbers);
}

/** “120 m² – 240 m²”: the smallest and the largest of the premises. */
function rangeOf(premises: readonly Premises[], field: 'floorAreaM2' | 'powerKva', say: (value: number) => string): string | null {
  const values = premises.map((part) => part[field]);
  const [low, high] = [lowest(values), highest(values)];
  if (low === null || high === null) return null;
  return low === high ? say(low) : `${say(low)} – ${say(high)}`;
}

function listOf(words: readonly string[]): string | null {
  return words.length === 0 ? null : [...new Set(words)].sort((one, other) => one.localeCompare(other)).join(', ');
}

function untilWords(offers: readonly Offer[], t: T, language: Language): string | null {
  if (offers.some(({ openEnded }) => openEnded)) return t('place:offers.openEnded');
  const last = offers
    .flatMap(({ availableUntil }) => (availableUntil === null ? [] : [availableUntil]))
    .sort()
    .at(-1);
  return last === undefined ? null : formatDay(last, language);
}
