import type { EntityManager } from 'typeorm';
import type { NoticeFacts, NoticeKindName } from '../notice.kinds.js';

export interface UntoldNotice {
  readonly subscriptionId: string;
  readonly id: string;
  readonly kind: NoticeKindName;
  readonly thingId: string;
  readonly facts: NoticeFacts;
  readonly at: Date;
}

/** What concerns these subscriptions of one subscriber, happened since they began, and was told to none of them. The oldest first. */
export async function untoldNotices(tx: EntityManager, subscriptionIds: readonly string[], limit: number): Promise<UntoldNotice[]> {
  return tx.query(
    `select s.id as "subscriptionId", n.id, n.kind, n.thing_id as "thingId", n.facts, n.at
     from subscription s
     join notice_topic t on t.about = s.about and t.subject = s.subject
     join notice n on n.id = t.notice_id and n.at > s.active_since
     where s.id = any($1::uuid[])
       and not exists (select 1 from told x join subscription o on o.id = x.subscription_id
                       where o.subscriber_id = s.subscriber_id and x.event_id = n.id)
     order by n.at, n.id limit $2`,
    [subscriptionIds, limit],
  );
}

/** The last things that happened to what is named, for its feed. The newest first. */
export async function noticesAbout(
  db: EntityManager,
  about: string,
  subject: string,
  limit: number,
): Promise<Omit<UntoldNotice, 'subscriptionId'>[]> {
  return db.query(
    `select n.id, n.kind, n.thing_id as "thingId", n.facts, n.at from notice_topic t join notice n on n.id = t.notice_id
     where t.about = $1 and t.subject = $2 order by n.at desc, n.id desc limit $3`,
    [about, subject, limit],
  );
}

/** Places that a saved search must look at: something happened to them lately, and this subscription was not told of them. */
export async function placesForSearch(
  tx: EntityManager,
  subscriptionId: string,
  kinds: readonly string[],
  since: Date,
  limit: number,
): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select n.thing_id as id from notice n join subscription s on s.id = $1
     where n.kind = any($2::text[]) and n.at > greatest(s.active_since, $3::timestamptz)
       and not exists (select 1 from told x where x.subscription_id = s.id and x.event_id = n.thing_id)
     group by n.thing_id order by max(n.at), n.thing_id limit $4`,
    [subscriptionId, kinds, since, limit],
  );
  return rows.map(({ id }) => id);
}

/** Places that are on offer or were given to a project; the others are gone. */
export async function shownPlaces(tx: EntityManager, siteIds: readonly string[]): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `select id from published_site where id = any($1::uuid[]) and (shelf in ('offered', 'owner_known') or state in ('awarded', 'occupied'))`,
    [siteIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Written before the letter, in its transaction. @returns how many are new: none, when someone else has just told them */
export async function recordTold(
  tx: EntityManager,
  told: readonly { readonly subscriptionId: string; readonly eventId: string }[],
  at: Date,
): Promise<number> {
  const added: unknown[] = await tx.query(
    `insert into told (subscription_id, event_id, told_at) select distinct on (s, e) s, e, $3::timestamptz from unnest($1::uuid[], $2::uuid[]) as t (s, e)
     on conflict on constraint told_pkey do nothing returning event_id`,
    [told.map(({ subscriptionId }) => subscriptionId), told.map(({ eventId }) => eventId), at],
  );
  return added.length;
}

export async function recordDigested(tx: EntityManager, subscriptionIds: readonly string[], at: Date): Promise<void> {
  await tx.query('update subscription set digested_at = $2 where id = any($1::uuid[])', [subscriptionIds, at]);
}

export async function recordLetter(tx: EntityManager, subscriberId: string, at: Date): Promise<void> {
  await tx.query('update subscriber set told_at = $2 where id = $1', [subscriberId, at]);
}

/** Whom a notice is told at once: those who follow what it is about, and, for a place, every search kept at once. */
export async function subscribersAtOnce(tx: EntityManager, noticeId: string, alsoSearches: boolean): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select distinct s.subscriber_id as id from subscription s
     where s.active_since is not null and s.frequency = 'at_once'
       and (exists (select 1 from notice_topic t where t.notice_id = $1 and t.about = s.about and t.subject = s.subject)
            or ($2::boolean and s.about = 'search'))`,
    [noticeId, alsoSearches],
  );
  return rows.map(({ id }) => id);
}

/** Those owed a digest of a window that has opened since their last. */
export async function subscribersOwed(
  db: EntityManager,
  opening: { readonly daily: Date; readonly weekly: Date },
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `select distinct subscriber_id as id from subscription
     where active_since is not null
       and coalesce(digested_at, active_since) < case frequency when 'weekly' then $2::timestamptz else $1::timestamptz end
       and ($3::uuid is null or subscriber_id > $3)
     order by subscriber_id limit $4`,
    [opening.daily, opening.weekly, after, limit],
  );
  return rows.map(({ id }) => id);
}

export async function noticeKindOf(tx: EntityManager, noticeId: string): Promise<NoticeKindName | null> {
  const rows: { kind: NoticeKindName }[] = await tx.query('select kind from notice where id = $1', [noticeId]);
  return rows[0]?.kind ?? null;
}

export async function forgetNotices(db: EntityManager, before: Date): Promise<number> {
  const [, forgotten]: [unknown[], number] = await db.query('delete from notice where at < $1', [before]);
  return forgotten;
}
