import type { EntityManager } from 'typeorm';
import { addressKey } from '../../platform/mail/mail-address.js';

const OWN = '(s.account_id = $1 or s.email_key = $2)';
const keyOf = (email: string | null) => (email === null ? null : addressKey(email));

/** @param email the account's address, when it has shown it to be its own; null otherwise */
export async function readMyFollows(db: EntityManager, accountId: string, email: string | null): Promise<object[]> {
  return db.query(
    `select n.about, n.subject, n.frequency, n.asked_at as "askedAt", n.active_since as "activeSince"
     from subscription n join subscriber s on s.id = n.subscriber_id where ${OWN} order by n.id`,
    [accountId, keyOf(email)],
  );
}

export async function forgetWhatIsFollowed(tx: EntityManager, accountId: string, email: string | null): Promise<void> {
  await tx.query(`delete from subscriber s where ${OWN}`, [accountId, keyOf(email)]);
}

/** @returns how many requests nobody answered, and the addresses that went with their last one */
export async function forgetUnanswered(tx: EntityManager, before: Date): Promise<{ ended: number; addresses: string[] }> {
  // Subscribers first, as everywhere: two who lock the same rows lock them in the same order.
  await tx.query(
    `select 1 from subscriber s where exists (select 1 from subscription n where n.subscriber_id = s.id and n.active_since is null and n.asked_at < $1)
     order by s.id for update`,
    [before],
  );
  const [, ended]: [unknown[], number] = await tx.query('delete from subscription where active_since is null and asked_at < $1', [before]);
  const [gone]: [{ email: string }[], number] = await tx.query(
    `delete from subscriber s where created_at < $1 and not exists (select 1 from subscription n where n.subscriber_id = s.id) returning email`,
    [before],
  );
  return { ended, addresses: gone.map(({ email }) => email) };
}

export async function forgetTold(db: EntityManager, before: Date): Promise<number> {
  const [, forgotten]: [unknown[], number] = await db.query('delete from told where told_at < $1', [before]);
  return forgotten;
}
