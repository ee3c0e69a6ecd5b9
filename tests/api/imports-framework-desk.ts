import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll } from '@jest/globals';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../api/src/database/data-source.js';
import { sayNote } from '../../api/src/modules/imports/import.causes.js';
import { SILENT } from '../../api/src/modules/imports/import.progress.js';
import { type ImportOrder, type ImportResult, type ImportTools, runImport } from '../../api/src/modules/imports/import.runner.js';
import type { ImportKind, Lang, ReportNote } from '../../api/src/modules/imports/import.types.js';
import { IMPORTERS } from '../../api/src/modules/imports/imports.registry.js';
import { Ids } from '../../api/src/platform/ids.js';
import { Journal } from '../../api/src/platform/journal/journal.js';
import { cloneDatabase } from '../support/database.js';
import type { Content } from '../support/templates.js';
import { FixedClock } from '../support/fixed-clock.js';

export const fixture = (name: string): string => join(__dirname, '../fixtures', name);

/** Importing as the command line does, every importer known, without the terminal. */
export interface ImportDesk {
  readonly db: DataSource;
  readonly clock: FixedClock;
  readonly tools: ImportTools;
  run(
    kind: ImportKind,
    files: string | readonly string[],
    more?: Partial<ImportOrder>,
    tools?: Partial<ImportTools>,
  ): Promise<ImportResult>;
  /** A file made for one test, gone with it. */
  write(name: string, content: string | Buffer | AsyncIterable<Buffer>): Promise<string>;
}

interface ImportDeskOptions {
  readonly content?: Content;
  /** What its database must hold besides. */
  readonly prepare?: (db: DataSource) => Promise<unknown>;
}

export function useImportDesk({ content = 'empty', prepare }: ImportDeskOptions = {}): ImportDesk {
  let desk: (ImportDesk & { close(): Promise<void> }) | null = null;
  beforeAll(async () => {
    desk = await openDesk(content);
    await prepare?.(desk.db);
  }, 180_000);
  afterAll(() => desk?.close());
  return new Proxy({} as ImportDesk, {
    get: (_target, member: keyof ImportDesk) => {
      if (!desk) throw new Error('The desk exists only inside tests and hooks.');
      return desk[member];
    },
  });
}

async function openDesk(content: Content): Promise<ImportDesk & { close(): Promise<void> }> {
  const database = await cloneDatabase(content);
  const db = await new DataSource(dataSourceOptions({ url: database.url, poolMax: 4, statementTimeoutMs: 0 }, 'imports-test')).initialize();
  const folder = await mkdtemp(join(tmpdir(), 'imports-'));
  const clock = new FixedClock();
  const tools: ImportTools = { dataSource: db, clock, ids: new Ids(), journal: new Journal(clock), importers: IMPORTERS, progress: SILENT };
  return {
    db,
    clock,
    tools,
    run(kind, files, more = {}, other = {}) {
      clock.advance({ minutes: 1 });
      return runImport({ kind, files: [files].flat(), dryRun: false, asOf: null, ...more }, { ...tools, ...other });
    },
    async write(name, content) {
      const path = join(folder, name);
      if (typeof content === 'string' || Buffer.isBuffer(content)) await writeFile(path, content);
      else await pipeline(content, createWriteStream(path));
      return path;
    },
    async close() {
      await db.destroy();
      await rm(folder, { recursive: true });
      await database.drop();
    },
  };
}

/** The communes the hand-made files speak of. */
export async function communesAroundLangres(db: DataSource): Promise<void> {
  await db.query(`
    insert into territory (id, kind, code, name, region_code, department_code, postal_codes, population, point) values
      ('region:44', 'region', '44', 'Grand Est', '44', null, '{}', 5565400, null),
      ('department:52', 'department', '52', 'Haute-Marne', '44', '52', '{}', 169250, null),
      ('department:21', 'department', '21', 'Côte-d''Or', '27', '21', '{}', 535800, null),
      ('commune:52269', 'commune', '52269', 'Langres', '44', '52', '{52200}', 7421, st_setsrid(st_makepoint(5.33747, 47.859779), 4326)),
      ('commune:52246', 'commune', '52246', 'Humes-Jorquenay', '44', '52', '{52200}', 600, null),
      ('commune:52332', 'commune', '52332', 'Val-de-Meuse', '44', '52', '{52140}', 1800, null),
      ('commune:52362', 'commune', '52362', 'Occey', '44', '52', '{52190}', 130, null),
      ('commune:52114', 'commune', '52114', 'Châteauvillain', '44', '52', '{52120}', 1500, null),
      ('commune:52449', 'commune', '52449', 'Le Montsaugeonnais', '44', '52', '{52190}', 1200, null);
    insert into former_commune (code, name, current_id) values ('52405', 'Prauthoy', 'commune:52449')`);
}

export function notesOf(result: ImportResult, line: number, lang: Lang = 'fr'): ReportNote[] {
  const [file] = result.files;
  const entry = file?.entries.find((each) => each.line === line);
  return (entry?.notes ?? []).map((note) => sayNote(note, file?.causes ?? {}, lang, (field) => field));
}
export const causesOf = (result: ImportResult, line: number): string[] => notesOf(result, line).map(({ cause }) => cause);

/** Every row an import may write, but the list of runs: equal fingerprints = nothing changed. */
export async function fingerprint(db: DataSource): Promise<string> {
  const tables = [
    'dataset',
    'site',
    'site_source',
    'site_provenance',
    'site_history',
    'site_listing',
    'transit_stop',
    'territory',
    'territory_label',
    'journal_act',
  ];
  const parts = tables.map(
    (table) => `select '${table}' as name, md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as sum from ${table} t`,
  );
  return JSON.stringify(await db.query(parts.join(' union all ') + ' order by name'));
}
export async function countRuns(db: DataSource): Promise<number> {
  const [row] = await db.query<{ count: number }[]>('select count(*)::int as count from import_run');
  return row?.count ?? 0;
}
