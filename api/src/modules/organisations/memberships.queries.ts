import type { EntityManager } from 'typeorm';
import type { ShownMembership } from '../../platform/access/actors.js';
import type { Membership } from '../../platform/access/permission.js';

/** A person's roles, as every decision reads them. */
export function readMemberships(db: EntityManager, accountId: string): Promise<Membership[]> {
  return db.sql<Membership[]>`
    select m.organisation_id as "organisationId", m.role, o.state as "organisationState",
           o.second_factor_required as "secondFactorRequired"
    from membership m join organisation o on o.id = m.organisation_id
    where m.account_id = ${accountId}`;
}

/** The same for people's eyes, by name. */
export function readShownMemberships(db: EntityManager, accountId: string): Promise<ShownMembership[]> {
  return db.sql<ShownMembership[]>`
    select m.organisation_id as "organisationId", o.name, o.kind, o.state, m.role, o.second_factor_required as "secondFactorRequired"
    from membership m join organisation o on o.id = m.organisation_id
    where m.account_id = ${accountId}
    order by o.name_plain, o.id`;
}
