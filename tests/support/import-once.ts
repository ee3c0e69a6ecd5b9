import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../api/src/database/data-source.js';
import { SILENT } from '../../api/src/modules/imports/import.progress.js';
import { runImport } from '../../api/src/modules/imports/import.runner.js';
import type { ImportKind, ImportTotals } from '../../api/src/modules/imports/import.types.js';
import { IMPORTERS } from '../../api/src/modules/imports/imports.registry.js';
import { Ids } from '../../api/src/platform/ids.js';
import { Journal } from '../../api/src/platform/journal/journal.js';
import { FixedClock } from './fixed-clock.js';

export interface Reported {
  readonly totals: ImportTotals;
  /** How often each cause was told. */
  readonly causes: Readonly<Record<string, number>>;
}

/** Imports a file into a database that others will copy, and leaves there what was reported. */
export async function importOnce(url: string, kind: ImportKind, file: string, at: Date): Promise<void> {
  const dataSource = await new DataSource(dataSourceOptions({ url, poolMax: 2, statementTimeoutMs: 0 }, 'import-once')).initialize();
  try {
    const clock = new FixedClock();
    clock.set(at);
    const tools = { dataSource, clock, ids: new Ids(), journal: new Journal(clock), importers: IMPORTERS, progress: SILENT };
    const { totals, files } = await runImport({ kind, files: [file], dryRun: false, asOf: null }, tools);
    const causes: Record<string, number> = {};
    for (const { cause } of files.flatMap(({ entries }) => entries).flatMap(({ notes }) => notes)) causes[cause] = (causes[cause] ?? 0) + 1;
    await dataSource.query(`create schema testing; create table testing.reported (report jsonb not null)`);
    await dataSource.query(`insert into testing.reported values ($1)`, [JSON.stringify({ totals, causes })]);
    await dataSource.query('analyze');
  } finally {
    await dataSource.destroy();
  }
}

/** What the import of the template reported. */
export async function reportedIn(db: DataSource): Promise<Reported> {
  const [row] = await db.query<{ report: Reported }[]>('select report from testing.reported');
  if (row === undefined) throw new Error('This database is no copy of a template that was imported into.');
  return row.report;
}
