import type { Answer, Answers, Condition, Form, FormSection, MoneyPlan, Question, SimpleQuestion } from './question.schemas.js';

/** What a form definition may be wrong by. */
export const FORM_FAULTS = ['id-twice', 'condition-unknown', 'condition-later', 'condition-unfit', 'limits-crossed'] as const;
export type FormFault = (typeof FORM_FAULTS)[number];
/** What an answer may be wrong by, the missing ones apart. */
export const ANSWER_FAULTS = [
  'missing',
  'too-long',
  'below',
  'above',
  'not-whole',
  'too-few',
  'too-many',
  'incomplete-row',
  'ends-before-it-begins',
  'wrong-number',
  'unbalanced',
  'file-not-ready',
] as const;
export type AnswerFault = (typeof ANSWER_FAULTS)[number];

type Row = Readonly<Record<string, unknown>>;

export function questionsOf(form: Form): Question[] {
  return form.flatMap(({ questions }) => questions);
}

/** What is asked in the first of two steps: questions and documents by their names; the whole form is asked in the second. */
export interface FirstStep {
  readonly questions: readonly string[];
  readonly documents: readonly string[];
}

/** @param step null: the form is asked at once, whole */
export function formOfStep(form: Form, step: FirstStep | null): Form {
  if (step === null) return form;
  const first = new Set(step.questions);
  return form
    .map((section) => ({ ...section, questions: section.questions.filter(({ id }) => first.has(id)) }))
    .filter(({ questions }) => questions.length > 0);
}

/** Faults of a definition, each at the pointer of what to correct. */
export function formFaults(form: Form): { readonly pointer: string; readonly fault: FormFault }[] {
  const seen = new Map<string, Question>();
  const sections = new Set<string>();
  return form.flatMap((section, s) => {
    const twice = sections.has(section.id) ? [{ pointer: `/${s}/id`, fault: 'id-twice' as const }] : [];
    sections.add(section.id);
    const faults = section.questions.flatMap((question, q) => {
      const pointer = `/${s}/questions/${q}`;
      const found = [
        ...(seen.has(question.id) ? [{ pointer: `${pointer}/id`, fault: 'id-twice' as const }] : []),
        ...at(`${pointer}/shownIf`, question.shownIf === null ? null : conditionFault(question.shownIf, seen, form)),
        ...limitFaults(question).map((part) => ({ pointer: `${pointer}/${part}`, fault: 'limits-crossed' as const })),
        ...insideTwice(question).map((part) => ({ pointer: `${pointer}/${part}`, fault: 'id-twice' as const })),
        ...(question.kind === 'block' ? blockFaults(question, pointer) : []),
      ];
      seen.set(question.id, question);
      return found;
    });
    return [...twice, ...faults];
  });
}

/** A rule of eligibility may speak of any question that can be tested so. */
export function ruleFault(rule: Condition, form: Form): FormFault | null {
  return conditionFault(rule, new Map(questionsOf(form).map((question) => [question.id, question])), form);
}

function at<F>(pointer: string, fault: F | null): { pointer: string; fault: F }[] {
  return fault === null ? [] : [{ pointer, fault }];
}

/** @param known the questions asked before: a condition looks back, so that nothing can depend on itself */
function conditionFault(rule: Condition, known: ReadonlyMap<string, Question>, form: Form): FormFault | null {
  const about = known.get(rule.question);
  if (about === undefined) return questionsOf(form).some(({ id }) => id === rule.question) ? 'condition-later' : 'condition-unknown';
  if (rule.test === 'answered') return null;
  if (rule.test === 'at_least' || rule.test === 'at_most') return about.kind === 'number' ? null : 'condition-unfit';
  const options = about.kind === 'choice' ? about.options.map(({ id }) => id) : [];
  return rule.options.every((option) => options.includes(option)) ? null : 'condition-unfit';
}

function limitFaults(question: Question | SimpleQuestion): string[] {
  const crossed = (low: number | null, high: number | null) => low !== null && high !== null && low > high;
  if (question.kind === 'number') return crossed(question.min, question.max) ? ['max'] : [];
  if (question.kind === 'table') return crossed(question.minRows, question.maxRows) ? ['maxRows'] : [];
  if (question.kind === 'block') return crossed(question.minTimes, question.maxTimes) ? ['maxTimes'] : [];
  return [];
}

function insideTwice(question: Question | SimpleQuestion): string[] {
  const [part, items] = (() => {
    if (question.kind === 'choice') return ['options', question.options] as const;
    if (question.kind === 'table') return ['columns', question.columns] as const;
    if (question.kind === 'block') return ['questions', question.questions] as const;
    return ['', []] as const;
  })();
  const ids = items.map(({ id }) => id);
  return ids.flatMap((id, index) => (ids.indexOf(id) < index ? [`${part}/${index}/id`] : []));
}

/** Inside a block nothing is conditional: each of its rows is whole. */
function blockFaults(question: Extract<Question, { kind: 'block' }>, pointer: string): { pointer: string; fault: FormFault }[] {
  return question.questions.flatMap((inner, i) => [
    ...at(`${pointer}/questions/${i}/shownIf`, inner.shownIf === null ? null : ('condition-unfit' as const)),
    ...[...limitFaults(inner), ...insideTwice(inner)].map((part) => ({
      pointer: `${pointer}/questions/${i}/${part}`,
      fault: part === 'max' ? ('limits-crossed' as const) : ('id-twice' as const),
    })),
  ]);
}

/** True, false, or null while the answer that would tell is not there. */
export function holds(rule: Condition, given: Answers): boolean | null {
  const said = given[rule.question];
  if (rule.test === 'answered') return !isBlank(said);
  if (isBlank(said)) return null;
  if (rule.test === 'at_least') return typeof said === 'number' && said >= rule.value;
  if (rule.test === 'at_most') return typeof said === 'number' && said <= rule.value;
  const chosen: readonly unknown[] = Array.isArray(said) ? said : [];
  const has = rule.options.some((option) => chosen.includes(option));
  return rule.test === 'has' ? has : !has;
}

export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every((item) => isBlank(item));
  if (typeof value === 'object') return Object.values(value).every((item) => isBlank(item));
  return false;
}

/** The questions shown for these answers: a condition on a hidden question hides too, whatever was once answered to it. */
export function visibleQuestions(form: Form, given: Answers): Set<string> {
  const shown = new Set<string>();
  for (const { id, shownIf } of questionsOf(form)) {
    if (shownIf === null || (shown.has(shownIf.question) && holds(shownIf, given) === true)) shown.add(id);
  }
  return shown;
}

/** The answers that count: those of questions that are shown. What was typed under hidden ones is kept, and never read. */
export function countedAnswers(form: Form, given: Answers): Answers {
  const shown = visibleQuestions(form, given);
  return Object.fromEntries(Object.entries(given).filter(([id]) => shown.has(id)));
}

/** An answer of another shape than the question asks is refused at once; one that is merely wrong is kept and told. */
export function fits(question: Question, value: Answer): boolean {
  switch (question.kind) {
    case 'short':
    case 'long':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'choice':
      return isChoice(question.options, value);
    case 'file':
      return isTexts(value);
    case 'money':
      return typeof value === 'object' && 'expenses' in value;
    case 'table':
      return rowsFit(value, (row) =>
        question.columns.map(({ id, kind }) => [id, isNothing(row[id]) || typeof row[id] === (kind === 'text' ? 'string' : 'number')]),
      );
    case 'block':
      return rowsFit(value, (row) =>
        question.questions.map((inner) => [inner.id, isNothing(row[inner.id]) || fits(inner, row[inner.id] as Answer)]),
      );
    case 'organisation':
      return rowsFit(value, (row) => ['name', 'siret', 'part'].map((id) => [id, isNothing(row[id]) || typeof row[id] === 'string']));
    case 'calendar':
      return rowsFit(value, (row) => ['label', 'from', 'until'].map((id) => [id, isNothing(row[id]) || typeof row[id] === 'string']));
  }
}

const isNothing = (value: unknown): boolean => value === null || value === undefined;
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string');

function isChoice(options: readonly { readonly id: string }[], value: unknown): boolean {
  return isTexts(value) && value.every((chosen) => options.some(({ id }) => id === chosen)) && new Set(value).size === value.length;
}

function rowsFit(value: unknown, judge: (row: Row) => (readonly [string, boolean])[]): boolean {
  if (!Array.isArray(value)) return false;
  return value.every((row: unknown) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return false;
    const judged = judge(row as Row);
    return judged.every(([, good]) => good) && Object.keys(row).every((key) => judged.some(([id]) => id === key));
  });
}

/** What is still to correct in one answer before it can be filed. */
export function answerFaults(question: Question | SimpleQuestion, value: Answer | undefined, ready: ReadonlySet<string>): AnswerFault[] {
  if (value === undefined || isBlank(value)) return question.required ? ['missing'] : [];
  switch (question.kind) {
    case 'short':
    case 'long':
      return [...(value as string)].length > question.maxLength ? ['too-long'] : [];
    case 'number':
      return numberFaults(question, value as number);
    case 'choice':
      return !question.several && (value as string[]).length > 1 ? ['too-many'] : [];
    case 'file':
      return [
        ...((value as string[]).length > question.maxFiles ? (['too-many'] as const) : []),
        ...((value as string[]).some((id) => !ready.has(id)) ? (['file-not-ready'] as const) : []),
      ];
    case 'money':
      return moneyFaults(question.balanced, value as MoneyPlan);
    case 'table':
      return rowFaults(value as Row[], question.minRows, question.maxRows, (row) => question.columns.every(({ id }) => !isBlank(row[id])));
    case 'organisation':
      return organisationFaults(value as Row[], question.maxCount);
    case 'calendar':
      return calendarFaults(value as Row[], question.maxSteps);
    case 'block':
      return rowFaults(value as Row[], question.minTimes, question.maxTimes, (row) =>
        question.questions.every((inner) => answerFaults(inner, row[inner.id] as Answer | undefined, ready).length === 0),
      );
  }
}

function numberFaults({ min, max, whole }: Extract<Question, { kind: 'number' }>, value: number): AnswerFault[] {
  if (min !== null && value < min) return ['below'];
  if (max !== null && value > max) return ['above'];
  return whole && !Number.isInteger(value) ? ['not-whole'] : [];
}

function rowFaults(rows: readonly Row[], least: number, most: number, isWhole: (row: Row) => boolean): AnswerFault[] {
  const written = rows.filter((row) => !isBlank(row));
  return [
    ...(written.length < least ? (['too-few'] as const) : []),
    ...(written.length > most ? (['too-many'] as const) : []),
    ...(written.every(isWhole) ? [] : (['incomplete-row'] as const)),
  ];
}

function organisationFaults(rows: readonly Row[], most: number): AnswerFault[] {
  const isNumber = (siret: unknown) => isBlank(siret) || (typeof siret === 'string' && /^\d{14}$/.test(siret.replace(/\s/g, '')));
  return [
    ...rowFaults(rows, 1, most, ({ name }) => !isBlank(name)),
    ...(rows.every(({ siret }) => isNumber(siret)) ? [] : (['wrong-number'] as const)),
  ];
}

function calendarFaults(rows: readonly Row[], most: number): AnswerFault[] {
  const isDay = (text: unknown) => typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text);
  const written = rows.filter((row) => !isBlank(row));
  return [
    ...rowFaults(rows, 1, most, ({ label, from }) => !isBlank(label) && isDay(from)),
    ...(written.every(({ from, until }) => isBlank(until) || (isDay(until) && String(from) <= String(until)))
      ? []
      : (['ends-before-it-begins'] as const)),
  ];
}

export function moneyTotals({ expenses, resources }: MoneyPlan): { readonly expensesCents: number; readonly resourcesCents: number } {
  const sum = (lines: MoneyPlan['expenses']) => lines.reduce((total, { cents }) => total + (cents ?? 0), 0);
  return { expensesCents: sum(expenses), resourcesCents: sum(resources) };
}

function moneyFaults(balanced: boolean, plan: MoneyPlan): AnswerFault[] {
  const lines = [...plan.expenses, ...plan.resources].filter((line) => !isBlank(line));
  const { expensesCents, resourcesCents } = moneyTotals(plan);
  return [
    ...(lines.every(({ label, cents }) => label.trim() !== '' && cents !== null) ? [] : (['incomplete-row'] as const)),
    ...(balanced && expensesCents !== resourcesCents ? (['unbalanced'] as const) : []),
  ];
}

export interface SectionReview {
  readonly id: string;
  readonly title: string;
  readonly asked: number;
  readonly answered: number;
  readonly faults: readonly { readonly question: string; readonly label: string; readonly faults: readonly AnswerFault[] }[];
}

/** Section by section, what is shown, what is answered and what is still to correct. */
export function reviewForm(form: Form, given: Answers, ready: ReadonlySet<string> = new Set()): SectionReview[] {
  const shown = visibleQuestions(form, given);
  return form.map(({ id, title, questions }: FormSection) => {
    const asked = questions.filter((question) => shown.has(question.id));
    const faults = asked
      .map((question) => ({ question: question.id, label: question.label, faults: answerFaults(question, given[question.id], ready) }))
      .filter((line) => line.faults.length > 0);
    const answered = asked.filter((question) => !isBlank(given[question.id])).length;
    return { id, title, asked: asked.length, answered, faults };
  });
}

export interface EligibilityRule {
  readonly id: string;
  readonly explanation: string;
  readonly condition: Condition;
}
export type Verdict = 'met' | 'not_met' | 'unknown';

/** Each rule by itself; one whose question is not shown does not concern this applicant. */
export function eligibilityOf(
  rules: readonly EligibilityRule[],
  form: Form,
  given: Answers,
): { rule: EligibilityRule; verdict: Verdict }[] {
  const shown = visibleQuestions(form, given);
  return rules
    .filter(({ condition }) => shown.has(condition.question))
    .map((rule) => {
      const verdict = holds(rule.condition, given);
      return { rule, verdict: verdict === null ? 'unknown' : verdict ? 'met' : 'not_met' };
    });
}
