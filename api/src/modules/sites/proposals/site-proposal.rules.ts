import { next, type Transition } from '../../../platform/state-machine.js';
import { CONSTRAINTS, FEATURES, type SiteState } from '../site.vocabulary.js';

export const SITE_PROPOSAL_STATES = ['unconfirmed', 'received', 'accepted', 'refused'] as const;
export type SiteProposalState = (typeof SITE_PROPOSAL_STATES)[number];

/** A proposal: asked, confirmed from the mailbox it names, then decided by who keeps the place, or by a moderator. */
export const SITE_PROPOSAL_TRANSITIONS = [
  { action: 'confirm', from: ['unconfirmed'], to: 'received', by: ['proposer'] },
  { action: 'accept', from: ['received'], to: 'accepted', by: ['keeper', 'moderator'] },
  { action: 'refuse', from: ['received'], to: 'refused', by: ['keeper', 'moderator'], reason: 'needed' },
] as const satisfies readonly Transition<SiteProposalState, string, 'proposer' | 'keeper' | 'moderator'>[];

/** Someone signed in with a confirmed address has nothing to confirm. */
export const SITE_PROPOSAL_INITIAL_STATES = ['unconfirmed', 'received'] as const satisfies readonly SiteProposalState[];

export function nextSiteProposalState(state: SiteProposalState, action: 'confirm' | 'accept' | 'refuse'): SiteProposalState | null {
  return next(SITE_PROPOSAL_TRANSITIONS, state, action);
}

/** What a third party may correct: what can be seen or shown by a document. Terms, contacts and the owner's name are not theirs to say. */
export const CORRECTABLE = [
  'name',
  'address',
  'summary',
  'formerActivity',
  'builtYear',
  'vacantSince',
  'buildingCount',
  'condition',
  'ownerKind',
  'landAreaM2',
  'footprintM2',
  'planningDocument',
  'planningZone',
] as const;
export type CorrectableFact = (typeof CORRECTABLE)[number];
export const CORRECTABLE_FIELDS = [
  ...CORRECTABLE,
  ...FEATURES.map((word) => `features.${word}` as const),
  ...CONSTRAINTS.map((word) => `constraints.${word}` as const),
] as const;

/** `features.water: true` as an edit says it: `{ features: { water: true } }`. */
export function nested(proposed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const edit: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(proposed)) {
    const [key = '', word] = field.split('.');
    edit[key] = word === undefined ? value : { ...(edit[key] as object | undefined), [word]: value };
  }
  return edit;
}

/** Reasons of this module; each is a code of the problem table. */
export const SITE_PROPOSAL_REFUSALS = ['proposal-state-forbids', 'own-proposal', 'site-state-forbids'] as const;
export type SiteProposalRefusal = (typeof SITE_PROPOSAL_REFUSALS)[number];

export interface DecidedProposal {
  readonly state: SiteProposalState;
  readonly siteState: SiteState | null;
  /** The person who decides is the one who proposed. */
  readonly isOwn: boolean;
}

/** Nobody decides on their own; a place that is closed stays as it was closed. */
export function whyNotDecide({ state, siteState, isOwn }: DecidedProposal, action: 'accept' | 'refuse'): SiteProposalRefusal | null {
  if (nextSiteProposalState(state, action) === null) return 'proposal-state-forbids';
  if (isOwn) return 'own-proposal';
  return action === 'accept' && siteState === 'closed' ? 'site-state-forbids' : null;
}
