import type { EntityManager } from 'typeorm';
import type { Language } from '../../../platform/http/request-context.js';

export interface AccountToErase {
  readonly email: string;
  readonly language: Language;
}

/** Two erasures at once: the second waits here, and finds nobody. */
export async function lockAccount(tx: EntityManager, accountId: string): Promise<AccountToErase | null> {
  const [account] = await tx.sql<AccountToErase[]>`
    select email, language from account where id = ${accountId} and state = 'active' for update`;
  return account ?? null;
}

/** Locks all of them: of two who leave at once, the second is the last. */
export async function isLastPlatformAdministrator(tx: EntityManager, accountId: string): Promise<boolean> {
  const held = await tx.sql<{ id: string }[]>`
    select id from account where platform_role = 'platform_administrator' and state = 'active' order by id for update`;
  return held.length === 1 && held[0]?.id === accountId;
}

/** What this module holds of the person; the row itself stays, as a number without a name. */
export async function eraseAccountRows(tx: EntityManager, accountId: string, at: Date): Promise<void> {
  await tx.sql`delete from session where sess ->> 'accountId' = ${accountId} or sess -> 'pending' ->> 'accountId' = ${accountId}`;
  await tx.sql`delete from account_token where account_id = ${accountId}`;
  await tx.sql`delete from account_identity where account_id = ${accountId}`;
  await tx.sql`delete from second_factor where account_id = ${accountId}`;
  await tx.sql`delete from recovery_code where account_id = ${accountId}`;
  await tx.sql`
    update account set state = 'erased', email = null, email_verified_at = null, display_name = null, password_hash = null,
                       platform_role = null, signed_in_at = null, inactivity_warned_at = null, erased_at = ${at}, updated_at = ${at}
    where id = ${accountId}`;
}
