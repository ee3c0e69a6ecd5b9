import type { TFunction } from 'i18next';
import { formatNumber } from '../../../lib/format';
import type { Language } from '../../../text/language';
import type { MatchResults } from '../match-types';
import { countsOf } from './sections';

/** “2 lieux conviennent, 5 sont à confirmer et 3 conviennent presque.” Zeros are left out; nothing at all is said plainly. */
export function headline(results: MatchResults, t: TFunction<'results'>, language: Language): string {
  const counts = countsOf(results);
  const parts = (['fits', 'toConfirm', 'nearly'] as const)
    .filter((key) => counts[key] > 0)
    .map((key) => t(`headline.${key}`, { count: counts[key], formatted: formatNumber(counts[key], language) }));
  if (parts.length === 0) return t('headline.nothing');
  const sentence = new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
