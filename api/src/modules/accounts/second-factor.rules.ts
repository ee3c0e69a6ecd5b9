import type { Actor } from '../../platform/access/permission.js';

/** Those who look after the service, and members of organisations that ask for it, keep their second factor. */
export function whyNotRemove({ platformRole, memberships }: Pick<Actor, 'platformRole' | 'memberships'>): 'second-factor-required' | null {
  const isAsked = platformRole !== null || memberships.some(({ secondFactorRequired }) => secondFactorRequired);
  return isAsked ? 'second-factor-required' : null;
}
