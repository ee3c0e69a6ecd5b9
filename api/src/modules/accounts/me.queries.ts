import type { EntityManager } from 'typeorm';
import type { MeView } from './accounts.schemas.js';

type MyAccount = Omit<NonNullable<MeView['account']>, 'session'>;

export async function readMyAccount(db: EntityManager, accountId: string): Promise<MyAccount | null> {
  const [account] = await db.sql<MyAccount[]>`
    select a.id, a.email, a.email_verified_at is not null as "emailVerified", a.display_name as "displayName", a.language,
           a.platform_role as "platformRole", a.password_hash is not null as "hasPassword",
           jsonb_build_object(
             'on', exists (select 1 from second_factor f where f.account_id = a.id and f.confirmed_at is not null),
             'recoveryCodesLeft', (select count(*) from recovery_code c where c.account_id = a.id and c.used_at is null)
           ) as "secondFactor"
    from account a where a.id = ${accountId} and a.state = 'active'`;
  return account ?? null;
}
