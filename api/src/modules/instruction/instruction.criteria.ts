import { createHash } from 'node:crypto';
import { canonicalJson } from '../../platform/journal/act.js';
import type { ApplicationMoves } from '../applications/application-moves.service.js';
import { asFiled, documentsOf, formOf, pieceId, usableFiles } from '../applications/application.view.js';
import { eligibilityOf, isBlank, reviewForm, visibleQuestions } from '../calls/form/question.rules.js';
import type { ComputedVerdict, CRITERION_KINDS } from './instruction.rules.js';

/** A file as it is held: what it answers, what was filed. */
export type Dossier = Awaited<ReturnType<ApplicationMoves['hold']>>;

export interface Criterion {
  readonly key: string;
  readonly kind: (typeof CRITERION_KINDS)[number];
  /** In the owner's words; null for those that every file is asked. */
  readonly label: string | null;
  /** Where to look. */
  readonly question: string | null;
  readonly computed: ComputedVerdict | null;
  readonly subject: string;
}

export interface OwnCriterion {
  readonly id: string;
  readonly label: string;
}

const hashed = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(value ?? null))
    .digest('hex');

/** What a file is checked on: the rules of the call, each document it asks, that it is whole, its places; and what an agent added. */
export function criteriaOf(dossier: Dossier, own: readonly OwnCriterion[]): Criterion[] {
  const filed = asFiled(dossier);
  const { answers, call, lots } = filed;
  const form = formOf(filed);
  const shown = visibleQuestions(form, answers);
  const usable = usableFiles(filed);
  const verdicts = new Map(eligibilityOf(call?.eligibility ?? [], form, answers).map(({ rule, verdict }) => [rule.id, verdict]));
  const rules = (call?.eligibility ?? []).map(({ id, explanation, condition }): Criterion => ({
    key: `eligibility:${id}`,
    kind: 'eligibility',
    label: explanation,
    question: condition.question,
    computed: verdicts.get(id) ?? 'not_concerned',
    subject: hashed(shown.has(condition.question) ? answers[condition.question] : null),
  }));
  const documents = documentsOf(filed).map(({ id, label, required }): Criterion => {
    const given = answers[pieceId(id)];
    const isUsable = Array.isArray(given) && given.every((file) => usable.has(file as string));
    const computed = isBlank(given) ? (required ? 'not_met' : 'not_concerned') : isUsable ? 'met' : 'not_met';
    return { key: `document:${id}`, kind: 'document', label, question: pieceId(id), computed, subject: hashed(given) };
  });
  const isWhole = reviewForm(form, answers, usable).every(({ faults }) => faults.length === 0);
  const whole: Criterion = {
    key: 'complete',
    kind: 'complete',
    label: null,
    question: null,
    computed: isWhole ? 'met' : 'not_met',
    subject: hashed(answers),
  };
  const places: Criterion[] =
    (call?.lots.length ?? 0) === 0
      ? []
      : [{ key: 'lots', kind: 'lots', label: null, question: null, computed: lots.length > 0 ? 'met' : 'not_met', subject: hashed(lots) }];
  const added = own.map(({ id, label }): Criterion => ({
    key: `own:${id}`,
    kind: 'own',
    label,
    question: null,
    computed: null,
    // Of what an agent added nobody knows what it looks at: any new filing is looked at again.
    subject: hashed([answers, lots]),
  }));
  return [...rules, ...documents, whole, ...places, ...added];
}
