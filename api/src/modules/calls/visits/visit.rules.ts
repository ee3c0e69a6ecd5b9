import type { CallState } from '../call.rules.js';

/** States of a call in which its places may be visited: published, and not closed yet. */
const VISITED = ['published', 'open'] as const satisfies readonly CallState[];
const isVisited = (state: CallState): boolean => (VISITED as readonly CallState[]).includes(state);

type VisitRefusal = 'visits-over' | 'visit-past' | 'visit-cancelled' | 'visit-full' | 'visit-overlaps';

/** Why no visit can be added. Once a call is closed nobody must learn more than the others. */
export function whyNotAddVisit(state: CallState): VisitRefusal | null {
  return isVisited(state) ? null : 'visits-over';
}

export interface Hours {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Which of the hours of a new visit is wrong: it is to come, ends after it starts, and is over before the call closes. */
export function wrongHour({ startsAt, endsAt }: Hours, closesAt: Date | null, now: Date): 'startsAt' | 'endsAt' | null {
  if (startsAt <= now) return 'startsAt';
  return endsAt <= startsAt || (closesAt !== null && endsAt > closesAt) ? 'endsAt' : null;
}

interface Bookable extends Hours {
  readonly callState: CallState;
  readonly isCancelled: boolean;
  readonly capacity: number;
  readonly booked: number;
  /** Visits that the same person has booked elsewhere. */
  readonly others: readonly Hours[];
}

export const overlap = (a: Hours, b: Hours): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** Why this person cannot book a place now. */
export function whyNotBook(visit: Bookable, now: Date): VisitRefusal | null {
  if (!isVisited(visit.callState)) return 'visits-over';
  if (visit.isCancelled) return 'visit-cancelled';
  if (visit.startsAt <= now) return 'visit-past';
  if (visit.others.some((other) => overlap(visit, other))) return 'visit-overlaps';
  return visit.booked >= visit.capacity ? 'visit-full' : null;
}
