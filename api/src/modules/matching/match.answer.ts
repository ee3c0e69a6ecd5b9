import type { AskedRow } from './criteria/criteria.js';
import { askedRows } from './criteria/criteria.js';
import type { Fact } from './criteria/criterion.js';
import { explain } from './engine/match.explanation.js';
import type { NeedProfile, OptionProfile } from './engine/match.profile.js';
import { evaluate } from './engine/match.rules.js';
import { factInWords, type Lang, type Names } from './engine/match.words.js';
import { distanceM } from './engine/match.zone.js';
import type { Lead, Match, MatchedOption, MatchedPlace, TryResult } from './matching.schemas.js';

/** From the engine's results to what the API answers. */

interface Found {
  readonly site: MatchedPlace;
  readonly name: MatchedOption;
  readonly option: OptionProfile;
  readonly need: NeedProfile;
  readonly rows: readonly AskedRow[];
  readonly names: Names;
}

export function explainMatch({ site, name, option, need, rows, names }: Found, lang: Lang): Match {
  const evaluation = evaluate(option, need, rows);
  const told = explain(evaluation, lang, 'project', names);
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
    rows: told.rows.map((row, index) => ({
      ...row,
      change: row.change === null ? null : { ...row.change, amount: amountOf(evaluation.rows[index]?.change?.onNeed) },
    })),
  };
}

/** So that a screen can apply the change, not only say it. */
const amountOf = (change: Fact | null | undefined): number | null => (change?.type === 'amount' ? change.value : null);

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
export function whatWasAsked(need: NeedProfile, lang: Lang, names: Names): TryResult['conditionsAsked'] {
  return askedRows(need)
    .filter(({ hard }) => hard)
    .map(({ row }) => ({ id: row.id, label: row.text[lang].label, asked: factInWords(row.find(BLANK, need).asked, lang, names) }));
}

/** Every place is asked the same: one that nothing is known of tells what. */
const nothing = new Proxy({}, { get: () => null });
const BLANK = new Proxy({} as OptionProfile, {
  get: (_target, fact) => (fact === 'features' || fact === 'uses' || fact === 'constraints' ? nothing : null),
});

/** Ids of the territories a need names. */
export function territoriesOf(need: NeedProfile): string[] {
  const parts = need.zone.flat().filter((part) => part.type === 'territories');
  const ids = (level: string, codes: readonly string[]): string[] => codes.map((code) => `${level}:${code}`);
  return parts.flatMap((part) => [
    ...ids('region', part.regions),
    ...ids('department', part.departments),
    ...ids('epci', part.epcis),
    ...ids('commune', part.communes),
  ]);
}

/** Ids of the territories a place is in, as far as its sentences say. */
export function whereabouts({ communeCode, departmentCode }: OptionProfile): string[] {
  return [communeCode === null ? [] : [`commune:${communeCode}`], departmentCode === null ? [] : [`department:${departmentCode}`]].flat();
}
