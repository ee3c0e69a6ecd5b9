import type { EntityManager } from 'typeorm';

export function listMyMemberships(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select m.organisation_id as "organisationId", o.name as organisation, m.role, m.created_at as since
    from membership m join organisation o on o.id = m.organisation_id
    where m.account_id = ${accountId} order by m.created_at`;
}

/** Those sent to the person's confirmed address, without who sent them; of those they sent, not to whom. */
export function listMyInvitations(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select o.name as organisation, i.role, i.state, i.created_at as "createdAt", i.ended_at as "endedAt", i.invited_by = a.id as "sentByMe"
    from invitation i join account a on a.id = ${accountId} join organisation o on o.id = i.organisation_id
    where i.invited_by = a.id or i.accepted_by = a.id or (i.email_key = a.email_key and a.email_verified_at is not null)
    order by i.created_at`;
}

/** Those they made, with the answer; of those they answered, their own words only, not who asked. */
export function listMyJoinRequests(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select o.name as organisation, case when j.account_id = ${accountId} then j.message end as message, j.state, j.reason,
           j.created_at as "createdAt", j.ended_at as "endedAt", j.account_id = ${accountId} as "askedByMe",
           j.answered_by is not distinct from ${accountId}::uuid as "answeredByMe"
    from join_request j join organisation o on o.id = j.organisation_id
    where j.account_id = ${accountId} or j.answered_by = ${accountId} order by j.created_at`;
}

/** Links between a network and its members that the person asked for, answered or ended; the reason is whose answer it was. */
export function listMyFollowing(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select n.name as network, m.name as member, l.state, case when l.answered_by = ${accountId} then l.reason end as reason,
           case when l.asked_by = ${accountId} then l.asked_at end as "iAskedAt",
           case when l.answered_by = ${accountId} then l.answered_at end as "iAnsweredAt",
           case when l.ended_by = ${accountId} then l.ended_at end as "iEndedAt"
    from network_link l join organisation n on n.id = l.network_id join organisation m on m.id = l.member_id
    where ${accountId}::uuid in (l.asked_by, l.answered_by, l.ended_by) order by l.asked_at`;
}

/** Organisations of the person, in the order everybody locks them. */
export async function listOrganisationsOf(tx: EntityManager, accountId: string): Promise<string[]> {
  const held = await tx.sql<{ id: string }[]>`
    select organisation_id as id from membership where account_id = ${accountId} order by organisation_id`;
  return held.map(({ id }) => id);
}

/** What the person was sent, or asked: the act stays, their address and words go, and nothing of it waits any more. */
export async function forgetInvitationsAndRequests(tx: EntityManager, accountId: string, at: Date): Promise<void> {
  await tx.sql`
    update invitation i set email = null, state = case when i.state = 'pending' then 'cancelled' else i.state end,
                            ended_at = coalesce(i.ended_at, ${at})
    from account a
    where a.id = ${accountId}
      -- Somebody else may have signed up with this address without proving that it is theirs: they end nobody's invitation.
      and (i.accepted_by = a.id or (i.email_key = a.email_key and a.email_verified_at is not null))`;
  await tx.sql`
    update join_request set message = null, reason = null, state = case when state = 'pending' then 'withdrawn' else state end,
                            ended_at = coalesce(ended_at, ${at})
    where account_id = ${accountId}`;
}

/** Addresses of people who were invited and whose invitation ended before this instant. */
export async function forgetEndedInvitations(db: EntityManager, before: Date): Promise<number> {
  const [, forgotten] = await db.sql<[unknown[], number]>`
    update invitation set email = null where email is not null and ended_at < ${before}`;
  return forgotten;
}

export async function forgetEndedRequests(db: EntityManager, before: Date): Promise<number> {
  const [, forgotten] = await db.sql<[unknown[], number]>`
    update join_request set message = null, reason = null
    where (message is not null or reason is not null) and ended_at < ${before}`;
  return forgotten;
}
