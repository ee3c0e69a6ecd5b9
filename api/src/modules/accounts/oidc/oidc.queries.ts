import type { EntityManager } from 'typeorm';

export interface LinkedIdentity {
  readonly id: string;
  readonly issuer: string;
  readonly createdAt: Date;
  readonly usedAt: Date;
}

export async function findLinkedAccount(db: EntityManager, issuer: string, subject: string): Promise<string | null> {
  const [found] = await db.sql<{ accountId: string }[]>`
    select account_id as "accountId" from account_identity where issuer = ${issuer} and subject = ${subject}`;
  return found?.accountId ?? null;
}

export async function isAddressTaken(db: EntityManager, email: string): Promise<boolean> {
  const found = await db.sql<unknown[]>`select 1 from account where email_key = lower(${email})`;
  return found.length > 0;
}

export interface NewPerson {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly language: string;
}

/** @returns false when somebody took the address a moment ago */
export async function addVerifiedAccount(tx: EntityManager, person: NewPerson, at: Date): Promise<boolean> {
  const added = await tx.sql<unknown[]>`
    insert into account (id, email, email_verified_at, display_name, language, state, created_at, updated_at)
    values (${person.id}, ${person.email}, ${at}, ${person.displayName}, ${person.language}, 'active', ${at}, ${at})
    on conflict on constraint account_email_unique do nothing returning id`;
  return added.length > 0;
}

/** @returns false when the identity, or another of the same provider, is linked already */
export async function addIdentity(
  tx: EntityManager,
  given: { readonly id: string; readonly accountId: string; readonly issuer: string; readonly subject: string },
  at: Date,
): Promise<boolean> {
  const added = await tx.sql<unknown[]>`
    insert into account_identity (id, account_id, issuer, subject, created_at, used_at)
    values (${given.id}, ${given.accountId}, ${given.issuer}, ${given.subject}, ${at}, ${at})
    on conflict do nothing returning id`;
  return added.length > 0;
}

export async function markIdentityUsed(tx: EntityManager, issuer: string, subject: string, at: Date): Promise<void> {
  await tx.sql`update account_identity set used_at = ${at} where issuer = ${issuer} and subject = ${subject}`;
}

export function listIdentities(db: EntityManager, accountId: string): Promise<LinkedIdentity[]> {
  return db.sql<LinkedIdentity[]>`
    select id, issuer, created_at as "createdAt", used_at as "usedAt"
    from account_identity where account_id = ${accountId} order by created_at`;
}

/** @returns false when the person has no such identity (any more) */
export async function deleteIdentity(tx: EntityManager, accountId: string, id: string): Promise<boolean> {
  const [rows] = await tx.sql<[unknown[], number]>`
    delete from account_identity where account_id = ${accountId} and id = ${id} returning 1`;
  return rows.length > 0;
}
