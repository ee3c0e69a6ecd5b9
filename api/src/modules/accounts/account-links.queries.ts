import type { EntityManager } from 'typeorm';
import type { LinkPurpose } from './account-link.rules.js';

export interface SpentToken {
  readonly accountId: string;
  readonly purpose: LinkPurpose;
  readonly email: string | null;
}
export interface StoredToken extends SpentToken {
  readonly hash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function addToken(tx: EntityManager, token: StoredToken): Promise<void> {
  await tx.sql`
    insert into account_token (hash, account_id, purpose, email, created_at, expires_at)
    values (${token.hash}, ${token.accountId}, ${token.purpose}, ${token.email}, ${token.createdAt}, ${token.expiresAt})`;
}

/** The condition is the lock: a second user of the same link finds it used. */
export async function spendToken(tx: EntityManager, hash: string, purposes: readonly LinkPurpose[], now: Date): Promise<SpentToken | null> {
  const [rows] = await tx.sql<[SpentToken[], number]>`
    update account_token t set used_at = ${now} from account a
    where t.hash = ${hash} and t.purpose = any(${purposes}) and t.used_at is null and t.expires_at > ${now}
      and a.id = t.account_id and a.state = 'active'
    returning t.account_id as "accountId", t.purpose, t.email`;
  return rows[0] ?? null;
}

/** Links not yet used that no longer mean anything, e.g. those sent to a former address. */
export async function voidTokens(tx: EntityManager, accountId: string, purposes: readonly LinkPurpose[]): Promise<void> {
  await tx.sql`delete from account_token where account_id = ${accountId} and purpose = any(${purposes}) and used_at is null`;
}

/** Has the other half of this change of address been confirmed? Only the last change asked for has links left: see `voidEmailChange`. */
export async function isOtherHalfConfirmed(tx: EntityManager, { accountId, purpose, email }: SpentToken): Promise<boolean> {
  const [other] = await tx.sql<unknown[]>`
    select 1 from account_token
    where account_id = ${accountId} and purpose in ('change-email-old', 'change-email-new') and purpose <> ${purpose}
      and email = ${email} and used_at is not null`;
  return other !== undefined;
}

/** Only the last change asked for can be confirmed. */
export async function voidEmailChange(tx: EntityManager, accountId: string): Promise<void> {
  await tx.sql`delete from account_token where account_id = ${accountId} and purpose in ('change-email-old', 'change-email-new')`;
}
