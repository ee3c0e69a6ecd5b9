import type { EntityManager } from 'typeorm';
import type { PlatformRole } from '../../platform/access/permission.js';
import type { Language } from '../../platform/http/request-context.js';

/** What the use cases of accounts read of a person. */
export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly displayName: string;
  readonly language: Language;
  readonly passwordHash: string | null;
  readonly platformRole: PlatformRole | null;
  readonly sessionEpoch: number;
}

export interface NewAccount {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly language: Language;
  readonly passwordHash: string | null;
}

export async function findAccountByEmail(db: EntityManager, email: string): Promise<AccountRow | null> {
  const [account] = await db.sql<AccountRow[]>`
    select id, email, email_verified_at is not null as "emailVerified", display_name as "displayName", language,
           password_hash as "passwordHash", platform_role as "platformRole", session_epoch as "sessionEpoch"
    from account where email_key = lower(${email}) and state = 'active'`;
  return account ?? null;
}

/** @returns null for an account that is erased or unknown */
export async function findAccount(db: EntityManager, id: string): Promise<AccountRow | null> {
  const [account] = await db.sql<AccountRow[]>`
    select id, email, email_verified_at is not null as "emailVerified", display_name as "displayName", language,
           password_hash as "passwordHash", platform_role as "platformRole", session_epoch as "sessionEpoch"
    from account where id = ${id} and state = 'active'`;
  return account ?? null;
}

/**
 * A new account, or a new try at one whose address was never confirmed: the last one to sign up is the one who gets the link, and
 * whatever an earlier one knew opens nothing any more.
 * @returns null when the address belongs to a confirmed account
 */
export async function addOrReplaceUnverified(
  tx: EntityManager,
  given: NewAccount,
  now: Date,
): Promise<{ readonly id: string; readonly isNew: boolean } | null> {
  const [account] = await tx.sql<{ id: string; isNew: boolean }[]>`
    insert into account (id, email, display_name, language, password_hash, state, created_at, updated_at)
    values (${given.id}, ${given.email}, ${given.displayName}, ${given.language}, ${given.passwordHash}, 'active', ${now}, ${now})
    on conflict on constraint account_email_unique do update
      set display_name = excluded.display_name, language = excluded.language, password_hash = excluded.password_hash,
          session_epoch = account.session_epoch + 1, updated_at = excluded.updated_at
      where account.email_verified_at is null and account.platform_role is null
    returning id, id = ${given.id} as "isNew"`;
  return account ?? null;
}

/**
 * The mailbox has proved to be theirs. A password chosen before that may be a stranger's: unless the link belonged to that very
 * sign-up, it goes, with the sessions it opened.
 */
export async function markVerified(tx: EntityManager, id: string, keepPassword: boolean, now: Date): Promise<boolean> {
  const [rows] = await tx.sql<[unknown[], number]>`
    update account set email_verified_at = ${now}, updated_at = ${now},
           password_hash = case when ${keepPassword} then password_hash end,
           session_epoch = case when ${keepPassword} then session_epoch else session_epoch + 1 end
    where id = ${id} and email_verified_at is null returning id`;
  return rows.length > 0;
}

/** A new password ends every session. @returns the number new sessions are opened under */
export async function setPassword(tx: EntityManager, id: string, passwordHash: string, now: Date): Promise<number> {
  const [rows] = await tx.sql<[{ epoch: number }[], number]>`
    update account set password_hash = ${passwordHash}, session_epoch = session_epoch + 1, updated_at = ${now}
    where id = ${id} returning session_epoch as epoch`;
  return rows[0]?.epoch ?? 0;
}

export async function setEmail(tx: EntityManager, id: string, email: string, now: Date): Promise<void> {
  await tx.sql`update account set email = ${email}, email_verified_at = ${now}, updated_at = ${now} where id = ${id}`;
}

export async function setSignedIn(tx: EntityManager, id: string, now: Date): Promise<void> {
  await tx.sql`update account set signed_in_at = ${now} where id = ${id}`;
}

export async function setProfile(
  tx: EntityManager,
  id: string,
  { displayName, language }: { readonly displayName: string | null; readonly language: Language | null },
  now: Date,
): Promise<void> {
  await tx.sql`
    update account set display_name = coalesce(${displayName}, display_name), language = coalesce(${language}, language), updated_at = ${now}
    where id = ${id}`;
}

/** The person's row, held until the end of the transaction: what two requests decide about them happens one after the other. */
export async function lockAccount(tx: EntityManager, id: string): Promise<AccountRow | null> {
  await tx.sql`select 1 from account where id = ${id} for update`;
  return findAccount(tx, id);
}

export interface PromotedAccount {
  readonly id: string;
  readonly email: string;
  readonly language: Language;
  readonly hasPassword: boolean;
  readonly isNew: boolean;
}

/** A new account or an existing one. A password given before the address was confirmed goes: it may be anyone's. */
export async function addAdministrator(tx: EntityManager, id: string, email: string, now: Date): Promise<PromotedAccount> {
  const [account] = await tx.sql<PromotedAccount[]>`
    insert into account (id, email, display_name, platform_role, state, created_at, updated_at)
    values (${id}, ${email}, split_part(${email}, '@', 1), 'platform_administrator', 'active', ${now}, ${now})
    on conflict on constraint account_email_unique do update
      set platform_role = 'platform_administrator', updated_at = excluded.updated_at,
          password_hash = case when account.email_verified_at is not null then account.password_hash end,
          session_epoch = case when account.email_verified_at is not null then account.session_epoch else account.session_epoch + 1 end
    returning id, email, language, password_hash is not null as "hasPassword", id = ${id} as "isNew"`;
  if (!account) throw new Error('an insert that updates on conflict always returns its row');
  return account;
}
