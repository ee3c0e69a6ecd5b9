import type { ExplainedRow } from '../match-types';

const ORDER = { not_met: 0, unknown: 1, met: 2 } as const;

/** Knock-outs first, then what is not known, then what fits; conditions before mere preferences. */
export function worstFirst(rows: readonly ExplainedRow[]): ExplainedRow[] {
  const rank = (row: ExplainedRow) => (row.strength === 'required' ? ORDER[row.verdict] : 3 + ORDER[row.verdict]);
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

export const knockOuts = (rows: readonly ExplainedRow[]) => rows.filter((row) => row.strength === 'required' && row.verdict === 'not_met');
export const unknowns = (rows: readonly ExplainedRow[]) => rows.filter((row) => row.strength === 'required' && row.verdict === 'unknown');

/** How far a row's bar goes: points earned among the points it may bring, or all and nothing for a plain condition. */
export function shares(row: ExplainedRow): { readonly low: number; readonly high: number } {
  if (row.points !== null && row.outOf) return { low: row.points / row.outOf, high: row.points / row.outOf };
  if (row.verdict === 'unknown' || (row.outOf !== null && row.points === null)) return { low: 0, high: 1 };
  return row.verdict === 'met' ? { low: 1, high: 1 } : { low: 0, high: 0 };
}

/** What was asked, as people said it: the area with its names; a distance is never asked for, the closer the better. */
export function askedWords(row: ExplainedRow, zone: string): string {
  if (row.id === 'distance') return '—';
  return row.id === 'zone' && zone ? zone : row.asked;
}
