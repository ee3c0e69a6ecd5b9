import type { EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor, Permission } from '../../platform/access/permission.js';
import { problem } from '../../platform/http/problem.js';
import { type LockedOrganisation, lockOrganisation } from './members.queries.js';
import { readMemberships } from './memberships.queries.js';

/**
 * The start of every change to an organisation's people: one at a time per organisation, and decided with the actor's rights as they
 * are now. Two administrators who demote each other at the same moment have one outcome.
 * @throws Problem when the actor may not
 */
export async function enterOrganisation(
  tx: EntityManager,
  permission: Permission,
  actor: Actor,
  organisationId: string,
): Promise<LockedOrganisation> {
  authorise(permission, actor, { organisationId });
  const organisation = await lockOrganisation(tx, organisationId);
  const memberships = await readMemberships(tx, actor.accountId);
  authorise(permission, { ...actor, memberships }, { organisationId });
  if (organisation === null) throw problem('not-found');
  return organisation;
}
