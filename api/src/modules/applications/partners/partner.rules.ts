import { type ActionOf, next, type Transition } from '../../../platform/state-machine.js';

export const PARTNER_STATES = ['invited', 'accepted', 'declined', 'removed', 'left'] as const;
export type PartnerState = (typeof PARTNER_STATES)[number];

/** `lead`: who files; `partner`: somebody entitled in the organisation that was invited. */
type PartnerRole = 'lead' | 'partner';

/** An organisation that writes a file together with the one that leads it. */
export const PARTNER_TRANSITIONS = [
  { action: 'invite', from: ['declined', 'removed', 'left'], to: 'invited', by: ['lead'] },
  { action: 'accept', from: ['invited'], to: 'accepted', by: ['partner'] },
  { action: 'decline', from: ['invited'], to: 'declined', by: ['partner'] },
  { action: 'remove', from: ['invited', 'accepted'], to: 'removed', by: ['lead'] },
  { action: 'leave', from: ['accepted'], to: 'left', by: ['partner'] },
] as const satisfies readonly Transition<PartnerState, string, PartnerRole>[];

export type PartnerAction = ActionOf<typeof PARTNER_TRANSITIONS>;
export const PARTNER_INITIAL_STATES = ['invited'] as const satisfies readonly PartnerState[];
export const PARTNERS_AT_MOST = 10;

/** @param state null = not known yet: the first invitation makes it */
export function nextPartnerState(state: PartnerState | null, action: PartnerAction): PartnerState | null {
  if (state === null) return action === 'invite' ? 'invited' : null;
  return next(PARTNER_TRANSITIONS, state, action);
}

export interface Invited {
  readonly kind: string;
  readonly isLead: boolean;
  readonly isOwner: boolean;
  readonly state: PartnerState | null;
  /** Invited or writing already. */
  readonly count: number;
}

type InvitationRefusal = 'ess-organisations-only' | 'partner-not-possible' | 'partner-already' | 'too-many-partners';

/** Why an organisation is not invited to write a file. */
export function whyNotInvitePartner({ kind, isLead, isOwner, state, count }: Invited): InvitationRefusal | null {
  if (isLead || isOwner) return 'partner-not-possible';
  if (kind !== 'ess') return 'ess-organisations-only';
  if (nextPartnerState(state, 'invite') === null) return 'partner-already';
  return count >= PARTNERS_AT_MOST ? 'too-many-partners' : null;
}
