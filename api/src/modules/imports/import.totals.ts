import { isWarned } from './import.causes.js';
import type { CauseTable, ImportTotals, Note, RowOutcome } from './import.types.js';

/** What happened to one row, in the words of the program; the report says it in the reader's language. */
export interface RowEntry {
  readonly line: number;
  outcome: RowOutcome;
  readonly sourceKey: string | null;
  recordId: string | null;
  notes: readonly Note[];
}

export function emptyTotals(): ImportTotals {
  return { rows: 0, created: 0, updated: 0, unchanged: 0, warned: 0, refused: 0, merged: 0, not_concerned: 0 };
}

/** Every row counts once under its outcome; `warned` says how many of those kept carry a warning. */
export function totalsOf(entries: readonly RowEntry[], causes: CauseTable): ImportTotals {
  const totals = emptyTotals();
  for (const entry of entries) {
    totals.rows++;
    totals[entry.outcome]++;
    if (entry.outcome !== 'refused' && entry.outcome !== 'not_concerned' && isWarned(entry.notes, causes)) totals.warned++;
  }
  return totals;
}

export function addTotals(left: ImportTotals, right: ImportTotals): ImportTotals {
  const sum = emptyTotals();
  for (const key of Object.keys(sum) as (keyof ImportTotals)[]) sum[key] = left[key] + right[key];
  return sum;
}

export interface CauseCount {
  readonly cause: string;
  readonly count: number;
  /** First note met, as an example. */
  readonly example: Note;
  readonly line: number;
}

/** Most frequent first; notes of rows that are not concerned say nothing useful and are left out. */
export function countCauses(entries: readonly RowEntry[]): CauseCount[] {
  const counts = new Map<string, { count: number; example: Note; line: number }>();
  for (const entry of entries) {
    if (entry.outcome === 'not_concerned') continue;
    for (const note of entry.notes) {
      const known = counts.get(note.cause);
      if (known) known.count++;
      else counts.set(note.cause, { count: 1, example: note, line: entry.line });
    }
  }
  return [...counts].map(([cause, found]) => ({ cause, ...found })).sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1));
}
