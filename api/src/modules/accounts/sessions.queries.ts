import type { EntityManager } from 'typeorm';
import type { SessionState } from '../../platform/access/session.js';

export async function listSessionStates(db: EntityManager, accountId: string): Promise<SessionState[]> {
  const rows = await db.sql<{ state: SessionState }[]>`
    select s.sess as state from session s join account a on a.id::text = s.sess ->> 'accountId'
    where s.sess ->> 'accountId' = ${accountId} and s.expire > now() and coalesce((s.sess ->> 'epoch')::integer, 0) = a.session_epoch
    order by s.sess ->> 'seenAt' desc`;
  return rows.map(({ state }) => state);
}

/** @returns false when the person has no such session (any more) */
export async function endSession(tx: EntityManager, accountId: string, publicId: string): Promise<boolean> {
  const [rows] = await tx.sql<[unknown[], number]>`
    delete from session where sess ->> 'accountId' = ${accountId} and sess ->> 'publicId' = ${publicId} returning 1`;
  return rows.length > 0;
}

/** Every session of a person is over, even one being opened right now. @returns the number the one to keep goes on under */
export async function endAllSessions(tx: EntityManager, accountId: string): Promise<number> {
  const [rows] = await tx.sql<[{ epoch: number }[], number]>`
    update account set session_epoch = session_epoch + 1 where id = ${accountId} returning session_epoch as epoch`;
  await forgetSessions(tx, accountId);
  return rows[0]?.epoch ?? 0;
}

/** Removes the rows of sessions that are over already. */
export async function forgetSessions(tx: EntityManager, accountId: string): Promise<void> {
  await tx.sql`delete from session where sess ->> 'accountId' = ${accountId}`;
}
