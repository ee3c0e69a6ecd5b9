import { AREA_ROWS } from './criteria.areas.js';
import { EFFORT_ROWS } from './criteria.effort.js';
import { FITNESS_ROWS } from './criteria.fitness.js';
import { TERM_ROWS } from './criteria.terms.js';
import { WHERE_ROWS } from './criteria.where.js';
import type { Criterion } from './criterion.js';
import type { NeedProfile } from '../engine/match.profile.js';

/** Stored with every result. Any change of a rule, a weight or a sentence needs a new one: a test holds the old results against it. */
export const METHOD_VERSION = '2026-11.1';

/** The table of criteria: hard conditions, preferences, sentences and SQL all come from its rows, in this order. */
export const CRITERIA: readonly Criterion[] = [
  WHERE_ROWS.zone,
  WHERE_ROWS.kind,
  AREA_ROWS.floorArea,
  AREA_ROWS.landArea,
  TERM_ROWS.tenure,
  TERM_ROWS.cost,
  TERM_ROWS.price,
  TERM_ROWS.availableBy,
  TERM_ROWS.longEnough,
  ...FITNESS_ROWS,
  EFFORT_ROWS.works,
  EFFORT_ROWS.walkToStop,
  WHERE_ROWS.distance,
];

/** What matters most to the holder weighs this many times more. */
export const MATTERS_MOST_FACTOR = 3;

/** A row as one need uses it. */
export interface AskedRow {
  readonly row: Criterion;
  /** A knock-out condition. */
  readonly hard: boolean;
  /** Weight among the preferences; 0 when it is not one. */
  readonly weight: number;
}

/** The rows a need asks for. They depend on the need alone: every place is measured against the same total weight. */
export function askedRows(need: NeedProfile): readonly AskedRow[] {
  return CRITERIA.flatMap((row) => {
    const asked = row.asked(need);
    const downgraded = asked && need.preferred.includes(row.id);
    const wished = row.preference.wished(need) || downgraded;
    const factor = need.matterMost.includes(row.id) ? MATTERS_MOST_FACTOR : 1;
    const used: AskedRow = { row, hard: asked && !downgraded, weight: wished ? row.preference.weight * factor : 0 };
    return used.hard || used.weight > 0 ? [used] : [];
  });
}
