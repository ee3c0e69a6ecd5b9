/** The ranking of a call: a pure function of the frozen grid and of the locked scores. Whole numbers only, so that equal is equal. */

export interface Grid {
  readonly scaleMax: number;
  readonly criteria: readonly { readonly id: string; readonly label: string; readonly weight: number }[];
  /** Criteria that decide between equal totals, the first one first. */
  readonly tieBreak: readonly string[];
}

export interface Scored {
  readonly applicationId: string;
  /** Null for a call by zone, which has one ranking. */
  readonly lots: readonly string[] | null;
  /** One line per reviewer who has locked: the score of each criterion. */
  readonly readings: readonly Readonly<Record<string, number>>[];
}

/** Exact: compare by crossing, never by dividing. */
export interface Fraction {
  readonly over: number;
  readonly under: number;
}

export interface RankedLine {
  readonly applicationId: string;
  /** Equal totals that the published rule does not part share a rank. Null: too few have read it. */
  readonly rank: number | null;
  readonly readers: number;
  /** Of 100. */
  readonly total: Fraction;
  /** Mean of each criterion on the scale, and the lowest and highest score given. */
  readonly criteria: readonly {
    readonly id: string;
    readonly mean: Fraction;
    readonly lowest: number | null;
    readonly highest: number | null;
  }[];
  /** What parted it from the equal total just above it. */
  readonly tie: { readonly with: string; readonly decidedBy: string | null } | null;
}

export interface LotRanking {
  readonly lot: string | null;
  readonly lines: readonly RankedLine[];
}

export function compareFractions(a: Fraction, b: Fraction): number {
  return a.over * b.under - b.over * a.under;
}

/** Hundredths, rounded half up, for display only: 7 667 is “76.67”. */
export function hundredths({ over, under }: Fraction): number {
  return Math.floor((over * 200 + under) / (2 * under));
}

/** @param quorum readers an application needs to be ranked */
export function rankLots(grid: Grid, scored: readonly Scored[], lots: readonly string[], quorum: number): LotRanking[] {
  const asked: readonly (string | null)[] = lots.length === 0 ? [null] : lots;
  return asked.map((lot) => ({
    lot,
    lines: rank(
      grid,
      scored.filter((one) => lot === null || one.lots === null || one.lots.includes(lot)),
      quorum,
    ),
  }));
}

function rank(grid: Grid, scored: readonly Scored[], quorum: number): RankedLine[] {
  const measured = scored.map((one) => measure(grid, one));
  const read = measured.filter(({ readers }) => readers >= quorum).sort((a, b) => order(grid, a, b));
  const lines: RankedLine[] = [];
  for (const [index, line] of read.entries()) {
    const above = lines[index - 1];
    const isTied = above !== undefined && compareFractions(above.total, line.total) === 0;
    const decidedBy = isTied ? parting(grid, above, line) : null;
    const isEqual = isTied && decidedBy === null;
    lines.push({
      ...line,
      rank: isEqual ? above.rank : index + 1,
      tie: isTied ? { with: above.applicationId, decidedBy } : null,
    });
  }
  return [...lines, ...measured.filter(({ readers }) => readers < quorum).sort((a, b) => (a.applicationId < b.applicationId ? -1 : 1))];
}

function measure({ criteria, scaleMax }: Grid, { applicationId, readings }: Scored): RankedLine {
  const readers = readings.length;
  const under = Math.max(readers, 1);
  const means = criteria.map(({ id }) => {
    const given = readings.map((scores) => scores[id] ?? 0);
    return {
      id,
      mean: { over: given.reduce((sum, score) => sum + score, 0), under },
      lowest: readers === 0 ? null : Math.min(...given),
      highest: readers === 0 ? null : Math.max(...given),
    };
  });
  const over = criteria.reduce((sum, { weight }, index) => sum + weight * (means[index]?.mean.over ?? 0), 0);
  return { applicationId, rank: null, readers, total: { over, under: under * scaleMax }, criteria: means, tie: null };
}

/** Best first; what nothing parts keeps the order of the numbers, under one rank. */
function order(grid: Grid, a: RankedLine, b: RankedLine): number {
  const byTotal = compareFractions(b.total, a.total);
  if (byTotal !== 0) return byTotal;
  const decided = parting(grid, a, b);
  if (decided === null) return a.applicationId < b.applicationId ? -1 : 1;
  return compareFractions(meanOf(b, decided), meanOf(a, decided));
}

/** The first criterion of the published rule on which two equal totals differ. */
function parting({ tieBreak }: Grid, a: RankedLine, b: RankedLine): string | null {
  return tieBreak.find((id) => compareFractions(meanOf(a, id), meanOf(b, id)) !== 0) ?? null;
}

const NOTHING: Fraction = { over: 0, under: 1 };
function meanOf({ criteria }: RankedLine, id: string): Fraction {
  return criteria.find((criterion) => criterion.id === id)?.mean ?? NOTHING;
}
