import type { OrganisationRole } from '../../platform/access/permission.js';

/** How many people an organisation has, counted while nobody else can change it. */
export interface Crew {
  readonly members: number;
  readonly administrators: number;
}

/** Why somebody's role may not become another one. */
export function whyNotChangeRole(from: OrganisationRole, to: OrganisationRole, { administrators }: Crew): 'last-administrator' | null {
  return from === 'administrator' && to !== 'administrator' && administrators === 1 ? 'last-administrator' : null;
}

/**
 * Why somebody may not go. The only member may, when they say that they know it: the organisation stays, without members. Two
 * people leaving at the same moment cannot empty it by surprise.
 */
export function whyNotGo(
  role: OrganisationRole,
  { members, administrators }: Crew,
  evenIfLast: boolean,
): 'sole-member' | 'last-administrator' | null {
  if (members === 1) return evenIfLast ? null : 'sole-member';
  return role === 'administrator' && administrators === 1 ? 'last-administrator' : null;
}
