import type { EntityManager } from 'typeorm';
import type { Filed } from './applications.queries.js';

/** The number a file keeps for good, given at its first filing. */
export async function giveNumber(tx: EntityManager, id: string, year: number): Promise<string> {
  const rows: { number: string }[] = await tx.query(
    `with given as (update application set number = coalesce(number, $2 || '-' || lpad(nextval('application_number')::text, 6, '0'))
     where id = $1 returning number) select number from given`,
    [id, `TE-${year}`],
  );
  return rows[0]?.number ?? '';
}

export interface NewFiling {
  readonly id: string;
  readonly applicationId: string;
  readonly sequence: number;
  readonly arrivedAt: Date;
  readonly recordedAt: Date;
  readonly accountId: string;
  readonly content: Filed;
  readonly hash: string;
}

export async function insertFiling(tx: EntityManager, line: NewFiling): Promise<void> {
  await tx.query(
    `insert into application_filing (id, application_id, sequence, arrived_at, recorded_at, account_id, content, content_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [line.id, line.applicationId, line.sequence, line.arrivedAt, line.recordedAt, line.accountId, JSON.stringify(line.content), line.hash],
  );
}
