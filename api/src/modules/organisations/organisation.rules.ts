import { type ActionOf, next, type Transition } from '../../platform/state-machine.js';

export const ORGANISATION_STATES = ['unclaimed', 'claimed', 'verified', 'refused', 'suspended'] as const;
export type OrganisationState = (typeof ORGANISATION_STATES)[number];
type OrganisationHolder = 'claimant' | 'administrator' | 'moderator';

/**
 * The life of an organisation (domain §3): somebody claims it, a moderator verifies or refuses, and may suspend. After a suspension it
 * is again what it was before, which is why there are two ways back.
 */
export const ORGANISATION_TRANSITIONS = [
  { action: 'claim', from: ['unclaimed'], to: 'claimed', by: ['claimant'] },
  { action: 'claimAgain', from: ['refused'], to: 'claimed', by: ['administrator'] },
  { action: 'verify', from: ['claimed'], to: 'verified', by: ['moderator'], reason: 'needed' },
  { action: 'refuse', from: ['claimed', 'verified'], to: 'refused', by: ['moderator'], reason: 'needed' },
  { action: 'release', from: ['refused'], to: 'refused', by: ['moderator'], reason: 'needed' },
  { action: 'suspend', from: ['claimed', 'verified'], to: 'suspended', by: ['moderator'], reason: 'needed' },
  { action: 'reinstate', from: ['suspended'], to: 'verified', by: ['moderator'], reason: 'needed' },
  { action: 'reinstateUnverified', from: ['suspended'], to: 'claimed', by: ['moderator'], reason: 'needed' },
] as const satisfies readonly Transition<OrganisationState, string, OrganisationHolder>[];

export type OrganisationAction = ActionOf<typeof ORGANISATION_TRANSITIONS>;

export const ORGANISATION_INITIAL_STATES = ['unclaimed'] as const satisfies readonly OrganisationState[];

/** States in which an organisation acts in public: publishes, opens a project, answers a call. Before that its members work on drafts. */
export const STATES_THAT_ACT = ['verified'] as const satisfies readonly OrganisationState[];

export function nextOrganisationState(state: OrganisationState, action: OrganisationAction): OrganisationState | null {
  return next(ORGANISATION_TRANSITIONS, state, action);
}

/** How the public knows an organisation. That a claim was refused is between its members and the moderators. */
export const STANDINGS = ['unclaimed', 'unverified', 'verified', 'suspended'] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf(state: OrganisationState): Standing {
  return state === 'claimed' || state === 'refused' ? 'unverified' : state;
}

/**
 * What people wrote about themselves is public once a moderator has verified who they are: until then a page in the name of a body
 * could be written by anybody. A suspended organisation keeps its name, so that its partners learn that it is suspended.
 */
export function saysItsWordsInPublic(state: OrganisationState): boolean {
  return state === 'verified';
}
