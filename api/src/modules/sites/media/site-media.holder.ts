import { authorise } from '../../../platform/access/authorise.js';
import { type Actor, type Permission, type Refusal, whyNotAllowed } from '../../../platform/access/permission.js';
import type { HeldSite } from './site-media.queries.js';

type Organisation = HeldSite['holders'][number];

/** The one of a place's organisations in whose name the actor may do this; else the one where the refusal says the most. */
function holderFor(permission: Permission, actor: Actor | null, { holders }: HeldSite): Organisation | null {
  const allowed = holders.find(({ id }) => whyNotAllowed(permission, actor, { organisationId: id }) === null);
  const member = holders.find(({ id }) => actor?.memberships.some(({ organisationId }) => organisationId === id));
  return allowed ?? member ?? holders[0] ?? null;
}

/** @throws Problem; @returns the organisation acted for, null for a moderator of a place that nobody holds */
export function authoriseHolder(permission: Permission, actor: Actor | null, site: HeldSite): Organisation | null {
  const holder = holderFor(permission, actor, site);
  authorise(permission, actor, { organisationId: holder?.id ?? null });
  return holder;
}

export function whyNotHolder(permission: Permission, actor: Actor | null, site: HeldSite): Refusal | null {
  return whyNotAllowed(permission, actor, { organisationId: holderFor(permission, actor, site)?.id ?? null });
}
