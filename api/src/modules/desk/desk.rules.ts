import { closingOf, filingAction, isToBeFiled, type Target } from '../applications/application.rules.js';
import type { ApplicationState } from '../applications/application.rules.js';

/** What a file waits for from those who write it, the most pressing first. */
export const WAITS = ['correct', 'file', 'fileAgain', 'readResult', 'readMessages'] as const;
export type Wait = (typeof WAITS)[number];

export interface Waiting {
  readonly state: ApplicationState;
  readonly target: Target;
  /** What is written now is not what was filed. */
  readonly isChanged: boolean;
  readonly unreadMessages: number;
  readonly isResultUnread: boolean;
}

/** What is waiting on the members of an organisation for one of its files; nothing for most. */
export function waitsOf({ state, target, isChanged, unreadMessages, isResultUnread }: Waiting, now: Date): Wait[] {
  const canFile = isToBeFiled(target, now);
  const action = filingAction(state);
  return [
    ...(action === 'correct' ? (['correct'] as const) : []),
    ...(action === 'file' && canFile ? (['file'] as const) : []),
    ...(action === 'amend' && isChanged && canFile ? (['fileAgain'] as const) : []),
    ...(isResultUnread ? (['readResult'] as const) : []),
    ...(unreadMessages > 0 ? (['readMessages'] as const) : []),
  ];
}

/** Until when, of what waits: a correction has its own term, a filing that of the call. */
export function deadlineOf(waits: readonly Wait[], target: Target): Date | null {
  if (waits.includes('correct')) return target.correctionDueAt ?? null;
  return waits.includes('file') || waits.includes('fileAgain') ? closingOf(target) : null;
}

export interface Placed {
  readonly id: string;
  readonly waits: readonly Wait[];
  readonly deadline: Date | null;
}

/** The nearest deadline first, then what is most pressing; total, so that a list is never shuffled. */
export function byUrgency(a: Placed, b: Placed): number {
  const time = (placed: Placed) => placed.deadline?.getTime() ?? Number.POSITIVE_INFINITY;
  const rank = ({ waits }: Placed) => Math.min(...waits.map((wait) => WAITS.indexOf(wait)));
  const gap = time(a) === time(b) ? 0 : time(a) - time(b);
  return gap || rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
}
