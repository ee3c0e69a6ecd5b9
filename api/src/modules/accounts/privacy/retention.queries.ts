import type { EntityManager } from 'typeorm';
import type { AccountToErase } from './erasure.queries.js';

/** A night does this many at most; the next one goes on. */
const A_NIGHT = 5_000;

/** Links that were used or ended before this instant. */
export async function deleteOldTokens(db: EntityManager, before: Date): Promise<number> {
  const [, deleted] = await db.sql<[unknown[], number]>`
    delete from account_token where least(used_at, expires_at) < ${before}`;
  return deleted;
}

export async function findUnverified(db: EntityManager, before: Date, accountId: string | null): Promise<string[]> {
  const found = await db.sql<{ id: string }[]>`
    select id from account
    where state = 'active' and email_verified_at is null and platform_role is null and created_at < ${before}
      and (${accountId}::uuid is null or id = ${accountId})
    limit ${A_NIGHT}`;
  return found.map(({ id }) => id);
}

/**
 * People not seen since `before` and not warned since they were last seen. Those who answer for the service are left to each other:
 * the last of them must not vanish in a night.
 */
export async function findInactive(db: EntityManager, before: Date): Promise<string[]> {
  const found = await db.sql<{ id: string }[]>`
    select id from account
    where state = 'active' and email_verified_at is not null and platform_role is null
      and coalesce(signed_in_at, created_at) < ${before}
      and (inactivity_warned_at is null or inactivity_warned_at < coalesce(signed_in_at, created_at))
    limit ${A_NIGHT}`;
  return found.map(({ id }) => id);
}

/** Marks the person as warned. @returns null when they signed in meanwhile */
export async function claimWarning(tx: EntityManager, accountId: string, before: Date, at: Date): Promise<AccountToErase | null> {
  const [rows] = await tx.sql<[AccountToErase[], number]>`
    update account set inactivity_warned_at = ${at}
    where id = ${accountId} and state = 'active' and coalesce(signed_in_at, created_at) < ${before}
    returning email, language`;
  return rows[0] ?? null;
}

export async function findWarnedInVain(db: EntityManager, warnedBefore: Date, accountId: string | null): Promise<string[]> {
  const found = await db.sql<{ id: string }[]>`
    select id from account
    where state = 'active' and platform_role is null and inactivity_warned_at < ${warnedBefore}
      and coalesce(signed_in_at, created_at) < inactivity_warned_at
      and (${accountId}::uuid is null or id = ${accountId})
    limit ${A_NIGHT}`;
  return found.map(({ id }) => id);
}
