import { next, type Transition } from '../../platform/state-machine.js';

export const INVITATION_STATES = ['pending', 'accepted', 'declined', 'cancelled', 'expired'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export const INVITATION_TRANSITIONS = [
  { action: 'accept', from: ['pending'], to: 'accepted', by: ['invited'] },
  { action: 'decline', from: ['pending'], to: 'declined', by: ['invited'] },
  { action: 'cancel', from: ['pending'], to: 'cancelled', by: ['administrator', 'service'] },
  { action: 'expire', from: ['pending'], to: 'expired', by: ['service'] },
] as const satisfies readonly Transition<InvitationState, string, 'invited' | 'administrator' | 'service'>[];

export const INVITATION_INITIAL_STATES = ['pending'] as const satisfies readonly InvitationState[];

const DAY_MS = 86_400_000;
export const INVITATION_VALID_MS = 14 * DAY_MS;
/** However often an administrator asks, one address gets one message a day from an organisation. */
const SEND_AGAIN_AFTER_MS = DAY_MS;
/** Somebody who said no is left in peace: only they can come back to it, by asking to join. */
const DECLINE_HOLDS_MS = 90 * DAY_MS;

interface Invitation {
  readonly state: InvitationState;
  readonly expiresAt: Date;
}
const ENDED = {
  accepted: 'invitation-used',
  declined: 'invitation-declined',
  cancelled: 'invitation-cancelled',
  expired: 'invitation-expired',
} as const;

/** Why an invitation can no longer be accepted, declined or cancelled. Its term holds even before anything has marked it. */
export function whyNotUse({ state, expiresAt }: Invitation, now: Date): (typeof ENDED)[keyof typeof ENDED] | null {
  if (next(INVITATION_TRANSITIONS, state, 'accept') === null) return ENDED[state as keyof typeof ENDED];
  return expiresAt <= now ? 'invitation-expired' : null;
}

/** The state people see: an invitation past its term is expired. */
export function shownState({ state, expiresAt }: Invitation, now: Date): InvitationState {
  return state === 'pending' && expiresAt <= now ? 'expired' : state;
}

export function mayBeSentAgain(sentAt: Date, now: Date): boolean {
  return now.getTime() - sentAt.getTime() >= SEND_AGAIN_AFTER_MS;
}

export function declinesBefore(now: Date): Date {
  return new Date(now.getTime() - DECLINE_HOLDS_MS);
}

/** A name typed by somebody we do not know must not become a link in a stranger's mailbox. */
export function withoutLinks(name: string): string {
  return name.replace(/(?<=\S)[.@:/](?=\S)/g, '$&\u2060');
}
