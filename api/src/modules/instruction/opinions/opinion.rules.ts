import { type ActionOf, next, type Transition } from '../../../platform/state-machine.js';
import type { ApplicationState } from '../../applications/application.rules.js';
import type { StoredCallState } from '../../calls/call.rules.js';

export const OPINION_STATES = ['asked', 'answered', 'revoked'] as const;
export type OpinionState = (typeof OPINION_STATES)[number];
export const OPINION_INITIAL_STATES = ['asked'] as const satisfies readonly OpinionState[];

/** `consulted`: whoever holds the link of the letter. */
export const OPINION_TRANSITIONS = [
  { action: 'answer', from: ['asked'], to: 'answered', by: ['consulted'] },
  { action: 'revoke', from: ['asked'], to: 'revoked', by: ['agent'], reason: 'needed' },
] as const satisfies readonly Transition<OpinionState, string, 'consulted' | 'agent'>[];
type OpinionAction = ActionOf<typeof OPINION_TRANSITIONS>;

/** Where a request stands now: its term and the end of the examination close it without anybody writing so. */
export const OPINION_STANDINGS = [...OPINION_STATES, 'expired', 'closed'] as const;
export type OpinionStanding = (typeof OPINION_STANDINGS)[number];

/** What the opinion comes to. */
export const OPINION_CONCLUSIONS = ['favourable', 'with_reservations', 'unfavourable', 'none'] as const;

/** Each is a code of the problem table. */
export const OPINION_REFUSALS = ['application-state-forbids', 'opinion-due-unfit', 'too-many-opinions', 'opinion-closed'] as const;
export type OpinionRefusal = (typeof OPINION_REFUSALS)[number];

const DAY_MS = 24 * 3_600_000;
const SHORTEST_MS = DAY_MS;
const LONGEST_MS = 180 * DAY_MS;
const REMINDED_MS = 3 * DAY_MS;
export const OPINIONS_AT_MOST = 30;

/** While a file is examined or studied; what was withdrawn or decided is nobody’s to give an opinion on. */
export const EXAMINED: readonly ApplicationState[] = ['filed', 'correction_requested', 'admissible', 'under_review', 'shortlisted'];
/** Calls that ended without a choice: their files are examined no more, whatever their own state. */
const GIVEN_UP: readonly StoredCallState[] = ['cancelled', 'unsuccessful'];

/** A file, and the call that it answers, if any. */
export interface ExaminedFile {
  readonly state: ApplicationState;
  readonly call: { readonly state: StoredCallState } | null;
}
const isExamined = ({ state, call }: ExaminedFile): boolean =>
  EXAMINED.includes(state) && (call === null || !GIVEN_UP.includes(call.state));

export interface OpinionTimes {
  readonly state: OpinionState;
  readonly askedAt: Date;
  /** The first instant at which nothing more is received. */
  readonly dueAt: Date;
  readonly remindedAt: Date | null;
  /** The file has left the examination since: reopened, it is another examination, for which opinions are asked anew. */
  readonly wasClosed: boolean;
}

export function whyNotAsk(file: ExaminedFile, opinions: number): OpinionRefusal | null {
  if (!isExamined(file)) return 'application-state-forbids';
  return opinions >= OPINIONS_AT_MOST ? 'too-many-opinions' : null;
}

export function whyNotDue(dueAt: Date, now: Date): OpinionRefusal | null {
  const left = dueAt.getTime() - now.getTime();
  return left < SHORTEST_MS || left > LONGEST_MS ? 'opinion-due-unfit' : null;
}

export function standingOfOpinion(
  { state, dueAt, wasClosed }: Pick<OpinionTimes, 'state' | 'dueAt' | 'wasClosed'>,
  file: ExaminedFile,
  now: Date,
): OpinionStanding {
  if (state !== 'asked') return state;
  if (wasClosed || !isExamined(file)) return 'closed';
  return now >= dueAt ? 'expired' : 'asked';
}

/** What was asked can be taken back even once its term has passed: who was asked is told so. */
export function nextOpinionState(state: OpinionState, action: OpinionAction): OpinionState | null {
  return next(OPINION_TRANSITIONS, state, action);
}

/** Once, when the end is near: never after it, never the day the request was sent. */
export function isReminderDue(times: OpinionTimes, file: ExaminedFile, now: Date): boolean {
  const { askedAt, dueAt, remindedAt } = times;
  return (
    remindedAt === null &&
    standingOfOpinion(times, file, now) === 'asked' &&
    dueAt.getTime() - now.getTime() <= REMINDED_MS &&
    now.getTime() - askedAt.getTime() >= DAY_MS
  );
}
