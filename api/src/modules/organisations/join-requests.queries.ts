import type { EntityManager } from 'typeorm';
import type { NewestFirst } from './invitations.schemas.js';
import type { JoinRequestState } from './join-request.rules.js';
import type { JoinRequestView } from './join-requests.schemas.js';

export type JoinRequestRow = Omit<JoinRequestView, 'actions'>;

/** A second one waiting for the same person and organisation is refused by the constraint join_request_one_pending. */
export async function insertJoinRequest(
  tx: EntityManager,
  given: { id: string; organisationId: string; accountId: string; message: string; at: Date },
): Promise<void> {
  await tx.sql`
    insert into join_request (id, organisation_id, account_id, message, state, created_at)
    values (${given.id}, ${given.organisationId}, ${given.accountId}, ${given.message}, 'pending', ${given.at})`;
}

interface Ending {
  readonly id: string;
  readonly to: JoinRequestState;
  readonly reason?: string | null;
  readonly answeredBy: string | null;
  readonly at: Date;
}

/** One outcome each: only a request still waiting ends this way. */
export async function endJoinRequest(tx: EntityManager, { id, to, reason = null, answeredBy, at }: Ending): Promise<boolean> {
  const [, ended] = await tx.sql<[unknown[], number]>`
    update join_request set state = ${to}, reason = ${reason}, answered_by = ${answeredBy}, ended_at = ${at}
    where id = ${id} and state = 'pending'`;
  return ended === 1;
}

/** Somebody became a member another way: what they asked for is granted. */
export async function settleJoinRequest(
  tx: EntityManager,
  given: { organisationId: string; accountId: string; answeredBy: string; at: Date },
): Promise<void> {
  await tx.sql`
    update join_request set state = 'accepted', answered_by = ${given.answeredBy}, ended_at = ${given.at}
    where organisation_id = ${given.organisationId} and account_id = ${given.accountId} and state = 'pending'`;
}

/** Nobody is left to answer. */
export async function declineAllJoinRequests(tx: EntityManager, organisationId: string, at: Date): Promise<void> {
  await tx.sql`
    update join_request set state = 'declined', reason = 'L’organisation n’a plus de membres.', ended_at = ${at}
    where organisation_id = ${organisationId} and state = 'pending'`;
}

export async function findJoinRequest(db: EntityManager, organisationId: string, id: string): Promise<JoinRequestRow | null> {
  const [found] = await db.sql<{ request: JoinRequestRow }[]>`
    select jsonb_build_object('id', r.id, 'organisation', jsonb_build_object('id', o.id, 'name', o.name),
      'person', jsonb_build_object('accountId', a.id, 'displayName', a.display_name, 'email', a.email),
      'message', r.message, 'state', r.state, 'reason', r.reason, 'createdAt', r.created_at, 'endedAt', r.ended_at) as request
    from join_request r join organisation o on o.id = r.organisation_id join account a on a.id = r.account_id
    where r.id = ${id} and r.organisation_id = ${organisationId}`;
  return found?.request ?? null;
}

interface Of {
  readonly organisationId: string | null;
  readonly accountId: string | null;
}

/** Of one organisation or of one person, the latest first. */
export async function listJoinRequests(db: EntityManager, { organisationId, accountId }: Of, page: NewestFirst): Promise<JoinRequestRow[]> {
  const [after] = page.cursor ?? [null];
  const rows = await db.sql<{ request: JoinRequestRow }[]>`
    select jsonb_build_object('id', r.id, 'organisation', jsonb_build_object('id', o.id, 'name', o.name),
      'person', jsonb_build_object('accountId', a.id, 'displayName', a.display_name, 'email', a.email),
      'message', r.message, 'state', r.state, 'reason', r.reason, 'createdAt', r.created_at, 'endedAt', r.ended_at) as request
    from join_request r join organisation o on o.id = r.organisation_id join account a on a.id = r.account_id
    where (${organisationId}::uuid is null or r.organisation_id = ${organisationId}::uuid)
      and (${accountId}::uuid is null or r.account_id = ${accountId}::uuid)
      and (${after}::uuid is null or r.id < ${after}::uuid)
    order by r.id desc limit ${page.limit + 1}`;
  return rows.map(({ request }) => request);
}
