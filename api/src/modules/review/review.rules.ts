import { createHash } from 'node:crypto';
import { next, type Transition } from '../../platform/state-machine.js';
import type { ApplicationState } from '../applications/application.rules.js';
import type { CallState } from '../calls/call.rules.js';

/** One reviewer's reading of one application. */
export const READING_STATES = ['assigned', 'conflict_declared', 'scoring', 'locked', 'revealed'] as const;
export type ReadingState = (typeof READING_STATES)[number];
type ReadingRole = 'reviewer' | 'service';

/** The life of a reading (domain §3): nothing is read before the reviewer has said that no link ties them to the applicant. */
export const READING_TRANSITIONS = [
  { action: 'declareNoLink', from: ['assigned'], to: 'scoring', by: ['reviewer'] },
  { action: 'recuse', from: ['assigned', 'scoring'], to: 'conflict_declared', by: ['reviewer'], reason: 'needed' },
  { action: 'lock', from: ['scoring'], to: 'locked', by: ['reviewer'] },
  { action: 'reveal', from: ['locked'], to: 'revealed', by: ['service'] },
] as const satisfies readonly Transition<ReadingState, string, ReadingRole>[];
export type ReadingAction = (typeof READING_TRANSITIONS)[number]['action'];
export const READING_INITIAL_STATES = ['assigned'] as const satisfies readonly ReadingState[];

export function nextReadingState(state: ReadingState, action: ReadingAction): ReadingState | null {
  return next(READING_TRANSITIONS, state, action);
}

/** Whoever was asked to read: `removed` keeps what they had said, and says why they read no more. */
export const REVIEWER_STATES = ['invited', 'accepted', 'declined', 'removed'] as const;
export type ReviewerState = (typeof REVIEWER_STATES)[number];

export const REVIEW_MODES = ['simple', 'full'] as const;
export type ReviewMode = (typeof REVIEW_MODES)[number];
/** Two readers and one grid are enough for most calls. */
export const SIMPLE_READERS = 2;

/** Reasons of this module; each is a code of the problem table. */
export const REVIEW_REFUSALS = [
  'review-files-not-examined',
  'review-nothing-admissible',
  'review-quorum-too-low',
  'review-readers-enough',
  'review-revealed',
  'review-not-revealed',
  'review-quorum-missing',
  'reading-state-forbids',
  'reading-link-declared',
  'scores-incomplete',
] as const;
export type ReviewRefusal = (typeof REVIEW_REFUSALS)[number] | 'call-state-forbids';

export interface Start {
  readonly call: CallState;
  readonly applications: readonly ApplicationState[];
  readonly mode: ReviewMode;
  /** Readers each application needs. */
  readonly quorum: number;
  /** What the call announced; it binds. */
  readonly publishedQuorum: number | null;
}

/** States in which an application still waits for its owner's agents. */
export const NOT_EXAMINED = ['filed', 'correction_requested'] as const satisfies readonly ApplicationState[];

export function whyNotStartReview({ call, applications, mode, quorum, publishedQuorum }: Start): ReviewRefusal | null {
  if (call !== 'closed') return 'call-state-forbids';
  if (applications.some((state) => (NOT_EXAMINED as readonly string[]).includes(state))) return 'review-files-not-examined';
  if (!applications.includes('admissible')) return 'review-nothing-admissible';
  const most = mode === 'simple' ? SIMPLE_READERS : Infinity;
  return quorum < (publishedQuorum ?? 1) || quorum > most ? 'review-quorum-too-low' : null;
}

/** @param readers those who were asked and have neither declined nor been replaced */
export function whyNotInviteReviewer(
  call: CallState,
  { mode, revealed }: { readonly mode: ReviewMode; readonly revealed: boolean },
  readers: number,
): ReviewRefusal | null {
  if (call !== 'under_review') return 'call-state-forbids';
  if (revealed) return 'review-revealed';
  return mode === 'simple' && readers >= SIMPLE_READERS ? 'review-readers-enough' : null;
}

/** Why a reviewer may not read the application: before the declaration nobody reads, after a declared link never. */
export function whyNotRead(state: ReadingState): ReviewRefusal | null {
  if (state === 'assigned') return 'reading-state-forbids';
  return state === 'conflict_declared' ? 'reading-link-declared' : null;
}

export interface Score {
  readonly score: number | null;
  readonly justification: string | null;
}
export type Scores = Readonly<Record<string, Score>>;

interface Asked {
  readonly scaleMax: number;
  readonly criteria: readonly { readonly id: string }[];
}

/** Criteria that still lack a score or its written reason. */
export function missingScores({ criteria }: Asked, scores: Scores): string[] {
  return criteria
    .filter(({ id }) => (scores[id]?.score ?? null) === null || (scores[id]?.justification ?? null) === null)
    .map(({ id }) => id);
}

/** A score outside the scale, or of a criterion the frozen grid does not know. */
export function unknownScores({ criteria, scaleMax }: Asked, scores: Scores): string[] {
  return Object.entries(scores)
    .filter(([id, { score }]) => !criteria.some((criterion) => criterion.id === id) || (score !== null && (score < 0 || score > scaleMax)))
    .map(([id]) => id);
}

/** Once scores are revealed nobody writes any more: they would have read the others. */
export function whyNotActOnReading(
  action: Exclude<ReadingAction, 'reveal'> | 'write',
  state: ReadingState,
  { revealed, missing }: { readonly revealed: boolean; readonly missing: number },
): ReviewRefusal | null {
  if (revealed) return 'review-revealed';
  if (state === 'conflict_declared') return 'reading-link-declared';
  const may = action === 'write' ? state === 'scoring' : nextReadingState(state, action) !== null;
  if (!may) return 'reading-state-forbids';
  return action === 'lock' && missing > 0 ? 'scores-incomplete' : null;
}

/** What is known of the readings of an application that is still in the review. */
export interface Progress {
  readonly states: readonly ReadingState[];
}

const hasLocked = (state: ReadingState) => state === 'locked' || state === 'revealed';
/** Readers that count towards the quorum. */
export const lockedIn = ({ states }: Progress): number => states.filter(hasLocked).length;

/**
 * Everybody who reads has locked whatever they could read, and each application has enough readers: only then do scores show by themselves.
 * @param waiting reviewers who were invited and have not answered
 */
export function isWhole(applications: readonly Progress[], quorum: number, waiting: number): boolean {
  return (
    waiting === 0 &&
    applications.length > 0 &&
    applications.every((one) => lockedIn(one) >= quorum && one.states.every((state) => hasLocked(state) || state === 'conflict_declared'))
  );
}

/** The chair may show scores before all have locked, with a reason, never before enough have. */
export function whyNotReveal(call: CallState, revealed: boolean, applications: readonly Progress[], quorum: number): ReviewRefusal | null {
  if (call !== 'under_review') return 'call-state-forbids';
  if (revealed) return 'review-revealed';
  return applications.length > 0 && applications.every((one) => lockedIn(one) >= quorum) ? null : 'review-quorum-missing';
}

/** The discussion is about scores that all have seen, before the award is proposed. */
export function whyNotDiscuss(call: CallState, revealed: boolean): ReviewRefusal | null {
  if (call !== 'under_review') return 'call-state-forbids';
  return revealed ? null : 'review-not-revealed';
}

/** Applications in an order of chance that is each reviewer's own, and stays: no application is always read last, by tired eyes. */
export function orderFor<T extends { readonly applicationId: string }>(reviewerId: string, readings: readonly T[]): T[] {
  const key = ({ applicationId }: T) => createHash('sha256').update(`${reviewerId} ${applicationId}`).digest('hex');
  return readings
    .map((reading) => [key(reading), reading] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, reading]) => reading);
}

const DAY_MS = 24 * 3_600_000;
/** Days before the day scores are due at which a reviewer is reminded; then once when it is over. */
export type Reminder = 'soon' | 'late';

/** @param dueAt the first instant after the day scores are due */
export function reviewReminderDue(dueAt: Date, now: Date): Reminder | null {
  const left = dueAt.getTime() - now.getTime();
  if (left <= 0) return 'late';
  return left <= 3 * DAY_MS ? 'soon' : null;
}
