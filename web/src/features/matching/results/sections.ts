import type { Match, MatchResults, MatchSection } from '../match-types';

/** What a reader meets, in this order; each gathers the server's sections without changing their order. */
export const GROUPS = ['offered', 'ownerKnown', 'nearly', 'tooLittleKnown'] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf({ shelf, eligibility }: Pick<MatchSection, 'shelf' | 'eligibility'>): Group {
  if (eligibility === 'near_miss') return 'nearly';
  if (eligibility === 'too_little_known') return 'tooLittleKnown';
  return shelf === 'offered' ? 'offered' : 'ownerKnown';
}

export function sectionsIn(group: Group, results: MatchResults): MatchSection[] {
  return results.sections.filter((section) => groupOf(section) === group && section.total > 0);
}

export function totalIn(group: Group, results: MatchResults): number {
  return sectionsIn(group, results).reduce((sum, section) => sum + section.total, 0);
}

export interface Counts {
  readonly fits: number;
  readonly toConfirm: number;
  readonly nearly: number;
  readonly leads: number;
}

export function countsOf(results: MatchResults): Counts {
  const total = (eligibility: MatchSection['eligibility']) =>
    results.sections.filter((section) => section.eligibility === eligibility).reduce((sum, section) => sum + section.total, 0);
  return { fits: total('eligible'), toConfirm: total('to_confirm'), nearly: total('near_miss'), leads: results.leads.total };
}

/** Nothing published answers this need, not even nearly. */
export function nothingOffered(results: MatchResults): boolean {
  const { fits, toConfirm, nearly } = countsOf(results);
  return fits + toConfirm + nearly === 0;
}

export function allMatches(results: MatchResults): Match[] {
  return results.sections.flatMap((section) => section.items);
}
