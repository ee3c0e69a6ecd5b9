import type { EntityManager } from 'typeorm';

export interface SecondFactorRow {
  readonly sealedSecret: string | null;
  readonly nextSealedSecret: string | null;
  readonly nextStartedAt: Date | null;
}

export async function isSecondFactorOn(db: EntityManager, accountId: string): Promise<boolean> {
  const [row] = await db.sql<unknown[]>`select 1 from second_factor where account_id = ${accountId} and confirmed_at is not null`;
  return row !== undefined;
}

export async function findSecondFactor(db: EntityManager, accountId: string): Promise<SecondFactorRow | null> {
  const [row] = await db.sql<SecondFactorRow[]>`
    select sealed_secret as "sealedSecret", next_sealed_secret as "nextSealedSecret", next_started_at as "nextStartedAt"
    from second_factor where account_id = ${accountId}`;
  return row ?? null;
}

/** One being set up, beside the one in use if any: a telephone is replaced without a moment unprotected. */
export async function putNextSecret(tx: EntityManager, accountId: string, sealed: string, now: Date): Promise<void> {
  await tx.sql`
    insert into second_factor (account_id, next_sealed_secret, next_started_at) values (${accountId}, ${sealed}, ${now})
    on conflict (account_id) do update set next_sealed_secret = excluded.next_sealed_secret, next_started_at = excluded.next_started_at`;
}

/** @returns false when it is no longer the one being set up: of two confirmations at once, one succeeds */
export async function confirmNextSecret(tx: EntityManager, accountId: string, sealed: string, step: number, now: Date): Promise<boolean> {
  const [rows] = await tx.sql<[unknown[], number]>`
    update second_factor set sealed_secret = next_sealed_secret, confirmed_at = ${now}, last_step = ${step},
           next_sealed_secret = null, next_started_at = null
    where account_id = ${accountId} and next_sealed_secret = ${sealed} returning 1`;
  return rows.length > 0;
}

/** The step only ever grows, so each code works once, even given twice at the same moment. */
export async function takeStep(db: EntityManager, accountId: string, step: number): Promise<boolean> {
  const [rows] = await db.sql<[unknown[], number]>`
    update second_factor set last_step = ${step} where account_id = ${accountId} and last_step < ${step} returning 1`;
  return rows.length > 0;
}

/** @returns false when there was none, or its person came to look after the service meanwhile */
export async function removeSecondFactorOf(tx: EntityManager, accountId: string): Promise<boolean> {
  const [rows] = await tx.sql<[unknown[], number]>`
    delete from second_factor f using account a
    where f.account_id = ${accountId} and a.id = f.account_id and a.platform_role is null and f.confirmed_at is not null returning 1`;
  await tx.sql`delete from recovery_code where account_id = ${accountId}`;
  return rows.length > 0;
}

export async function replaceRecoveryCodes(tx: EntityManager, accountId: string, hashes: readonly string[], now: Date): Promise<void> {
  await tx.sql`delete from recovery_code where account_id = ${accountId}`;
  await tx.sql`
    insert into recovery_code (hash, account_id, created_at)
    select hash, ${accountId}, ${now}::timestamptz from unnest(${hashes}::text[]) as hash`;
}

export async function takeRecoveryCode(tx: EntityManager, accountId: string, hash: string, now: Date): Promise<boolean> {
  const [rows] = await tx.sql<[unknown[], number]>`
    update recovery_code set used_at = ${now} where hash = ${hash} and account_id = ${accountId} and used_at is null returning 1`;
  return rows.length > 0;
}
