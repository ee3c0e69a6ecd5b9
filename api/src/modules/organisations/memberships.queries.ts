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

/** For the person's own export. */
export function listMyMemberships(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select m.organisation_id as "organisationId", o.name as organisation, m.role, m.created_at as since
    from membership m join organisation o on o.id = m.organisation_id
    where m.account_id = ${accountId} order by m.created_at`;
}

/** Organisations with other members of which the person is the only administrator. Locks all of theirs: leaving together is taking turns. */
export async function listLedAlone(tx: EntityManager, accountId: string): Promise<{ id: string; name: string }[]> {
  await tx.sql`
    select 1 from organisation where id in (select organisation_id from membership where account_id = ${accountId})
    order by id for no key update`;
  return tx.sql<{ id: string; name: string }[]>`
    select o.id, o.name from membership mine join organisation o on o.id = mine.organisation_id
    where mine.account_id = ${accountId} and mine.role = 'administrator'
      and exists (select 1 from membership other where other.organisation_id = o.id and other.account_id <> ${accountId})
      and not exists (select 1 from membership other
                      where other.organisation_id = o.id and other.account_id <> ${accountId} and other.role = 'administrator')
    order by o.name, o.id`;
}

/** Ends every role of the person. An organisation left without anybody stays, and can be claimed again. */
export async function leaveAll(tx: EntityManager, accountId: string, at: Date): Promise<void> {
  const [left] = await tx.sql<[{ id: string }[], number]>`
    delete from membership where account_id = ${accountId} returning organisation_id as id`;
  await tx.sql`
    update organisation o set state = 'unclaimed', second_factor_required = false, updated_at = ${at}
    where o.id = any(${left.map(({ id }) => id)}::uuid[]) and o.state <> 'suspended'
      and not exists (select 1 from membership where organisation_id = o.id)`;
}
