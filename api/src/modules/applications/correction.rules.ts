import type { FieldChange } from '../../platform/field-changes.js';
import type { Form } from '../calls/form/question.schemas.js';
import { type ApplicationState, nextApplicationState } from './application.rules.js';

export const CORRECTION_FAULTS = ['incorrect', 'incomplete', 'outdated'] as const;
export const CORRECTION_OUTCOMES = ['answered', 'cancelled', 'lapsed'] as const;
export type CorrectionOutcome = (typeof CORRECTION_OUTCOMES)[number];
/** The places wished: the only field of a file that is no question. */
export const LOTS = 'lots';

/** Nobody mends a file within the hour; nobody waits for one half a year. */
export const CORRECTION_SHORTEST_MS = 24 * 3_600_000;
export const CORRECTION_LONGEST_MS = 180 * 24 * 3_600_000;

/** What a request may be refused for; each is a code of the problem table. */
export const CORRECTION_REFUSALS = ['application-state-forbids', 'correction-due-unfit', 'correction-under-way'] as const;
export type CorrectionRefusal = (typeof CORRECTION_REFUSALS)[number];

/** What is open again: the fields named, and the questions that a new answer to them may show or hide. */
export function reopenedFields(form: Form, items: readonly { readonly field: string }[]): Set<string> {
  const open = new Set(items.map(({ field }) => field));
  // A condition looks back only: one walk in the order of the form is enough.
  for (const { id, shownIf } of form.flatMap(({ questions }) => questions)) {
    if (shownIf !== null && open.has(shownIf.question)) open.add(id);
  }
  return open;
}

/** Of an edit, what is not open: nothing of it is written. */
export function closedFields(changes: readonly FieldChange[], open: ReadonlySet<string>): string[] {
  return changes.map(({ field }) => field.replace(/^answers\./, '')).filter((field) => !open.has(field));
}

export function whyNotRequestCorrection(state: ApplicationState, dueAt: Date, now: Date): CorrectionRefusal | null {
  if (state === 'correction_requested') return 'correction-under-way';
  if (nextApplicationState(state, 'requestCorrection') === null) return 'application-state-forbids';
  const left = dueAt.getTime() - now.getTime();
  return left < CORRECTION_SHORTEST_MS || left > CORRECTION_LONGEST_MS ? 'correction-due-unfit' : null;
}

/** While the applicant has time left, nobody decides over their head. */
export function whyNotPassOver(dueAt: Date | null, now: Date): CorrectionRefusal | null {
  return dueAt !== null && now < dueAt ? 'correction-under-way' : null;
}

/** A request ended by the owner: taken back while it could be answered, gone by afterwards. */
export function outcomeOfEnding(dueAt: Date, now: Date): Extract<CorrectionOutcome, 'cancelled' | 'lapsed'> {
  return now < dueAt ? 'cancelled' : 'lapsed';
}

const DAY_MS = 24 * 3_600_000;
/** Days before the end at which the applicant is reminded; a request shorter than that is reminded the day before only. */
const REMINDED_DAYS = [3, 1] as const;

/** Which reminder is due, the nearest to the end first; null when it is too early, over, or hardly asked: never after. */
export function correctionReminderDue(askedAt: Date, dueAt: Date, now: Date): (typeof REMINDED_DAYS)[number] | null {
  const left = dueAt.getTime() - now.getTime();
  if (left <= 0 || now.getTime() - askedAt.getTime() < DAY_MS) return null;
  return [...REMINDED_DAYS].reverse().find((days) => left <= days * DAY_MS) ?? null;
}
