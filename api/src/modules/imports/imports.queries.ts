import type { EntityManager } from 'typeorm';
import type { Dataset, ImportRun, ImportTotals } from './import.types.js';

/** Any number will do, as long as every import asks for the same one. */
const IMPORT_LOCK = 7_203_115;

/** One import at a time; released with the transaction. Answers at once whether it had to wait. */
export async function lockImports(tx: EntityManager, onWait: () => void): Promise<void> {
  const [row] = await tx.query<{ free: boolean }[]>(`select pg_try_advisory_xact_lock($1) as free`, [IMPORT_LOCK]);
  if (row?.free) return;
  onWait();
  await tx.query(`select pg_advisory_xact_lock($1)`, [IMPORT_LOCK]);
}

/** An import may last longer than a web request; its own limits do not outlive the transaction. */
export async function easeLimits(tx: EntityManager): Promise<void> {
  await tx.query(`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local jit = off`);
}

export async function hasCommunes(tx: EntityManager): Promise<boolean> {
  const [row] = await tx.query<{ found: boolean }[]>(`select exists (select from territory where kind = 'commune') as found`);
  return row?.found ?? false;
}

/** Describes the dataset; its dates move only when the file brought something (see `datasetChanged`). */
export async function describeDataset(tx: EntityManager, dataset: Dataset, asOf: string | null, at: Date): Promise<void> {
  await tx.query(
    `insert into dataset (id, title, producer, licence, licence_url, source_url, attribution, as_of, share_alike, members_only,
                          imported_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (id) do update set title = excluded.title, producer = excluded.producer, licence = excluded.licence,
       licence_url = excluded.licence_url, source_url = excluded.source_url, attribution = excluded.attribution,
       share_alike = excluded.share_alike, members_only = excluded.members_only`,
    [
      dataset.id,
      dataset.title,
      dataset.producer,
      dataset.licence,
      dataset.licenceUrl,
      dataset.sourceUrl,
      dataset.attribution,
      asOf,
      dataset.shareAlike,
      dataset.membersOnly ?? false,
      at,
    ],
  );
}

export async function datasetChanged(tx: EntityManager, datasetId: string, asOf: string | null, at: Date): Promise<void> {
  await tx.query(`update dataset set imported_at = $2, as_of = greatest(as_of, $3::date) where id = $1`, [datasetId, at, asOf]);
}

/** The run is written first, so that its sources can name it, and completed at the end of the same transaction. */
export async function openRun(tx: EntityManager, run: ImportRun, detected: object): Promise<void> {
  await tx.query(
    `insert into import_run (id, kind, file_name, file_sha256, dialect, started_at, finished_at, totals)
     values ($1, $2, $3, $4, $5, $6, $6, '{}')`,
    [run.id, run.kind, run.fileName, run.fileSha256, JSON.stringify(detected), run.startedAt],
  );
}

export async function closeRun(tx: EntityManager, runId: string, totals: ImportTotals, at: Date): Promise<void> {
  await tx.query(`update import_run set totals = $2, finished_at = $3 where id = $1`, [runId, JSON.stringify(totals), at]);
}
