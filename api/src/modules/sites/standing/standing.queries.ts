import type { EntityManager } from 'typeorm';
import { KEEPER } from '../editing/kept-sites.queries.js';
import type { Standing, StandingAnswer } from './standing.rules.js';
import type { StandingQueue, StandingQueueSearch } from './standing.schemas.js';

export interface AskedPlace {
  readonly id: string;
  readonly keeperId: string | null;
  readonly seenByAll: boolean;
}

/** Locked: answers of one place take turns. */
export async function lockPlace(tx: EntityManager, id: string): Promise<AskedPlace | null> {
  await tx.query('select 1 from site where id = $1 for no key update', [id]);
  return findPlace(tx, id);
}

export async function findPlace(db: EntityManager, id: string): Promise<AskedPlace | null> {
  const rows: AskedPlace[] = await db.query(
    `select s.id, ${KEEPER} as "keeperId", exists (select 1 from site_listing l where l.site_id = s.id) as "seenByAll" from site s where s.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export interface AnswerRow extends StandingAnswer {
  readonly id: string;
  readonly siteId: string;
  readonly photoId: string | null;
  readonly setAside: string | null;
}
const ANSWER = `id, site_id as "siteId", answer, answered_at as at, account_id as "accountId", network_key as "networkKey",
  photo_id as "photoId", set_aside_reason as "setAside"`;

/** The latest first. */
export function answersOf(db: EntityManager, siteId: string): Promise<AnswerRow[]> {
  return db.query(`select ${ANSWER} from standing_answer where site_id = $1 order by answered_at desc, id desc limit 200`, [siteId]);
}

export async function findAnswer(db: EntityManager, id: string): Promise<AnswerRow | null> {
  const rows: AnswerRow[] = await db.query(`select ${ANSWER} from standing_answer where id = $1`, [id]);
  return rows[0] ?? null;
}

export async function insertAnswer(tx: EntityManager, answer: Omit<AnswerRow, 'photoId' | 'setAside'>): Promise<void> {
  await tx.query(
    'insert into standing_answer (id, site_id, answer, answered_at, account_id, network_key) values ($1, $2, $3, $4, $5, $6)',
    [answer.id, answer.siteId, answer.answer, answer.at, answer.accountId, answer.networkKey],
  );
}

export async function changeAnswer(tx: EntityManager, id: string, answer: Standing, at: Date): Promise<void> {
  await tx.query('update standing_answer set answer = $2, answered_at = $3 where id = $1', [id, answer, at]);
}

export async function givePhoto(tx: EntityManager, answerId: string, mediaId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'with given as (update standing_answer set photo_id = $2 where id = $1 and photo_id is null returning 1) select 1 from given',
    [answerId, mediaId],
  );
  return rows.length === 1;
}

export async function setAnswerAside(tx: EntityManager, id: string, reason: string, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with aside as (update standing_answer set set_aside_reason = $2, set_aside_at = $3 where id = $1 and set_aside_at is null returning 1)
     select 1 from aside`,
    [id, reason, at],
  );
  return rows.length === 1;
}

export interface Statement {
  readonly says: Standing;
  readonly note: string | null;
  readonly statedAt: Date;
}

export async function findStatement(db: EntityManager, siteId: string): Promise<Statement | null> {
  const rows: Statement[] = await db.query('select says, note, stated_at as "statedAt" from standing_statement where site_id = $1', [
    siteId,
  ]);
  return rows[0] ?? null;
}

export interface NewStatement extends Statement {
  readonly siteId: string;
  readonly organisationId: string;
  readonly accountId: string;
}

export async function saveStatement(tx: EntityManager, said: NewStatement): Promise<void> {
  await tx.query(
    `insert into standing_statement (site_id, says, note, stated_at, organisation_id, account_id) values ($1, $2, $3, $4, $5, $6)
     on conflict (site_id) do update set says = excluded.says, note = excluded.note, stated_at = excluded.stated_at,
       organisation_id = excluded.organisation_id, account_id = excluded.account_id`,
    [said.siteId, said.says, said.note, said.statedAt, said.organisationId, said.accountId],
  );
}

export async function dropStatement(tx: EntityManager, siteId: string): Promise<void> {
  await tx.query('delete from standing_statement where site_id = $1', [siteId]);
}

/** What cards and lists show of it. */
export async function writeStanding(tx: EntityManager, siteId: string, standing: string | null): Promise<void> {
  await tx.query('update site set standing = $2 where id = $1 and standing is distinct from $2', [siteId, standing]);
}

/** Photos of passers-by that are checked and that nobody has decided on. */
const WAITING = `m.organisation_id is null and m.state = 'available' and m.visibility = 'private'`;

/** Places that nobody keeps: with a photo to look at, or potential and said to be gone. */
export async function placesToLookAt(db: EntityManager, { cursor, limit }: StandingQueueSearch): Promise<StandingQueue['items']> {
  return db.query(
    `select s.id, s.name, s.kind, s.state, c.name as commune, s.standing,
       (select count(*)::int from site_media m where m.site_id = s.id and ${WAITING}) as "photosWaiting"
     from site s left join territory c on c.id = s.commune_id
     where s.id in (select m.site_id from site_media m where ${WAITING}
                    union select g.id from site g where g.standing in ('demolished', 'never_built') and g.state = 'potential')
       and ${KEEPER} is null and ($1::uuid is null or s.id > $1) order by s.id limit $2`,
    [cursor?.[0] ?? null, limit + 1],
  );
}

export async function forgetNetworks(db: EntityManager, before: Date): Promise<number> {
  const rows: unknown[] = await db.query(
    `with forgotten as (update standing_answer set network_key = null where network_key is not null and answered_at < $1 returning 1)
     select 1 from forgotten`,
    [before],
  );
  return rows.length;
}
