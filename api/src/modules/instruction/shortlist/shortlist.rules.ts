import { SHORTEST_MS, type CallState } from '../../calls/call.rules.js';
import { type ApplicationState, nextApplicationState } from '../../applications/application.rules.js';

/** What agents intend for an outline; nothing is told before the shortlist is announced. */
export const SHORTLIST_CHOICES = ['keep', 'leave'] as const;
export type ShortlistChoice = (typeof SHORTLIST_CHOICES)[number];

export const SHORTLIST_REFUSALS = [
  'call-state-forbids',
  'application-state-forbids',
  'correction-under-way',
  'shortlist-undecided',
  'shortlist-empty',
  'shortlist-closing-too-soon',
] as const;
export type ShortlistRefusal = (typeof SHORTLIST_REFUSALS)[number];

/** The move that each choice becomes when it is announced. */
export const SHORTLIST_MOVES = { keep: 'invite', leave: 'leaveOut' } as const satisfies Record<ShortlistChoice, string>;

const isToDecide = (state: ApplicationState): boolean => nextApplicationState(state, 'invite') !== null;

/** An outline is chosen, or not, between the two steps. */
export function whyNotChoose(call: CallState | null, state: ApplicationState): ShortlistRefusal | null {
  if (call !== 'shortlisting') return 'call-state-forbids';
  if (state === 'correction_requested') return 'correction-under-way';
  return isToDecide(state) ? null : 'application-state-forbids';
}

export interface Outline {
  readonly state: ApplicationState;
  readonly choice: ShortlistChoice | null;
}

export interface ShortlistCounts {
  readonly keep: number;
  readonly leave: number;
  readonly undecided: number;
  /** A correction is asked for, and not ended. */
  readonly correcting: number;
}

export function countsOf(outlines: readonly Outline[]): ShortlistCounts {
  const open = outlines.filter(({ state }) => isToDecide(state));
  const chosen = (choice: ShortlistChoice | null) => open.filter((outline) => outline.choice === choice).length;
  const correcting = outlines.filter(({ state }) => state === 'correction_requested').length;
  return { keep: chosen('keep'), leave: chosen('leave'), undecided: chosen(null), correcting };
}

/** Everybody is told at once, or nobody; and those who go on have a week at least to write their file. */
export function whyNotAnnounce(call: CallState, counts: ShortlistCounts, closesAt: Date, now: Date): ShortlistRefusal | null {
  if (call !== 'shortlisting') return 'call-state-forbids';
  if (counts.correcting > 0) return 'correction-under-way';
  if (counts.undecided > 0) return 'shortlist-undecided';
  if (counts.keep === 0) return 'shortlist-empty';
  return closesAt.getTime() - now.getTime() < SHORTEST_MS ? 'shortlist-closing-too-soon' : null;
}
