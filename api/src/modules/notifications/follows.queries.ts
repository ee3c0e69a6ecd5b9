import type { EntityManager } from 'typeorm';
import type { Language } from '../../platform/http/request-context.js';
import { addressKey } from '../../platform/mail/mail-address.js';
import type { Followed, Frequency } from './follow.vocabulary.js';

export interface Subscriber {
  readonly id: string;
  readonly email: string;
  readonly language: Language;
  readonly accountId: string | null;
  readonly toldAt: Date | null;
}

export interface Subscription {
  readonly id: string;
  readonly about: Followed;
  readonly subject: string;
  readonly frequency: Frequency;
  readonly activeSince: Date;
  readonly digestedAt: Date | null;
}

const SUBSCRIBER = `id, email, language, account_id as "accountId", told_at as "toldAt"`;
const SUBSCRIPTION = `id, about, subject, frequency, active_since as "activeSince", digested_at as "digestedAt"`;

export interface NewSubscriber {
  readonly id: string;
  readonly email: string;
  readonly language: Language;
  readonly at: Date;
}

/** The subscriber of an address, made if needed. Locked: what two requests do to one address follows one another. */
export async function takeSubscriber(tx: EntityManager, { id, email, language, at }: NewSubscriber): Promise<Subscriber> {
  const rows: Subscriber[] = await tx.query(
    `insert into subscriber (id, email, language, created_at) values ($1, $2, $3, $4)
     on conflict on constraint subscriber_email_unique do update set email = subscriber.email
     returning ${SUBSCRIBER}`,
    [id, email, language, at],
  );
  return rows[0] as Subscriber;
}

export async function lockSubscriber(tx: EntityManager, id: string): Promise<Subscriber | null> {
  const rows: Subscriber[] = await tx.query(`select ${SUBSCRIBER} from subscriber where id = $1 for update`, [id]);
  return rows[0] ?? null;
}

export async function findSubscriber(db: EntityManager, id: string): Promise<Subscriber | null> {
  const rows: Subscriber[] = await db.query(`select ${SUBSCRIBER} from subscriber where id = $1`, [id]);
  return rows[0] ?? null;
}

/** By account, or by the address the account has shown to be its own. */
export async function lockSubscribersOf(tx: EntityManager, accountId: string, email: string): Promise<Subscriber[]> {
  return tx.query(`select ${SUBSCRIBER} from subscriber where account_id = $1 or email_key = $2 order by id for update`, [
    accountId,
    addressKey(email),
  ]);
}

/** What the second follows is followed by the first; what both follow stays as the first asked. */
export async function mergeSubscribers(tx: EntityManager, intoId: string, fromId: string): Promise<void> {
  await tx.query(
    `update subscription s set subscriber_id = $1 where subscriber_id = $2
       and not exists (select 1 from subscription o where o.subscriber_id = $1 and o.about = s.about and o.subject = s.subject)`,
    [intoId, fromId],
  );
  await tx.query('delete from subscriber where id = $1', [fromId]);
}

export async function tieToAccount(tx: EntityManager, id: string, account: { readonly id: string; readonly email: string }): Promise<void> {
  await tx.query('update subscriber set account_id = $2, email = $3 where id = $1', [id, account.id, account.email]);
}

export interface AccountAddress {
  readonly id: string;
  readonly email: string;
  readonly language: Language;
}

/** The address of an account that has shown it to be its own. */
export async function verifiedAddress(db: EntityManager, accountId: string): Promise<AccountAddress | null> {
  const rows: AccountAddress[] = await db.query(
    `select id, email, language from account where id = $1 and state = 'active' and email_verified_at is not null`,
    [accountId],
  );
  return rows[0] ?? null;
}

interface Asked {
  readonly id: string;
  readonly subscriberId: string;
  readonly about: Followed;
  readonly subject: string;
  readonly frequency: Frequency;
  readonly at: Date;
}

/** Asked again before it was answered, the last frequency counts; one that is answered stays as it is. */
export async function askSubscription(tx: EntityManager, asked: Asked): Promise<{ id: string; isActive: boolean }> {
  const rows: { id: string; isActive: boolean }[] = await tx.query(
    `insert into subscription (id, subscriber_id, about, subject, frequency, asked_at) values ($1, $2, $3, $4, $5, $6)
     on conflict on constraint subscription_once do update set
       frequency = case when subscription.active_since is null then excluded.frequency else subscription.frequency end,
       asked_at = case when subscription.active_since is null then excluded.asked_at else subscription.asked_at end
     returning id, active_since is not null as "isActive"`,
    [asked.id, asked.subscriberId, asked.about, asked.subject, asked.frequency, asked.at],
  );
  return rows[0] as { id: string; isActive: boolean };
}

export interface AskedSubscription {
  readonly id: string;
  readonly subscriberId: string;
  readonly about: Followed;
  readonly subject: string;
  readonly askedAt: Date;
  readonly activeSince: Date | null;
}

export async function lockSubscription(tx: EntityManager, id: string): Promise<AskedSubscription | null> {
  const rows: AskedSubscription[] = await tx.query(
    `select id, subscriber_id as "subscriberId", about, subject, asked_at as "askedAt", active_since as "activeSince"
     from subscription where id = $1 for update`,
    [id],
  );
  return rows[0] ?? null;
}

/** Not locked: whoever ends a subscription locks its subscriber first. */
export async function subscriberOf(db: EntityManager, subscriptionId: string): Promise<string | undefined> {
  const rows: { id: string }[] = await db.query('select subscriber_id as id from subscription where id = $1', [subscriptionId]);
  return rows[0]?.id;
}

export async function activate(tx: EntityManager, id: string, at: Date): Promise<void> {
  await tx.query('update subscription set active_since = $2 where id = $1 and active_since is null', [id, at]);
}

/** Only those that were said yes to. */
export async function activeSubscriptions(db: EntityManager, subscriberId: string): Promise<Subscription[]> {
  return db.query(`select ${SUBSCRIPTION} from subscription where subscriber_id = $1 and active_since is not null order by id desc`, [
    subscriberId,
  ]);
}

export async function changeFrequency(tx: EntityManager, subscriberId: string, id: string, frequency: Frequency): Promise<boolean> {
  const [, changed]: [unknown[], number] = await tx.query(
    'update subscription set frequency = $3 where subscriber_id = $1 and id = $2 and active_since is not null',
    [subscriberId, id, frequency],
  );
  return changed > 0;
}

/** @returns the ids of those ended now; with its last subscription the address goes too */
export async function endSubscriptions(tx: EntityManager, subscriberId: string, id: string | null): Promise<string[]> {
  const [ended]: [{ id: string }[], number] = await tx.query(
    'delete from subscription where subscriber_id = $1 and ($2::uuid is null or id = $2) returning id',
    [subscriberId, id],
  );
  await tx.query('delete from subscriber s where id = $1 and not exists (select 1 from subscription where subscriber_id = s.id)', [
    subscriberId,
  ]);
  return ended.map((row) => row.id);
}
