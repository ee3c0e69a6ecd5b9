import type { EntityManager } from 'typeorm';
import type { OrganisationRole } from '../../platform/access/permission.js';
import type { Crew } from './member.rules.js';
import type { MembersSearch, MemberView } from './members.schemas.js';

export interface LockedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public_owner' | 'ess';
  readonly state: string;
  readonly secondFactorRequired: boolean;
}

/** Until the end of the transaction nobody else changes this organisation or its people. */
export async function lockOrganisation(tx: EntityManager, id: string): Promise<LockedOrganisation | null> {
  const [found] = await tx.sql<LockedOrganisation[]>`
    select id, name, kind, state, second_factor_required as "secondFactorRequired"
    from organisation where id = ${id} for no key update`;
  return found ?? null;
}

export async function countCrew(tx: EntityManager, organisationId: string): Promise<Crew> {
  const [crew] = await tx.sql<Crew[]>`
    select count(*)::int as members, (count(*) filter (where role = 'administrator'))::int as administrators
    from membership where organisation_id = ${organisationId}`;
  return crew!;
}

export async function readRole(tx: EntityManager, organisationId: string, accountId: string): Promise<OrganisationRole | null> {
  const [found] = await tx.sql<{ role: OrganisationRole }[]>`
    select role from membership where organisation_id = ${organisationId} and account_id = ${accountId}`;
  return found?.role ?? null;
}

/** @returns false when the person is a member already, and keeps their role */
export async function insertMember(
  tx: EntityManager,
  { organisationId, accountId, role, at }: { organisationId: string; accountId: string; role: OrganisationRole; at: Date },
): Promise<boolean> {
  const added = await tx.sql<unknown[]>`
    insert into membership (organisation_id, account_id, role, created_at, updated_at)
    values (${organisationId}, ${accountId}, ${role}, ${at}, ${at})
    on conflict on constraint membership_pkey do nothing returning account_id`;
  return added.length > 0;
}

export async function updateRole(
  tx: EntityManager,
  organisationId: string,
  accountId: string,
  role: OrganisationRole,
  at: Date,
): Promise<void> {
  await tx.sql`
    update membership set role = ${role}, updated_at = ${at} where organisation_id = ${organisationId} and account_id = ${accountId}`;
}

export async function deleteMember(tx: EntityManager, organisationId: string, accountId: string): Promise<void> {
  await tx.sql`delete from membership where organisation_id = ${organisationId} and account_id = ${accountId}`;
}

export async function updateSecondFactorRule(tx: EntityManager, organisationId: string, required: boolean, at: Date): Promise<void> {
  await tx.sql`update organisation set second_factor_required = ${required}, updated_at = ${at} where id = ${organisationId}`;
}

/** By name, then id. E-mail addresses only when asked. */
export function listMembers(
  db: EntityManager,
  organisationId: string,
  { cursor, limit }: MembersSearch,
  withEmail: boolean,
): Promise<(MemberView & { readonly key: string })[]> {
  const [afterName, afterId] = cursor ?? [null, null];
  return db.sql`
    select m.account_id as "accountId", a.display_name as "displayName", case when ${withEmail} then a.email end as email, m.role,
           m.created_at as since, plain_text(coalesce(a.display_name, '')) as key
    from membership m join account a on a.id = m.account_id
    where m.organisation_id = ${organisationId}
      and (${afterId}::uuid is null or (plain_text(coalesce(a.display_name, '')), a.id) > (${afterName}::text, ${afterId}::uuid))
    order by plain_text(coalesce(a.display_name, '')), a.id
    limit ${limit + 1}`;
}

export async function findMember(db: EntityManager, organisationId: string, accountId: string): Promise<MemberView | null> {
  const [found] = await db.sql<MemberView[]>`
    select m.account_id as "accountId", a.display_name as "displayName", a.email, m.role, m.created_at as since
    from membership m join account a on a.id = m.account_id
    where m.organisation_id = ${organisationId} and m.account_id = ${accountId}`;
  return found ?? null;
}
