import { ELIGIBILITIES, SHELVES, type Evaluation } from './match.rules.js';

/** Shelf, eligibility, low, high, completeness, id: total and stable. The first is the best. */
export function compareMatches(a: Evaluation, b: Evaluation): number {
  return (
    SHELVES.indexOf(a.shelf) - SHELVES.indexOf(b.shelf) ||
    ELIGIBILITIES.indexOf(a.eligibility) - ELIGIBILITIES.indexOf(b.eligibility) ||
    b.low - a.low ||
    b.high - a.high ||
    b.completeness - a.completeness ||
    byText(a.siteId, b.siteId) ||
    byText(a.needId, b.needId) ||
    byText(a.optionId, b.optionId)
  );
}

/** Code-unit order: that of PostgreSQL's uuid type for lower-case ids. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What a site is listed as: the best of its options that are not excluded; `null` when all are. */
export function bestOption(evaluations: readonly Evaluation[]): Evaluation | null {
  return evaluations.filter((one) => one.eligibility !== 'excluded').sort(compareMatches)[0] ?? null;
}

/** One line per site, best first. */
export function rankSites(evaluations: readonly Evaluation[]): Evaluation[] {
  return rankBest(evaluations, (one) => one.siteId);
}

/** The mirror: one line per project, best first, whichever of the site's options suits it. */
export function rankProjects(evaluations: readonly Evaluation[]): Evaluation[] {
  return rankBest(evaluations, (one) => one.needId);
}

function rankBest(evaluations: readonly Evaluation[], keyOf: (one: Evaluation) => string): Evaluation[] {
  return [...groupBy(evaluations, keyOf).values()]
    .map((options) => bestOption(options))
    .filter((best) => best !== null)
    .sort(compareMatches);
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
