import type { EntityManager } from 'typeorm';
import type { OrganisationRole } from '../../platform/access/permission.js';
import { settleInvitations } from './invitations.queries.js';
import { settleJoinRequest } from './join-requests.queries.js';
import { insertMember } from './members.queries.js';

interface Arrival {
  readonly organisationId: string;
  readonly accountId: string;
  readonly role: OrganisationRole;
  /** Who let them in. */
  readonly by: string;
  readonly at: Date;
}

/** Somebody becomes a member, whichever way they came: the other way, if it was open too, is closed. A member keeps their role. */
export async function arrive(tx: EntityManager, { organisationId, accountId, role, by, at }: Arrival): Promise<void> {
  await insertMember(tx, { organisationId, accountId, role, at });
  await settleInvitations(tx, organisationId, accountId, at);
  await settleJoinRequest(tx, { organisationId, accountId, answeredBy: by, at });
}
