import { askedRows, type AskedRow } from '../criteria/criteria.js';
import type { Change, Finding } from '../criteria/criterion.js';
import type { NeedProfile, OptionProfile, Shelf } from './match.profile.js';

/** Best first: the order results are listed in. `excluded` is never listed. */
export const ELIGIBILITIES = ['eligible', 'to_confirm', 'near_miss', 'too_little_known', 'excluded'] as const;
export type Eligibility = (typeof ELIGIBILITIES)[number];
export const SHELVES: readonly Shelf[] = ['offered', 'owner_known'];

/** Scores are whole numbers on this scale, so that SQL and TypeScript sort alike; 1 000 000 of them make one point out of 100. */
export const SCORE_SCALE = 100_000_000;
export const PER_POINT = SCORE_SCALE / 100;
const MOST_UNKNOWN_IN_A_NEAR_MISS = 2;

export interface EvaluatedRow {
  readonly id: string;
  readonly hard: boolean;
  readonly weight: number;
  readonly finding: Finding;
  /** Of an unmet hard condition only. */
  readonly change: Change | null;
  /** Per mille; `null` = unknown, or not a preference. */
  readonly measure: number | null;
}

export interface Evaluation {
  readonly optionId: string;
  readonly siteId: string;
  readonly needId: string;
  readonly shelf: Shelf;
  readonly eligibility: Eligibility;
  /** Hard conditions, counted. */
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
  /** Known points over all weight, and the same with every unknown favourable. On SCORE_SCALE. */
  readonly low: number;
  readonly high: number;
  /** Per mille of the conditions and preferences asked whose answer is known. */
  readonly completeness: number;
  /** False when no preference is known: then no score is shown. */
  readonly scored: boolean;
  readonly rows: readonly EvaluatedRow[];
}

/**
 * The matching engine: one option against one need, three-valued (design: domain §4). Pure; both directions use it.
 * Pass `rows` when many options are evaluated against one need.
 */
export function evaluate(option: OptionProfile, need: NeedProfile, rows: readonly AskedRow[] = askedRows(need)): Evaluation {
  const evaluated = rows.map((asked) => evaluateRow(asked, option, need));
  const counts = countHard(evaluated);
  const unmetNear = evaluated.every((row) => row.change?.near ?? true);
  return {
    optionId: option.optionId,
    siteId: option.siteId,
    needId: need.needId,
    shelf: option.shelf,
    eligibility: eligibilityOf(counts.unmet, counts.unknown, unmetNear),
    ...counts,
    ...scoreOf(evaluated),
    completeness: completenessOf(evaluated),
    rows: evaluated,
  };
}

function evaluateRow({ row, hard, weight }: AskedRow, option: OptionProfile, need: NeedProfile): EvaluatedRow {
  const finding = row.find(option, need);
  const change = hard && finding.verdict === 'not_met' ? row.change(option, need) : null;
  return { id: row.id, hard, weight, finding, change, measure: weight > 0 ? measureOf(row, finding, option, need) : null };
}

function measureOf(row: AskedRow['row'], finding: Finding, option: OptionProfile, need: NeedProfile): number | null {
  const { measure, wished } = row.preference;
  if (measure !== 'met_or_not' && wished(need)) return measure(option, need);
  if (finding.verdict === 'unknown') return null;
  return finding.verdict === 'met' ? 1000 : 1;
}

function countHard(rows: readonly EvaluatedRow[]): { readonly met: number; readonly unmet: number; readonly unknown: number } {
  const count = (verdict: Finding['verdict']): number => rows.filter((row) => row.hard && row.finding.verdict === verdict).length;
  return { met: count('met'), unmet: count('not_met'), unknown: count('unknown') };
}

/** Exactly one unmet condition, within reach, and little else unknown: only then is it a near-miss. */
export function eligibilityOf(unmet: number, unknown: number, unmetNear: boolean): Eligibility {
  if (unmet === 0) return unknown === 0 ? 'eligible' : 'to_confirm';
  if (unmet > 1 || !unmetNear) return 'excluded';
  return unknown <= MOST_UNKNOWN_IN_A_NEAR_MISS ? 'near_miss' : 'too_little_known';
}

function scoreOf(rows: readonly EvaluatedRow[]): { readonly low: number; readonly high: number; readonly scored: boolean } {
  let all = 0;
  let known = 0;
  let knownPoints = 0;
  for (const { weight, measure } of rows) {
    all += weight;
    if (measure === null) continue;
    known += weight;
    knownPoints += weight * measure;
  }
  return {
    low: onScale(knownPoints, all),
    high: onScale(knownPoints + 1000 * (all - known), all),
    scored: known > 0,
  };
}

/** Rounded down, exactly: points are at most 1000 × weight, far below 2^53 once scaled. */
function onScale(points: number, weight: number): number {
  return weight === 0 ? 0 : Math.floor((points * (SCORE_SCALE / 1000)) / weight);
}

function completenessOf(rows: readonly EvaluatedRow[]): number {
  let asked = 0;
  let known = 0;
  for (const { hard, weight, finding, measure } of rows) {
    asked += Number(hard) + Number(weight > 0);
    known += Number(hard && finding.verdict !== 'unknown') + Number(measure !== null);
  }
  return asked === 0 ? 1000 : Math.floor((known * 1000) / asked);
}
