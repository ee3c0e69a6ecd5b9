import type { EntityManager } from 'typeorm';
import type { Subject } from './legal.queries.js';
import type { NoticeKind, NoticeSearch } from './notices.schemas.js';
import type { PathRuleId } from './legal-path.rules.js';

/** A notice as stored; whether it is open is the clock's to say. */
export interface NoticeRow {
  readonly id: string;
  readonly procedureId: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly places: readonly { readonly id: string; readonly name: string; readonly commune: string | null }[];
  readonly what: string;
  readonly shownAlso: string | null;
  readonly how: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
  readonly extensions: readonly { readonly at: string; readonly from: string; readonly to: string; readonly reason: string }[];
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
  readonly contentHash: string;
  readonly rule: PathRuleId;
  readonly callId: string | null;
  readonly demo: boolean;
  readonly key: number;
}

const LATEST = '-(extract(epoch from n.published_at) * 1000000)::bigint';
const RECORD = `jsonb_build_object('id', n.id, 'procedureId', n.procedure_id, 'kind', n.kind, 'title', n.title,
  'organisation', jsonb_build_object('id', o.id, 'name', o.name),
  'places', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'commune', t.name) order by s.name, s.id)
    from site s left join territory t on t.id = s.commune_id where s.id = any(n.site_ids)), '[]'),
  'what', n.what, 'shownAlso', n.shown_also, 'how', n.how, 'opensAt', n.opens_at, 'closesAt', n.closes_at, 'publishedAt', n.published_at,
  'publishedBy', w.display_name,
  'extensions', coalesce((select jsonb_agg(jsonb_build_object('at', e.at, 'from', e.from_closes_at, 'to', e.to_closes_at, 'reason', e.reason) order by e.from_closes_at)
    from legal_notice_extension e where e.notice_id = n.id), '[]'),
  'withdrawnAt', n.withdrawn_at, 'withdrawnReason', n.withdrawn_reason, 'contentHash', n.content_hash,
  'rule', (select a.rule from legal_answer a where a.procedure_id = p.id order by a.version desc limit 1), 'callId', p.call_id,
  'demo', coalesce((select bool_or(s.demo) from site s where s.id = any(n.site_ids)), false), 'key', ${LATEST})`;
const FROM = `legal_notice n join legal_procedure p on p.id = n.procedure_id join organisation o on o.id = p.organisation_id
  left join account w on w.id = n.account_id`;

async function read(tx: EntityManager, rest: string, values: unknown[]): Promise<NoticeRow[]> {
  const rows: { notice: NoticeRow }[] = await tx.query(`select ${RECORD} as notice from ${FROM} ${rest}`, values);
  return rows.map((row) => row.notice);
}

export async function findNotice(tx: EntityManager, id: string): Promise<NoticeRow | null> {
  return (await read(tx, 'where n.id = $1', [id]))[0] ?? null;
}

/** The latest published first; of one place, if asked. */
export function searchNotices(
  tx: EntityManager,
  { siteId, cursor, limit }: Pick<NoticeSearch, 'siteId' | 'cursor' | 'limit'>,
): Promise<NoticeRow[]> {
  const [afterKey, afterId] = cursor ?? [null, null];
  return read(
    tx,
    `where ($1::uuid is null or n.site_ids @> array[$1::uuid]) and ($2::bigint is null or (${LATEST}, n.id) > ($2, $3::uuid))
     order by ${LATEST}, n.id limit $4`,
    [siteId ?? null, afterKey, afterId, limit + 1],
  );
}

export interface NewNotice {
  readonly id: string;
  readonly procedureId: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly what: string;
  readonly shownAlso: string | null;
  readonly how: string;
  readonly siteIds: readonly string[];
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly at: Date;
  readonly accountId: string;
  readonly contentHash: string;
}

export async function insertNotice(tx: EntityManager, line: NewNotice): Promise<void> {
  await tx.query(
    `insert into legal_notice (id, procedure_id, kind, title, what, shown_also, how, site_ids, opens_at, closes_at, published_at, account_id, content_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[line.id, line.procedureId, line.kind, line.title, line.what, line.shownAlso, line.how, line.siteIds],
      ...[line.opensAt, line.closesAt, line.at, line.accountId, line.contentHash],
    ],
  );
}

/** The notice of a call or of a request that people can still answer, or could. */
export async function windowOf(tx: EntityManager, subject: Subject): Promise<{ id: string; closesAt: Date } | null> {
  const [column, value] = 'callId' in subject ? ['call_id', subject.callId] : ['application_id', subject.applicationId];
  const rows: { id: string; closesAt: Date }[] = await tx.query(
    `select n.id, n.closes_at as "closesAt" from legal_notice n join legal_procedure p on p.id = n.procedure_id
     where p.${column} = $1 and n.kind <> 'motive' and n.withdrawn_at is null`,
    [value],
  );
  return rows[0] ?? null;
}

export async function extendNotice(
  tx: EntityManager,
  line: { readonly id: string; readonly from: Date; readonly to: Date; readonly reason: string; readonly at: Date },
): Promise<void> {
  await tx.query('update legal_notice set closes_at = $2 where id = $1', [line.id, line.to]);
  await tx.query(`insert into legal_notice_extension (notice_id, at, from_closes_at, to_closes_at, reason) values ($1, $2, $3, $4, $5)`, [
    line.id,
    line.at,
    line.from,
    line.to,
    line.reason,
  ]);
}

export async function withdrawNotice(tx: EntityManager, id: string, reason: string, at: Date): Promise<void> {
  await tx.query('update legal_notice set withdrawn_at = $2, withdrawn_reason = $3 where id = $1', [id, at, reason]);
}

export async function noticePaths(tx: EntityManager, limit: number): Promise<string[]> {
  const rows: { id: string }[] = await tx.query('select id from legal_notice order by published_at desc limit $1', [limit]);
  return rows.map(({ id }) => `/avis/${id}`);
}

/** The places a procedure is about: those of its call, or the one asked for. */
export async function siteIdsOf(
  tx: EntityManager,
  { callId, applicationId }: { readonly callId: string | null; readonly applicationId: string | null },
): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select l.site_id as id from call_lot l where l.call_id = $1 union select a.site_id from application a where a.id = $2 and a.site_id is not null`,
    [callId, applicationId],
  );
  return rows.map(({ id }) => id);
}
