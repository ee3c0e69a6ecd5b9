import type { ApplicationState } from '../applications/application.rules.js';

/** Who writes: those who asked, or those who answer for the place. */
export const MESSAGE_SIDES = ['applicant', 'owner'] as const;
export type MessageSide = (typeof MESSAGE_SIDES)[number];

/** States in which nothing more is decided: the owner may then close the thread. */
export const SETTLED_STATES = [
  'inadmissible',
  'not_shortlisted',
  'selected',
  'not_selected',
  'withdrawn',
  'obsolete',
] as const satisfies readonly ApplicationState[];

type MessageRefusal = 'messages-not-yet' | 'messages-closed' | 'messages-decision-first';

export interface Thread {
  readonly state: ApplicationState;
  /** The owner's agents may read the file: it was filed, and its call is closed. */
  readonly isRead: boolean;
  readonly isClosed: boolean;
}

/** Why nothing can be written. Before the closing of a call everyone asks in public, so that nobody learns more than the others. */
export function whyNotWriteMessage({ isRead, isClosed }: Thread): MessageRefusal | null {
  if (!isRead) return 'messages-not-yet';
  return isClosed ? 'messages-closed' : null;
}

/** Why the owner may not close the thread: as long as something is to be decided the applicant must be able to answer. */
export function whyNotCloseMessages({ state, isRead }: Thread): MessageRefusal | null {
  if (!isRead) return 'messages-not-yet';
  return (SETTLED_STATES as readonly string[]).includes(state) ? null : 'messages-decision-first';
}
