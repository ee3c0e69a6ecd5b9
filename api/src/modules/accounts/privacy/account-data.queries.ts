import type { EntityManager } from 'typeorm';

/** What the person would recognise of their account. Never the password's hash nor the second factor's secret. */
export async function readMyAccount(db: EntityManager, accountId: string): Promise<object> {
  const [account] = await db.sql<object[]>`
    select a.id, a.email, a.email_verified_at as "emailVerifiedAt", a.display_name as "displayName", a.language,
           a.platform_role as "platformRole", a.password_hash is not null as "hasPassword", a.created_at as "createdAt",
           a.signed_in_at as "signedInAt",
           (select coalesce(json_agg(json_build_object('issuer', i.issuer, 'subject', i.subject, 'linkedAt', i.created_at,
                                                       'usedAt', i.used_at) order by i.created_at), '[]')
            from account_identity i where i.account_id = a.id) as identities,
           (select coalesce(json_agg(json_build_object('purpose', l.purpose, 'address', l.email, 'sentAt', l.created_at, 'endsAt', l.expires_at,
                                                       'usedAt', l.used_at) order by l.created_at), '[]')
            from account_token l where l.account_id = a.id) as links,
           (select f.confirmed_at from second_factor f where f.account_id = a.id) as "secondFactorSince",
           (select count(*)::int from recovery_code c where c.account_id = a.id and c.used_at is null) as "recoveryCodesLeft"
    from account a where a.id = ${accountId}`;
  return account ?? {};
}

export async function readMySessionsData(db: EntityManager, accountId: string): Promise<object> {
  const sessions = await db.sql<object[]>`
    select sess ->> 'startedAt' as "startedAt", sess ->> 'seenAt' as "seenAt", sess -> 'device' as device,
           sess ? 'secondFactorAt' as "secondFactor"
    from session where sess ->> 'accountId' = ${accountId} order by sess ->> 'startedAt'`;
  return { sessions };
}

/** Messages sent to the person; the values of their sentences may name others, so they stay out. */
export async function readMyMessages(db: EntityManager, accountId: string): Promise<object> {
  const messages = await db.sql<object[]>`
    select template, language, recipient, state, created_at as "createdAt", sent_at as "sentAt"
    from outgoing_mail where account_id = ${accountId} order by created_at`;
  return { messages };
}

/** What the person did, and what was decided about them. Numbers of other people, and who decided, are left out. */
export async function readMyActs(db: EntityManager, accountId: string): Promise<object> {
  const acts = await db.sql<object[]>`
    select at, action, actor_kind = 'person' and actor_id = ${accountId} as "byMe", thing_kind as "thingKind",
           case when thing_kind not in ('account', 'membership') or thing_id = ${accountId} then thing_id end as "thingId",
           organisation_id as "organisationId", from_state as "from", to_state as "to", why
    from journal_act
    where (actor_kind = 'person' and actor_id = ${accountId}) or (thing_kind in ('account', 'membership') and thing_id = ${accountId})
    order by seq`;
  return { acts };
}
