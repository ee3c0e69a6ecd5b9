import type { AskedRow } from './criteria.js';
import { askedRows } from './criteria.js';
import { explain } from './match.explanation.js';
import type { NeedProfile, OptionProfile } from './match.profile.js';
import { evaluate } from './match.rules.js';
import { factInWords, type Lang } from './match.words.js';
import { distanceM } from './match.zone.js';
import type { Lead, Match, MatchedOption, MatchedPlace, TryResult } from './matching.schemas.js';

/** From the engine's results to what the API answers. */

interface Found {
  readonly site: MatchedPlace;
  readonly name: MatchedOption;
  readonly option: OptionProfile;
  readonly need: NeedProfile;
  readonly rows: readonly AskedRow[];
}

export function explainMatch({ site, name, option, need, rows }: Found, lang: Lang): Match {
  const evaluation = evaluate(option, need, rows);
  const told = explain(evaluation, lang);
  return {
    site,
    option: name,
    shelf: evaluation.shelf,
    eligibility: evaluation.eligibility as Match['eligibility'],
    summary: told.summary,
    score: told.score,
    completenessPercent: told.completenessPercent,
    conditions: told.conditions,
    distanceM: need.preferredPoint !== null && option.point !== null ? distanceM(need.preferredPoint, option.point) : null,
    questions: [...told.questions],
    rows: told.rows.map((row) => ({ ...row, change: row.change === null ? null : { ...row.change } })),
  };
}

/** What is known of a lead and what to ask, condition by condition: no class, no score. */
export function explainLead(option: OptionProfile, need: NeedProfile, lang: Lang): Pick<Lead, 'known' | 'questions'> {
  const conditions = askedRows(need).filter(({ hard, row }) => hard && row.id !== 'zone');
  const told = conditions.map(({ row }) => {
    const finding = row.find(option, need);
    const text = row.text[lang];
    const [found, asked] = [finding.found === null ? '' : factInWords(finding.found, lang), factInWords(finding.asked, lang)];
    if (finding.verdict === 'unknown') return { known: null, question: text.question };
    return { known: (finding.verdict === 'met' ? text.met : text.notMet)(found, asked), question: null };
  });
  return {
    known: told.map(({ known }) => known).filter((sentence) => sentence !== null),
    questions: [...new Set(told.map(({ question }) => question).filter((sentence) => sentence !== null))],
  };
}

/** The knock-out conditions of the need, as they were understood. */
export function whatWasAsked(need: NeedProfile, lang: Lang): TryResult['conditionsAsked'] {
  return askedRows(need)
    .filter(({ hard }) => hard)
    .map(({ row }) => ({ id: row.id, label: row.text[lang].label, asked: askedInWords(row, need, lang) }));
}

/** Every place is asked the same: a blank one tells what. */
function askedInWords(row: AskedRow['row'], need: NeedProfile, lang: Lang): string {
  return factInWords(row.find(BLANK, need).asked, lang);
}

const nothing = new Proxy({}, { get: () => null });
const BLANK = new Proxy({} as OptionProfile, {
  get: (_target, fact) => (fact === 'features' || fact === 'uses' || fact === 'constraints' ? nothing : null),
});
