import { CRITERIA, METHOD_VERSION } from '../criteria/criteria.js';
import type { Criterion, Verdict } from '../criteria/criterion.js';
import type { Strength } from './match.profile.js';
import { PER_POINT, SCORE_SCALE, type Eligibility, type EvaluatedRow, type Evaluation } from './match.rules.js';
import { capsOf, sharesOf } from './match.shares.js';
import { summaryOf, type Audience } from './match.summary.js';
import { factInWords, type Lang, type Names } from './match.words.js';

/** A match put into words, from the rows that computed it. */
export interface ExplainedRow {
  readonly id: string;
  readonly label: string;
  readonly strength: Strength;
  readonly verdict: Verdict;
  readonly asked: string;
  readonly found: string | null;
  readonly sentence: string;
  /** To ask the owner, when unknown. */
  readonly question: string | null;
  /** The smallest change on either side, when unmet. */
  readonly change: { readonly project: string | null; readonly place: string | null } | null;
  /** Whole points: they add up exactly to the score shown. `null` when it is no preference, or unknown. */
  readonly points: number | null;
  /** Whole points at most, about 100 over all rows. */
  readonly outOf: number | null;
}

export interface Explanation {
  readonly version: string;
  readonly eligibility: Eligibility;
  readonly summary: string;
  /** 0 to 100; `null` when no preference is known. `high` = with every unknown favourable. */
  readonly score: { readonly low: number; readonly high: number } | null;
  readonly completenessPercent: number;
  readonly conditions: { readonly met: number; readonly notMet: number; readonly unknown: number };
  readonly questions: readonly string[];
  readonly rows: readonly ExplainedRow[];
}

const rowById: ReadonlyMap<string, Criterion> = new Map(CRITERIA.map((row) => [row.id, row]));

export function criterionOf(id: string): Criterion {
  const row = rowById.get(id);
  if (row === undefined) throw new Error(`No criterion is called ${id}.`);
  return row;
}

/** Half a point rounds up. */
export const shownScore = (key: number): number => Math.floor((key + PER_POINT / 2) / PER_POINT);

export function explain(evaluation: Evaluation, lang: Lang, audience: Audience = 'project', names?: Names): Explanation {
  const weights = evaluation.rows.map((row) => row.weight);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const low = shownScore(evaluation.low);
  const points = sharesOf(
    evaluation.rows.map((row) => row.weight * (row.measure ?? 0)),
    all * 1000,
    evaluation.scored ? low : 0,
  );
  const outOf = capsOf(weights, all, points);
  const rows = evaluation.rows.map((row, index) => explainRow(row, points[index] ?? 0, outOf[index] ?? 0, lang, names));
  return {
    version: METHOD_VERSION,
    eligibility: evaluation.eligibility,
    summary: summaryOf(evaluation, lang, audience),
    score: evaluation.scored ? { low, high: evaluation.high === SCORE_SCALE ? 100 : shownScore(evaluation.high) } : null,
    completenessPercent: Math.floor(evaluation.completeness / 10),
    conditions: { met: evaluation.met, notMet: evaluation.unmet, unknown: evaluation.unknown },
    questions: [...new Set(rows.map((row) => row.question).filter((question) => question !== null))],
    rows,
  };
}

function explainRow(row: EvaluatedRow, points: number, outOf: number, lang: Lang, names?: Names): ExplainedRow {
  const text = criterionOf(row.id).text[lang];
  const { verdict } = row.finding;
  const asked = factInWords(row.finding.asked, lang, names);
  const found = row.finding.found === null ? null : factInWords(row.finding.found, lang, names);
  return {
    id: row.id,
    label: text.label,
    strength: row.hard ? 'required' : 'preferred',
    verdict,
    asked,
    found,
    sentence: verdict === 'unknown' ? text.unknown(asked) : (verdict === 'met' ? text.met : text.notMet)(found ?? '', asked),
    question: verdict === 'unknown' || (row.weight > 0 && row.measure === null) ? text.question : null,
    change: changeInWords(row, lang),
    points: row.weight > 0 && row.measure !== null ? points : null,
    outOf: row.weight > 0 ? outOf : null,
  };
}

/** “Porter le budget à 7 200 € par an” for the project, “ramener le coût à 6 000 € par an” for the place. */
function changeInWords(row: EvaluatedRow, lang: Lang): ExplainedRow['change'] {
  if (row.change === null) return null;
  const { changeNeed, changePlace } = criterionOf(row.id).text[lang];
  const { onNeed, onPlace } = row.change;
  return {
    project: onNeed === null || changeNeed === null ? null : changeNeed(factInWords(onNeed, lang)),
    place: onPlace === null || changePlace === null ? null : changePlace(factInWords(onPlace, lang)),
  };
}
