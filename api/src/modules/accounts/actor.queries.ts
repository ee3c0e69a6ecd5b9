import type { EntityManager } from 'typeorm';
import type { ActorAccount } from '../../platform/access/actors.js';

/** What decisions need of a person; null when the account is erased or unknown. */
export async function readActorAccount(db: EntityManager, accountId: string): Promise<ActorAccount | null> {
  const [account] = await db.sql<ActorAccount[]>`
    select email_verified_at is not null as "emailVerified", platform_role as "platformRole",
           session_epoch as "sessionEpoch"
    from account where id = ${accountId} and state = 'active'`;
  return account ?? null;
}
