import type { EntityManager } from 'typeorm';
import type { Channels, InboxFacts, InboxKind } from './inbox.kinds.js';

export interface Addressee {
  readonly accountId: string;
  readonly email: string;
  readonly language: 'fr' | 'en';
  readonly verified: boolean;
  readonly chosen: Channels | null;
}

/** Those of these accounts that are in use, with what they chose for a kind. */
export async function addressees(tx: EntityManager, accounts: readonly string[], kind: InboxKind): Promise<Addressee[]> {
  return tx.query(
    `select p.id as "accountId", p.email, p.language, p.email_verified_at is not null as verified,
       case when s.account_id is not null then jsonb_build_object('onSite', s.on_site, 'byEmail', s.by_email) end as chosen
     from account p left join inbox_setting s on s.account_id = p.id and s.kind = $2
     where p.id = any($1::uuid[]) and p.state = 'active' order by p.id`,
    [accounts, kind],
  );
}

/** Those of an organisation who write in its name. */
export async function writersOf(tx: EntityManager, organisationId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select account_id as id from membership where organisation_id = $1 and role in ('editor', 'administrator') order by account_id`,
    [organisationId],
  );
  return rows.map(({ id }) => id);
}

export interface NewNotice {
  readonly id: string;
  readonly accountId: string;
  readonly kind: InboxKind;
  readonly thingId: string;
  readonly title: string;
  readonly facts: InboxFacts;
  readonly path: string;
  readonly at: Date;
  readonly shown: boolean;
  readonly mail: 'none' | 'waiting' | 'told';
  readonly dedupeKey: string;
}

/** @returns whether this person had not been told yet */
export async function insertNotice(tx: EntityManager, line: NewNotice): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into inbox_notice (id, account_id, kind, thing_id, title, facts, path, at, shown, mail, mailed_at, dedupe_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $10 = 'told' then $8::timestamptz end, $11)
     on conflict on constraint inbox_notice_once do nothing returning id`,
    [
      ...[line.id, line.accountId, line.kind, line.thingId, line.title, JSON.stringify(line.facts), line.path],
      ...[line.at, line.shown, line.mail, line.dedupeKey],
    ],
  );
  return rows.length === 1;
}

/** What was not read of the same kind about the same thing is said by the new one. */
export async function standForEarlier(tx: EntityManager, { id, accountId, kind, thingId }: NewNotice): Promise<void> {
  await tx.query(
    `with earlier as (update inbox_notice set shown = false
       where account_id = $2 and kind = $3 and thing_id = $4 and shown and read_at is null and id <> $1 returning count)
     update inbox_notice set count = 1 + (select coalesce(sum(count), 0) from earlier) where id = $1`,
    [id, accountId, kind, thingId],
  );
}

interface NoticeRow {
  readonly id: string;
  readonly kind: InboxKind;
  readonly thingId: string;
  readonly title: string;
  readonly facts: InboxFacts;
  readonly path: string;
  readonly at: Date;
  readonly count: number;
  readonly readAt: Date | null;
}
const ROW = 'id, kind, thing_id as "thingId", title, facts, path, at, count, read_at as "readAt"';

/** The newest first: ids grow with time. */
export async function noticesOf(tx: EntityManager, accountId: string, after: string | null, limit: number): Promise<NoticeRow[]> {
  return tx.query(
    `select ${ROW} from inbox_notice where account_id = $1 and shown and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [accountId, after, limit + 1],
  );
}

export async function countUnread(tx: EntityManager, accountId: string): Promise<number> {
  const rows: { unread: number }[] = await tx.query(
    'select count(*)::int as unread from inbox_notice where account_id = $1 and shown and read_at is null',
    [accountId],
  );
  return rows[0]?.unread ?? 0;
}

/** @returns whether there is such a notice of theirs */
export async function markRead(tx: EntityManager, accountId: string, id: string, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with marked as (update inbox_notice set read_at = coalesce(read_at, $3) where id = $2 and account_id = $1 returning 1) select 1 from marked`,
    [accountId, id, at],
  );
  return rows.length === 1;
}

/** The thing itself was looked at. */
export async function markSeen(tx: EntityManager, accountId: string, kind: InboxKind, thingId: string, at: Date): Promise<void> {
  await tx.query('update inbox_notice set read_at = $4 where account_id = $1 and kind = $2 and thing_id = $3 and read_at is null', [
    accountId,
    kind,
    thingId,
    at,
  ]);
}

/** @param until the newest that was seen: what has come since stays unread */
export async function markAllRead(tx: EntityManager, accountId: string, until: string, at: Date): Promise<void> {
  await tx.query('update inbox_notice set read_at = $3 where account_id = $1 and id <= $2 and shown and read_at is null', [
    accountId,
    until,
    at,
  ]);
}

/** Two workers that write to one person take turns. Null: nobody to write to. */
export async function lockAddressee(tx: EntityManager, accountId: string): Promise<{ email: string; language: 'fr' | 'en' } | null> {
  const rows: { email: string; language: 'fr' | 'en' }[] = await tx.query(
    `select email, language from account where id = $1 and state = 'active' and email_verified_at is not null for no key update`,
    [accountId],
  );
  return rows[0] ?? null;
}

export async function lastMailedAt(tx: EntityManager, accountId: string): Promise<Date | null> {
  const rows: { at: Date | null }[] = await tx.query(
    `select max(mailed_at) as at from inbox_notice where account_id = $1 and mailed_at is not null`,
    [accountId],
  );
  return rows[0]?.at ?? null;
}

/** What still waits for a letter, taken: what was read on the site meanwhile needs none. The oldest first. */
export async function takeToMail(tx: EntityManager, accountId: string, at: Date): Promise<NoticeRow[]> {
  const [rows]: [NoticeRow[], number] = await tx.query(
    `update inbox_notice set mail = case when read_at is null then 'told' else 'none' end, mailed_at = case when read_at is null then $2::timestamptz end
     where account_id = $1 and mail = 'waiting' returning ${ROW}`,
    [accountId, at],
  );
  return rows.filter(({ readAt }) => readAt === null).sort((a, b) => (a.id < b.id ? -1 : 1));
}

export async function settingsOf(tx: EntityManager, accountId: string): Promise<(Channels & { kind: string })[]> {
  return tx.query('select kind, on_site as "onSite", by_email as "byEmail" from inbox_setting where account_id = $1', [accountId]);
}

export async function writeSetting(tx: EntityManager, accountId: string, kind: InboxKind, chosen: Channels): Promise<void> {
  await tx.query(
    `insert into inbox_setting (account_id, kind, on_site, by_email) values ($1, $2, $3, $4)
     on conflict on constraint inbox_setting_pkey do update set on_site = excluded.on_site, by_email = excluded.by_email`,
    [accountId, kind, chosen.onSite, chosen.byEmail],
  );
}

export async function accountInUse(tx: EntityManager, accountId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(`select 1 from account where id = $1 and state = 'active' for no key update`, [accountId]);
  return rows.length === 1;
}

export async function forgetNoticesBefore(db: EntityManager, before: Date): Promise<number> {
  const [, forgotten]: [unknown[], number] = await db.query('delete from inbox_notice where at < $1', [before]);
  return forgotten;
}
