import type { EntityManager } from 'typeorm';
import type { Answers } from '../calls/form/question.schemas.js';
import type { SiteState } from '../sites/site.vocabulary.js';
import type { StoredInterestState } from './interest.rules.js';
import type { GrantInterest, InterestSearch } from './interests.schemas.js';

export interface RivalRow {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly need: string;
  readonly proposal: string;
  readonly arrivedAt: string;
  readonly withdrawn: boolean;
}

/** A request as stored; silence is the clock's to tell. */
export interface InterestRecord {
  readonly id: string;
  readonly state: StoredInterestState;
  readonly reason: string | null;
  readonly receivedAt: string;
  readonly silenceCounts: boolean;
  readonly application: { readonly id: string; readonly number: string | null; readonly title: string; readonly state: string };
  readonly answers: Answers;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly owner: { readonly id: string; readonly name: string };
  readonly site: { readonly id: string; readonly name: string; readonly commune: string | null; readonly state: SiteState };
  readonly window: { readonly noticeId: string; readonly opensAt: string; readonly closesAt: string } | null;
  readonly rivals: readonly RivalRow[];
  readonly decision: GrantInterest | null;
  readonly call: { readonly id: string; readonly title: string; readonly published: boolean } | null;
  readonly history: readonly {
    readonly at: string;
    readonly action: string;
    readonly toState: string;
    readonly reason: string | null;
    readonly who: string | null;
  }[];
  readonly key: number;
}

const LATEST = '-(extract(epoch from i.received_at) * 1000000)::bigint';
const RIVAL = `jsonb_build_object('id', r.id, 'organisation', jsonb_build_object('id', ro.id, 'name', ro.name), 'need', r.need, 'proposal', r.proposal,
  'arrivedAt', r.arrived_at, 'withdrawn', r.withdrawn_at is not null)`;
const RECORD = `jsonb_build_object('id', i.id, 'state', i.state, 'reason', i.reason, 'receivedAt', i.received_at, 'silenceCounts', i.silence_counts,
  'application', jsonb_build_object('id', a.id, 'number', a.number, 'title', a.title, 'state', a.state),
  'answers', coalesce((select g.content -> 'answers' from application_filing g where g.application_id = a.id order by g.sequence desc limit 1), a.answers),
  'organisation', jsonb_build_object('id', o.id, 'name', o.name), 'owner', jsonb_build_object('id', w.id, 'name', w.name),
  'site', jsonb_build_object('id', s.id, 'name', s.name, 'state', s.state, 'commune', t.name),
  'window', (select jsonb_build_object('noticeId', n.id, 'opensAt', n.opens_at, 'closesAt', n.closes_at)
    from legal_procedure p join legal_notice n on n.procedure_id = p.id where p.application_id = a.id and n.kind = 'interest' and n.withdrawn_at is null),
  'rivals', coalesce((select jsonb_agg(${RIVAL} order by r.arrived_at, r.id) from interest_rival r join organisation ro on ro.id = r.organisation_id
    where r.interest_id = i.id), '[]'),
  'decision', i.decision,
  'call', (select jsonb_build_object('id', c.id, 'title', c.title, 'published', c.published_at is not null) from call c where c.id = i.call_id),
  'history', coalesce((select jsonb_agg(jsonb_build_object('at', h.at, 'action', h.action, 'toState', h.to_state, 'reason', h.reason, 'who', p.display_name)
      order by h.id desc) from interest_history h left join account p on p.id = h.account_id where h.interest_id = i.id), '[]'),
  'key', ${LATEST})`;
const FROM = `interest i join application a on a.id = i.application_id join organisation o on o.id = a.organisation_id
  join organisation w on w.id = i.owner_id join site s on s.id = i.site_id left join territory t on t.id = s.commune_id`;

async function read(tx: EntityManager, rest: string, values: unknown[]): Promise<InterestRecord[]> {
  const rows: { interest: InterestRecord }[] = await tx.query(`select ${RECORD} as interest from ${FROM} ${rest}`, values);
  return rows.map((row) => row.interest);
}

export async function findInterest(tx: EntityManager, id: string): Promise<InterestRecord | null> {
  return (await read(tx, 'where i.id = $1', [id]))[0] ?? null;
}

export async function interestOfApplication(tx: EntityManager, applicationId: string): Promise<InterestRecord | null> {
  return (await read(tx, 'where i.application_id = $1', [applicationId]))[0] ?? null;
}

/** Acts on one place follow one another, and so do rivals and the end of a window. */
export async function lockPlaceOf(tx: EntityManager, interestId: string): Promise<void> {
  await tx.query('select 1 from site where id = (select site_id from interest where id = $1) for update', [interestId]);
  await tx.query('select 1 from interest where id = $1 for update', [interestId]);
}

/** The latest received first. */
export function interestsOfOwner(tx: EntityManager, ownerId: string, { cursor, limit }: InterestSearch): Promise<InterestRecord[]> {
  const [afterKey, afterId] = cursor ?? [null, null];
  return read(
    tx,
    `where i.owner_id = $1 and ($2::bigint is null or (${LATEST}, i.id) > ($2, $3::uuid)) order by ${LATEST}, i.id limit $4`,
    [ownerId, afterKey, afterId, limit + 1],
  );
}

/** Requests for a place that still wait, but this one. */
export function othersWaiting(tx: EntityManager, siteId: string, id: string): Promise<InterestRecord[]> {
  return read(tx, `where i.site_id = $1 and i.id <> $2 and i.state in ('received', 'publicity_open') order by i.id`, [siteId, id]);
}

/** A call that came out of requests, with what they filed and what rivals said. */
export function turnedInto(tx: EntityManager, callId: string): Promise<InterestRecord[]> {
  return read(tx, 'where i.call_id = $1 order by i.id', [callId]);
}

export async function openWindowOn(tx: EntityManager, siteId: string): Promise<InterestRecord | null> {
  return (await read(tx, `where i.site_id = $1 and i.state = 'publicity_open'`, [siteId]))[0] ?? null;
}

export async function interestOfNotice(tx: EntityManager, noticeId: string): Promise<InterestRecord | null> {
  const where = `where i.application_id = (select p.application_id from legal_notice n join legal_procedure p on p.id = n.procedure_id where n.id = $1)`;
  return (await read(tx, where, [noticeId]))[0] ?? null;
}

export interface Arrival {
  readonly applicationId: string;
  readonly siteId: string;
  readonly ownerId: string;
}

/** @returns false when the request was known: a file that is filed again is the same request */
export async function insertInterest(
  tx: EntityManager,
  line: Arrival & { readonly id: string; readonly receivedAt: Date; readonly at: Date },
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with added as (insert into interest (id, application_id, site_id, owner_id, state, received_at, silence_counts, updated_at)
       select $1, $2, $3, $4, 'received', $5, coalesce(s.owner_kind in ('region', 'department', 'epci', 'commune'), true), $6 from site s where s.id = $3
       on conflict (application_id) do nothing returning 1) select 1 from added`,
    [line.id, line.applicationId, line.siteId, line.ownerId, line.receivedAt, line.at],
  );
  return rows.length === 1;
}

export interface InterestMove {
  readonly to: StoredInterestState;
  readonly reason: string | null;
  readonly at: Date;
  readonly decision?: GrantInterest;
  readonly callId?: string;
}

/** On condition of the state that was read. */
export async function moveInterest(
  tx: EntityManager,
  { id, state }: Pick<InterestRecord, 'id' | 'state'>,
  move: InterestMove,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with moved as (update interest set state = $3, reason = $4, updated_at = $5, decision = $6, call_id = $7 where id = $1 and state = $2 returning 1)
     select 1 from moved`,
    [id, state, move.to, move.reason, move.at, move.decision === undefined ? null : JSON.stringify(move.decision), move.callId ?? null],
  );
  return rows.length === 1;
}

export interface InterestHistoryLine {
  readonly id: string;
  readonly interestId: string;
  readonly at: Date;
  readonly accountId: string | null;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly reason: string | null;
}

export async function addInterestHistory(tx: EntityManager, line: InterestHistoryLine): Promise<void> {
  await tx.query(
    `insert into interest_history (id, interest_id, at, account_id, action, from_state, to_state, reason) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [line.id, line.interestId, line.at, line.accountId, line.action, line.fromState, line.toState, line.reason],
  );
}

export interface NewRival {
  readonly id: string;
  readonly interestId: string;
  readonly organisationId: string;
  readonly applicationId: string | null;
  readonly accountId: string | null;
  readonly arrivedAt: Date;
  readonly need: string;
  readonly proposal: string;
}

/** Said twice, the last words stand and the first arrival counts; once withdrawn, coming forward again is a new arrival. */
export async function saveRival(tx: EntityManager, line: NewRival): Promise<void> {
  await tx.query(
    `insert into interest_rival (id, interest_id, organisation_id, application_id, account_id, arrived_at, need, proposal)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (interest_id, organisation_id) do update set need = excluded.need, proposal = excluded.proposal, account_id = excluded.account_id,
       application_id = coalesce(excluded.application_id, interest_rival.application_id),
       arrived_at = case when interest_rival.withdrawn_at is null then interest_rival.arrived_at else excluded.arrived_at end, withdrawn_at = null`,
    [line.id, line.interestId, line.organisationId, line.applicationId, line.accountId, line.arrivedAt, line.need, line.proposal],
  );
}

export async function withdrawRival(tx: EntityManager, id: string, at: Date): Promise<void> {
  await tx.query('update interest_rival set withdrawn_at = $2 where id = $1 and withdrawn_at is null', [id, at]);
}

export async function rivalsOf(tx: EntityManager, interestId: string, organisationIds: readonly string[]): Promise<RivalRow[]> {
  const rows: { rival: RivalRow }[] = await tx.query(
    `select ${RIVAL} as rival from interest_rival r join organisation ro on ro.id = r.organisation_id
     where r.interest_id = $1 and r.organisation_id = any($2::uuid[]) order by r.id`,
    [interestId, organisationIds],
  );
  return rows.map((row) => row.rival);
}

/** Requests whose two months are over and that nobody was told of; the exact end is the rules' to say. */
export function silentSince(tx: EntityManager, before: Date): Promise<InterestRecord[]> {
  return read(
    tx,
    `where i.state = 'received' and i.silence_counts and i.silence_told_at is null and i.received_at <= $1 order by i.id limit 500`,
    [before],
  );
}

export async function noteSilenceTold(tx: EntityManager, id: string, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with told as (update interest set silence_told_at = $2 where id = $1 and silence_told_at is null and state = 'received' returning 1) select 1 from told`,
    [id, at],
  );
  return rows.length === 1;
}
