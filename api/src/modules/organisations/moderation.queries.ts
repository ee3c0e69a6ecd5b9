import type { EntityManager } from 'typeorm';
import type { Language } from '../../platform/http/request-context.js';
import type { Registered } from './organisation.checks.rules.js';
import type { OrganisationState } from './organisation.rules.js';
import type { OrganisationToVerify, QueueSearch } from './moderation.schemas.js';

export interface QueueRow extends Omit<OrganisationToVerify, 'daysWaiting' | 'checks' | 'claimedAt'> {
  readonly claimedAt: Date;
  readonly commune: string | null;
  readonly registered: Registered | null;
  readonly key: number;
}

/** Oldest first, with what registers said when it was claimed. */
export function listQueue(db: EntityManager, { state, cursor, limit }: QueueSearch): Promise<QueueRow[]> {
  const [afterKey, afterId] = cursor ?? [null, null];
  return db.query(
    `select o.id, o.name, o.kind, o.owner_kind as "ownerKind", o.legal_form as "legalForm", o.state, o.siret, o.rna, o.website,
       o.contact_email as "contactEmail", o.proof, waiting.since as "claimedAt", o.decision_reason as "decisionReason", c.name as commune,
       case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end as territory,
       json_build_object('status', coalesce(o.register_facts ->> 'status', 'unknown'), 'name', r.body -> 'source' ->> 'register',
         'asOf', r.body -> 'source' ->> 'asOf') as register,
       case when r.body is not null then r.body || jsonb_build_object('commune', rc.name) end as registered,
       (select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name) order by n.id), '[]')
          from (select id, name from organisation where name_plain = o.name_plain and id <> o.id order by id limit 10) n) as "sameName",
       (select count(*)::int from organisation_evidence e where e.organisation_id = o.id and e.state = 'declared') as "evidenceToCheck",
       (select count(*)::int from membership m where m.organisation_id = o.id) as members,
       waiting.key
     from organisation o
     cross join lateral (select coalesce(o.claimed_at, o.created_at) as since,
       (extract(epoch from coalesce(o.claimed_at, o.created_at)) * 1000000)::bigint as key) waiting
     cross join lateral (select nullif(o.register_facts -> 'body', 'null'::jsonb) as body) r
     left join territory c on c.id = o.commune_id
     left join territory t on t.id = o.territory_id
     left join territory rc on rc.id = 'commune:' || (r.body ->> 'communeCode')
     where o.state = $1 and not o.demo and ($2::bigint is null or (waiting.key, o.id) > ($2, $3::uuid))
     order by waiting.key, o.id limit $4`,
    [state, afterKey, afterId, limit + 1],
  );
}

export interface StateChange {
  readonly id: string;
  readonly from: OrganisationState;
  readonly to: OrganisationState;
  readonly reason: string;
  readonly at: Date;
}

/** @returns false when it left that state meanwhile: two moderators, one decision */
export async function decideState(tx: EntityManager, { id, from, to, reason, at }: StateChange): Promise<boolean> {
  const [changed] = await tx.sql<[{ id: string }[], number]>`
    update organisation set state = ${to}, decided_at = ${at}, decision_reason = ${reason}, updated_at = ${at}, version = version + 1,
      state_before_suspension = case when ${to} = 'suspended' then state end,
      verified_at = case when ${to} = 'verified' then coalesce(verified_at, ${at}::timestamptz) when ${to} = 'refused' then null else verified_at end
    where id = ${id} and state = ${from} returning id`;
  return changed.length > 0;
}

/** Takes its numbers and what registers said of them away from a refused claim, so that the true body can be claimed. */
export async function releaseNumbers(tx: EntityManager, id: string): Promise<void> {
  await tx.sql`update organisation set siret = null, rna = null, territory_id = null, register_facts = null where id = ${id}`;
  await tx.sql`delete from organisation_status where organisation_id = ${id}`;
}

export interface Administrator {
  readonly accountId: string;
  readonly email: string;
  readonly language: Language;
}

export function readAdministrators(db: EntityManager, organisationId: string): Promise<Administrator[]> {
  return db.sql<Administrator[]>`
    select a.id as "accountId", a.email, a.language from membership m join account a on a.id = m.account_id
    where m.organisation_id = ${organisationId} and m.role = 'administrator' and a.state = 'active' and a.email_verified_at is not null
    order by a.id`;
}
