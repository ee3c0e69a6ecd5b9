import { type ApplicationState, nextApplicationState } from '../applications/application.rules.js';
import { whyNotPassOver } from '../applications/correction.rules.js';

export const CHECK_VERDICTS = ['yes', 'no', 'to_check'] as const;
export type CheckVerdict = (typeof CHECK_VERDICTS)[number];
export const CRITERION_KINDS = ['eligibility', 'document', 'complete', 'lots', 'own'] as const;
/** What the service sees by itself; an agent decides. */
export const COMPUTED_VERDICTS = ['met', 'not_met', 'unknown', 'not_concerned'] as const;
export type ComputedVerdict = (typeof COMPUTED_VERDICTS)[number];

/** Where the check of a file stands. */
export const CHECK_STANDINGS = ['untouched', 'started', 'fails', 'passes'] as const;
export type CheckStanding = (typeof CHECK_STANDINGS)[number];

/** Six tones that are told apart in both themes, whose text is always legible; the name says the rest. */
export const LABEL_COLOURS = ['neutral', 'enamel', 'brick', 'amber', 'moss', 'violet'] as const;

export const INSTRUCTION_REFUSALS = [
  'application-state-forbids',
  'admission-unchecked',
  'refusal-names-nothing',
  'correction-under-way',
  'instruction-undo-too-late',
] as const;
export type InstructionRefusal = (typeof INSTRUCTION_REFUSALS)[number];

/** One line of the check: what is asked, and what an agent ticked. */
export interface Checked {
  readonly key: string;
  /** What is looked at now. */
  readonly subject: string;
  readonly check: { readonly verdict: CheckVerdict; readonly subject: string } | null;
}

/** A verdict about another answer than the one that stands is none. */
export function isStale({ subject, check }: Checked): boolean {
  return check !== null && check.verdict !== 'to_check' && check.subject !== subject;
}

export function verdictOf(line: Checked): CheckVerdict | null {
  if (line.check === null) return null;
  return isStale(line) ? 'to_check' : line.check.verdict;
}

export function standingOf(lines: readonly Checked[]): CheckStanding {
  const verdicts = lines.map(verdictOf);
  if (verdicts.includes('no')) return 'fails';
  if (verdicts.every((verdict) => verdict === 'yes')) return 'passes';
  return verdicts.some((verdict) => verdict !== null) ? 'started' : 'untouched';
}

const CHECKED_IN: readonly ApplicationState[] = ['filed', 'correction_requested'];
/** Once decided, what was checked stays as it was. */
export function whyNotCheck(state: ApplicationState): InstructionRefusal | null {
  return CHECKED_IN.includes(state) ? null : 'application-state-forbids';
}

export function whyNotAdmit(state: ApplicationState, lines: readonly Checked[]): InstructionRefusal | null {
  if (state === 'correction_requested') return 'correction-under-way';
  if (nextApplicationState(state, 'admit') === null) return 'application-state-forbids';
  return standingOf(lines) === 'passes' ? null : 'admission-unchecked';
}

/** @param named the criteria said not to be met: one at least, each ticked “no” */
export function whyNotRefuse(
  state: ApplicationState,
  lines: readonly Checked[],
  named: readonly string[],
  correctionDueAt: Date | null,
  now: Date,
): InstructionRefusal | null {
  if (nextApplicationState(state, 'refuseAdmission') === null) return 'application-state-forbids';
  if (whyNotPassOver(correctionDueAt, now) !== null) return 'correction-under-way';
  const failed = new Set(lines.filter((line) => verdictOf(line) === 'no').map(({ key }) => key));
  return named.length > 0 && named.every((key) => failed.has(key)) ? null : 'refusal-names-nothing';
}

export const UNDONE_ACTS = ['assign', 'unassign', 'label', 'unlabel', 'admit', 'requestCorrection', 'shortlist'] as const;
export type UndoneAct = (typeof UNDONE_ACTS)[number];
export const UNDO_WITHIN_MS = 24 * 3_600_000;
const LEFT_IN: Readonly<Partial<Record<UndoneAct, ApplicationState>>> = { admit: 'admissible', requestCorrection: 'correction_requested' };

export interface ActFacts {
  readonly action: string;
  readonly at: Date;
  readonly isUndone: boolean;
  /** A later act of the same kind, or a later move, was done to the file. */
  readonly isFollowed: boolean;
}

/** The inverse of an act, while nothing that depends on it has happened. */
export function whyNotUndo(act: ActFacts, state: ApplicationState, now: Date): InstructionRefusal | null {
  const action = UNDONE_ACTS.find((known) => known === act.action);
  const isLate = now.getTime() - act.at.getTime() > UNDO_WITHIN_MS;
  if (action === undefined || act.isUndone || act.isFollowed || isLate) return 'instruction-undo-too-late';
  return (LEFT_IN[action] ?? state) === state ? null : 'instruction-undo-too-late';
}
