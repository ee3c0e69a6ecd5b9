import type { EntityManager } from 'typeorm';
import type { FieldChange } from '../../platform/field-changes.js';
import type { CallState, CallStep, StoredCallState } from './call.rules.js';
import type { CallContent } from './call.schemas.js';
import type { CallHistory, CallHistorySearch, CallLotView, CallSearch, CallSummary, KeptCallSearch } from './calls.schemas.js';

/** A call as stored; its state is the one of the clock is decided by callStateAt. */
export interface CallRecord {
  readonly id: string;
  readonly state: StoredCallState;
  readonly reason: string | null;
  readonly version: number;
  readonly organisation: { readonly id: string; readonly name: string; readonly state: string };
  readonly territory: { readonly id: string; readonly name: string } | null;
  readonly content: CallContent;
  /** Of a call in two steps, once it is announced. */
  readonly shortlist: { readonly at: string; readonly files: number; readonly kept: number } | null;
  readonly demo: boolean;
  readonly publishedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const RECORD = `jsonb_build_object('id', c.id, 'state', c.state, 'reason', c.state_reason, 'version', c.version,
  'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'state', o.state),
  'territory', case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name) end,
  'content', jsonb_build_object('title', c.title, 'summary', c.summary, 'description', c.description, 'territoryId', c.territory_id,
    'lots', coalesce((select jsonb_agg(l.site_id order by l.position) from call_lot l where l.call_id = c.id), '[]'),
    'opensAt', to_char(c.opens_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'firstClosesAt', to_char(c.first_closes_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'closesAt', to_char(c.closes_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'firstStep', c.first_step, 'form', c.form, 'documents', c.documents, 'eligibility', c.eligibility, 'grid', c.grid, 'jury', c.jury, 'shown', c.shown,
    'contact', c.contact),
  'shortlist', c.shortlist, 'demo', c.demo, 'publishedAt', c.published_at, 'createdAt', c.created_at, 'updatedAt', c.updated_at)`;
const FROM = `call c join organisation o on o.id = c.organisation_id left join territory t on t.id = c.territory_id`;

export async function findCall(tx: EntityManager, id: string): Promise<CallRecord | null> {
  const rows: { call: CallRecord }[] = await tx.query(`select ${RECORD} as call from ${FROM} where c.id = $1`, [id]);
  return rows[0]?.call ?? null;
}

/** Acts on one call follow one another. */
export async function lockCall(tx: EntityManager, id: string): Promise<void> {
  await tx.query('select 1 from call where id = $1 for update', [id]);
}

export async function insertCall(
  tx: EntityManager,
  { id, organisationId, content, at }: { id: string; organisationId: string; content: CallContent; at: Date },
): Promise<void> {
  await tx.query(`insert into call (id, organisation_id, state, title, created_at, updated_at) values ($1, $2, 'draft', $3, $4, $4)`, [
    id,
    organisationId,
    content.title,
    at,
  ]);
  await writeCall(tx, { id, version: 1, state: 'draft' }, content, at, 1);
}

/** On condition of the version and state that were read. @returns whether it was still so */
export async function writeCall(
  tx: EntityManager,
  { id, version, state }: Pick<CallRecord, 'id' | 'version' | 'state'>,
  content: CallContent,
  at: Date,
  nextVersion = version + 1,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with written as (update call set version = $5, updated_at = $6, title = v ->> 'title', summary = v ->> 'summary',
       description = v ->> 'description', territory_id = v ->> 'territoryId', opens_at = (v ->> 'opensAt')::timestamptz,
       closes_at = (v ->> 'closesAt')::timestamptz, first_closes_at = (v ->> 'firstClosesAt')::timestamptz,
       first_step = nullif(v -> 'firstStep', 'null'), form = v -> 'form', documents = v -> 'documents', eligibility = v -> 'eligibility',
       grid = v -> 'grid', jury = v -> 'jury', shown = v -> 'shown', contact = v ->> 'contact'
     from (select $4::jsonb as v) said where id = $1 and version = $2 and state = $3 returning 1) select 1 from written`,
    [id, version, state, JSON.stringify(content), nextVersion, at],
  );
  if (rows.length === 0) return false;
  await tx.query('delete from call_lot where call_id = $1 and not (site_id = any($2::uuid[]))', [id, content.lots]);
  await tx.query(
    `insert into call_lot (call_id, site_id, position) select $1, site_id, position - 1 from unnest($2::uuid[]) with ordinality as l (site_id, position)
     on conflict (call_id, site_id) do update set position = excluded.position where call_lot.position <> excluded.position`,
    [id, content.lots],
  );
  return true;
}

export async function writeShortlist(tx: EntityManager, id: string, shortlist: NonNullable<CallRecord['shortlist']>): Promise<void> {
  await tx.query('update call set shortlist = $2 where id = $1', [id, JSON.stringify(shortlist)]);
}

/** On condition of the state and version that were read. */
export async function moveCall(
  tx: EntityManager,
  { id, state, version }: Pick<CallRecord, 'id' | 'version' | 'state'>,
  { to, reason, at }: { readonly to: StoredCallState; readonly reason: string | null; readonly at: Date },
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with moved as (update call set state = $4, state_reason = $5, updated_at = $6,
       published_at = case when $4 = 'published' then coalesce(published_at, $6) else published_at end
     where id = $1 and state = $2 and version = $3 returning 1) select 1 from moved`,
    [id, state, version, to, reason, at],
  );
  return rows.length === 1;
}

/** On condition that it still closes when it was read to close. */
export async function extendCall(
  tx: EntityManager,
  {
    id,
    callId,
    accountId,
    from,
    to,
    step,
    reason,
    at,
  }: Readonly<Record<'id' | 'callId' | 'accountId' | 'from' | 'to' | 'reason', string>> & {
    /** null: there is only one. */
    readonly step: CallStep | null;
    readonly at: Date;
  },
): Promise<boolean> {
  const column = step === 'first' ? 'first_closes_at' : 'closes_at';
  const rows: unknown[] = await tx.query(
    `with moved as (update call set ${column} = $3, updated_at = $4
       where id = $1 and state in ('published', 'second_step') and ${column} = $2 returning 1)
     select 1 from moved`,
    [callId, from, to, at],
  );
  if (rows.length === 0) return false;
  await tx.query(
    `insert into call_extension (id, call_id, account_id, from_closes_at, to_closes_at, reason, at, step) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, callId, accountId, from, to, reason, at, step],
  );
  return true;
}

export interface CallLotRow extends CallLotView {
  readonly keeperId: string | null;
}

/** The places of a call, as the public knows them, in their order. */
export async function lotsOf(tx: EntityManager, ids: readonly string[]): Promise<CallLotRow[]> {
  const rows: { lot: CallLotRow }[] = await tx.query(
    `select jsonb_build_object('id', s.id, 'name', s.name, 'kind', s.kind, 'state', s.state,
       'commune', case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name) end,
       'floorAreaM2', (select sum(r.floor_area_m2) from premises r where r.site_id = s.id),
       'keeperId', coalesce(s.keeper_organisation_id, s.owner_organisation_id)) as lot
     from unnest($1::uuid[]) with ordinality as l (id, position) join site s on s.id = l.id left join territory t on t.id = s.commune_id
     order by l.position`,
    [ids],
  );
  return rows.map((row) => row.lot);
}

export async function territoryExists(tx: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from territory where id = $1', [id]);
  return rows.length === 1;
}

export async function organisationKind(tx: EntityManager, id: string): Promise<string | null> {
  const rows: { kind: string }[] = await tx.query('select kind from organisation where id = $1', [id]);
  return rows[0]?.kind ?? null;
}

export interface ExtensionRow {
  readonly at: Date;
  readonly step: CallStep | null;
  readonly from: Date;
  readonly to: Date;
  readonly reason: string;
}

export async function extensionsOf(tx: EntityManager, callId: string): Promise<ExtensionRow[]> {
  return tx.query(
    `select at, step, from_closes_at as "from", to_closes_at as "to", reason from call_extension where call_id = $1 order by id`,
    [callId],
  );
}

type Listed = CallSummary & { readonly key: number };
const listed = (now: string) => `jsonb_build_object('id', c.id, 'title', c.title, 'summary', c.summary,
  'state', call_state_at(c.state, c.opens_at, c.first_closes_at, c.closes_at, ${now}), 'organisation', jsonb_build_object('id', o.id, 'name', o.name),
  'territory', case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name) end,
  'lotCount', (select count(*)::int from call_lot l where l.call_id = c.id), 'opensAt', c.opens_at,
  'firstClosesAt', c.first_closes_at, 'closesAt', c.closes_at, 'publishedAt', c.published_at, 'updatedAt', c.updated_at, 'demo', c.demo)`;

/** First those one can still answer, the one that closes soonest first; then those that are over, the latest first. */
const ANSWERED_BEFORE = 'coalesce(c.first_closes_at, c.closes_at)';
const SOONEST = `case when c.state = 'published' and ${ANSWERED_BEFORE} > $1 then extract(epoch from ${ANSWERED_BEFORE})::bigint
  else 100000000000 - extract(epoch from c.closes_at)::bigint end`;

export async function searchCalls(tx: EntityManager, { state, q, siteId, cursor, limit }: CallSearch, now: Date): Promise<Listed[]> {
  const [afterKey, afterId] = cursor ?? [null, null];
  const rows: { call: Listed }[] = await tx.query(
    `select ${listed('$1')} || jsonb_build_object('key', ${SOONEST}) as call from ${FROM}
     where c.published_at is not null and ($2::text[] is null or call_state_at(c.state, c.opens_at, c.first_closes_at, c.closes_at, $1) = any($2))
       and ($3::text is null or c.title || ' ' || coalesce(c.summary, '') || ' ' || o.name ilike '%' || $3 || '%')
       and ($4::uuid is null or exists (select 1 from call_lot l where l.call_id = c.id and l.site_id = $4))
       and ($5::bigint is null or (${SOONEST}, c.id) > ($5, $6::uuid))
     order by ${SOONEST}, c.id limit $7`,
    [now, state?.length ? state : null, q?.replace(/[\\%_]/g, '\\$&') ?? null, siteId ?? null, afterKey, afterId, limit + 1],
  );
  return rows.map((row) => row.call);
}

const LATEST = '-(extract(epoch from c.updated_at) * 1000000)::bigint';

export async function callsOfOrganisation(
  tx: EntityManager,
  organisationId: string,
  { cursor, limit }: KeptCallSearch,
  now: Date,
): Promise<Listed[]> {
  const [afterKey, afterId] = cursor ?? [null, null];
  const rows: { call: Listed }[] = await tx.query(
    `select ${listed('$1')} || jsonb_build_object('key', ${LATEST}) as call from ${FROM}
     where c.organisation_id = $2 and ($3::bigint is null or (${LATEST}, c.id) > ($3, $4::uuid)) order by ${LATEST}, c.id limit $5`,
    [now, organisationId, afterKey, afterId, limit + 1],
  );
  return rows.map((row) => row.call);
}

export async function publicCallPaths(tx: EntityManager, limit: number): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'select id from call where published_at is not null and not demo order by id desc limit $1',
    [limit],
  );
  return rows.map(({ id }) => `/appels/${id}`);
}

export interface CallHistoryLine {
  readonly id: string;
  readonly callId: string;
  readonly at: Date;
  readonly accountId: string;
  readonly action: string;
  readonly version: number;
  readonly fromState: CallState | null;
  readonly toState: CallState;
  readonly reason?: string | null;
  readonly changes?: readonly FieldChange[];
}

export async function addCallHistory(tx: EntityManager, line: CallHistoryLine): Promise<void> {
  await tx.query(
    `insert into call_history (id, call_id, at, account_id, action, version, from_state, to_state, reason, changes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      line.id,
      line.callId,
      line.at,
      line.accountId,
      line.action,
      line.version,
      line.fromState,
      line.toState,
      line.reason ?? null,
      JSON.stringify(line.changes ?? []),
    ],
  );
}

/** The latest first: ids grow with time. */
export async function readCallHistory(
  tx: EntityManager,
  callId: string,
  { cursor, limit }: CallHistorySearch,
): Promise<CallHistory['items']> {
  return tx.query(
    `select h.id, h.at, h.version, case when h.action <> 'askQuestion' then a.display_name end as who, h.action,
       h.from_state as "fromState", h.to_state as "toState", h.reason, h.changes
     from call_history h left join account a on a.id = h.account_id
     where h.call_id = $1 and ($2::uuid is null or h.id < $2) order by h.id desc limit $3`,
    [callId, cursor?.[0] ?? null, limit + 1],
  );
}

/** What was edited after a version, the oldest first. */
export async function callEditsSince(tx: EntityManager, callId: string, version: number): Promise<FieldChange[][]> {
  const rows: { changes: FieldChange[] }[] = await tx.query(
    `select changes from call_history where call_id = $1 and version > $2 and changes <> '[]' order by version, id`,
    [callId, version],
  );
  return rows.map((row) => row.changes);
}
