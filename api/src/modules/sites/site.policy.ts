import type { SiteState } from './site.vocabulary.js';

/**
 * What a stranger may know of a place. The database view `published_site` applies it; a test compares the two state by
 * state, so that this page stays the readable statement of the rule. Keys, alarms, interior plans and illicit occupation
 * have no public field at all.
 */
export const STATES_ON_OFFER = ['published', 'under_interest', 'under_call'] as const satisfies readonly SiteState[];

/** Decided or lived in: no longer on offer, but residents go on following the place. */
const STATES_TAKEN = ['awarded', 'occupied'] as const satisfies readonly SiteState[];

export function isSeenByAll(site: { readonly state: SiteState; readonly lead: boolean }): boolean {
  const visible: readonly SiteState[] = [...STATES_ON_OFFER, ...STATES_TAKEN];
  return visible.includes(site.state) || (site.state === 'potential' && site.lead);
}

/** The exact position, address, outline, parcels and walking distances are public only when the owner shows them. */
export function isPositionSeenByAll(site: {
  readonly locationShown: 'exact' | 'commune' | 'after_contact';
  readonly hasPoint: boolean;
}): boolean {
  return site.locationShown === 'exact' && site.hasPoint;
}
