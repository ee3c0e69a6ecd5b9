import type { EntityManager } from 'typeorm';
import type { NewestFirst } from './invitations.schemas.js';
import type { NetworkLinkState, NetworkSide } from './network-link.rules.js';
import type { FollowedPage, NetworkLinkView } from './network-links.schemas.js';

export type NetworkLinkRow = Omit<NetworkLinkView, 'actions'>;

/** A second one open between the same two is refused by the constraint network_link_one_open. */
export async function insertLink(
  tx: EntityManager,
  given: { id: string; networkId: string; memberId: string; askedBy: string; at: Date },
): Promise<void> {
  await tx.sql`
    insert into network_link (id, network_id, member_id, state, asked_at, asked_by)
    values (${given.id}, ${given.networkId}, ${given.memberId}, 'asked', ${given.at}, ${given.askedBy})`;
}

interface Change {
  readonly id: string;
  readonly from: NetworkLinkState;
  readonly by: string;
  readonly at: Date;
}

/** One outcome each: only from the state that was read. */
export async function answerLink(
  tx: EntityManager,
  { id, from, to, reason, by, at }: Change & { readonly to: NetworkLinkState; readonly reason: string | null },
): Promise<boolean> {
  const [, answered] = await tx.sql<[unknown[], number]>`
    update network_link set state = ${to}, reason = ${reason}, answered_at = ${at}, answered_by = ${by}
    where id = ${id} and state = ${from}`;
  return answered === 1;
}

export async function endLink(tx: EntityManager, { id, from, side, by, at }: Change & { readonly side: NetworkSide }): Promise<boolean> {
  const [, ended] = await tx.sql<[unknown[], number]>`
    update network_link set state = 'ended', ended_at = ${at}, ended_by = ${by}, ended_side = ${side}
    where id = ${id} and state = ${from}`;
  return ended === 1;
}

/** Nobody is left to consent, or to follow. */
export async function endAllLinks(tx: EntityManager, organisationId: string, at: Date): Promise<void> {
  await tx.sql`
    update network_link set state = 'ended', ended_at = ${at}, ended_side = 'service'
    where state in ('asked', 'followed') and (network_id = ${organisationId} or member_id = ${organisationId})`;
}

/**
 * A suspension outlives its members: otherwise leaving and claiming again would lift it. What was typed to claim it, and where its
 * people were written to, go with them.
 */
export async function markWithoutMembers(tx: EntityManager, organisationId: string, at: Date): Promise<void> {
  await tx.sql`
    update organisation set contact_email = null, updated_at = ${at}, state = case when state = 'suspended' then state else 'unclaimed' end,
      second_factor_required = second_factor_required and state = 'suspended',
      proof = case when state = 'suspended' then proof end, claimed_by = case when state = 'suspended' then claimed_by end
    where id = ${organisationId}`;
}

export interface FoundMember {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public_owner' | 'ess';
  readonly state: string;
  readonly hasMembers: boolean;
}

export async function findBody(db: EntityManager, id: string): Promise<FoundMember | null> {
  const [found] = await db.sql<FoundMember[]>`
    select o.id, o.name, o.kind, o.state, exists (select 1 from membership m where m.organisation_id = o.id) as "hasMembers"
    from organisation o where o.id = ${id}`;
  return found ?? null;
}

/** As one of its two sides sees it; null when it is not about this organisation. */
export async function findLink(db: EntityManager, organisationId: string, id: string): Promise<NetworkLinkRow | null> {
  const [found] = await db.sql<{ link: NetworkLinkRow }[]>`
    select jsonb_build_object('id', l.id, 'side', case when l.network_id = ${organisationId}::uuid then 'network' else 'member' end,
      'network', jsonb_build_object('id', n.id, 'name', n.name), 'member', jsonb_build_object('id', m.id, 'name', m.name),
      'state', l.state, 'reason', l.reason, 'askedAt', l.asked_at, 'answeredAt', l.answered_at, 'endedAt', l.ended_at,
      'endedBy', l.ended_side) as link
    from network_link l join organisation n on n.id = l.network_id join organisation m on m.id = l.member_id
    where l.id = ${id} and ${organisationId}::uuid in (l.network_id, l.member_id)`;
  return found?.link ?? null;
}

/** Both those it follows and those that follow it, ended ones too, the latest first. */
export async function listLinks(db: EntityManager, organisationId: string, { cursor, limit }: NewestFirst): Promise<NetworkLinkRow[]> {
  const [after] = cursor ?? [null];
  const rows = await db.sql<{ link: NetworkLinkRow }[]>`
    select jsonb_build_object('id', l.id, 'side', case when l.network_id = ${organisationId}::uuid then 'network' else 'member' end,
      'network', jsonb_build_object('id', n.id, 'name', n.name), 'member', jsonb_build_object('id', m.id, 'name', m.name),
      'state', l.state, 'reason', l.reason, 'askedAt', l.asked_at, 'answeredAt', l.answered_at, 'endedAt', l.ended_at,
      'endedBy', l.ended_side) as link
    from network_link l join organisation n on n.id = l.network_id join organisation m on m.id = l.member_id
    where (l.network_id = ${organisationId} or l.member_id = ${organisationId}) and (${after}::uuid is null or l.id < ${after}::uuid)
    order by l.id desc limit ${limit + 1}`;
  return rows.map(({ link }) => link);
}

type Followed = FollowedPage['items'][number];

/** Public projects only, as their own page would show them (projects.queries.ts). */
export async function listFollowed(db: EntityManager, networkId: string, { cursor, limit }: NewestFirst): Promise<Followed[]> {
  const [after] = cursor ?? [null];
  const rows = await db.sql<{ followed: Followed }[]>`
    select jsonb_build_object('linkId', l.id, 'since', l.answered_at,
      'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'commune', c.name, 'departmentCode', o.department_code),
      'openPublicProjects', p.open, 'settledPublicProjects', p.settled, 'searchingSince', p.since) as followed
    from network_link l join organisation o on o.id = l.member_id left join territory c on c.id = o.commune_id
    cross join lateral (
      select count(*) filter (where state = 'open') as open, count(*) filter (where state = 'matched') as settled,
             min(created_at) filter (where state = 'open') as since
      from project where organisation_id = o.id and public) p
    where l.network_id = ${networkId} and l.state = 'followed' and o.state <> 'suspended' and (${after}::uuid is null or l.id < ${after}::uuid)
    order by l.id desc limit ${limit + 1}`;
  return rows.map(({ followed }) => followed);
}
