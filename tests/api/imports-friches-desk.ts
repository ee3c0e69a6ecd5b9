import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../api/src/database/data-source.js';
import { frichesImporter } from '../../api/src/modules/imports/friches/friches.importer.js';
import { type ImportResult, runImport } from '../../api/src/modules/imports/import.runner.js';
import { sayNote } from '../../api/src/modules/imports/import.causes.js';
import type { Importer, ImportKind, ReportNote } from '../../api/src/modules/imports/import.types.js';
import { organisationsImporter } from '../../api/src/modules/imports/organisations/organisations.importer.js';
import { Ids } from '../../api/src/platform/ids.js';
import { Journal } from '../../api/src/platform/journal/journal.js';
import { cloneDatabase } from '../support/database.js';
import type { Content } from '../support/templates.js';
import { FixedClock } from '../support/fixed-clock.js';
import { emptied } from '../support/emptied.js';

const ROOT = join(__dirname, '../..');
export const fixture = (name: string): string => join(ROOT, 'tests/fixtures', name);
/** Importing by hand on a database of one's own: what the command line does, without the terminal. */
export interface Desk {
  readonly db: DataSource;
  import(kind: ImportKind, ...files: string[]): Promise<ImportResult>;
  /** Forgets what was imported, territories excepted. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk(content?: Content): Promise<Desk> {
  const database = await cloneDatabase(content);
  const db = await new DataSource(dataSourceOptions({ url: database.url, poolMax: 2, statementTimeoutMs: 0 }, 'imports-test')).initialize();
  const clock = new FixedClock();
  // Later than what the template may hold.
  clock.advance({ minutes: 1 });
  const silent = { fileRecognised() {}, rowsRead() {}, writing() {}, waiting() {}, loadingTerritories() {}, finishing() {} };
  const importers = [frichesImporter, organisationsImporter] as unknown as readonly Importer[];
  const tools = { dataSource: db, clock, ids: new Ids(), journal: new Journal(clock), importers, progress: silent };
  return {
    db,
    import: (kind, ...files) => {
      clock.advance({ minutes: 1 });
      return runImport({ kind, files, dryRun: false, asOf: null }, tools);
    },
    clear: async () => {
      await emptied(db, 'site', 'organisation', 'import_run');
    },
    close: async () => {
      await db.destroy();
      await database.drop();
    },
  };
}

/** The few communes the hand-made files speak of, with what a point is compared with. */
export async function fewCommunes(db: DataSource): Promise<void> {
  await db.query(`
    insert into territory (id, kind, code, name, region_code, department_code, area_ha, point) values
      ('region:44', 'region', '44', 'Grand Est', '44', null, null, null),
      ('department:52', 'department', '52', 'Haute-Marne', '44', '52', null, null),
      ('department:01', 'department', '01', 'Ain', '84', '01', null, null),
      ('department:2A', 'department', '2A', 'Corse-du-Sud', '94', '2A', null, null),
      ('commune:52269', 'commune', '52269', 'Langres', '44', '52', 2200, st_setsrid(st_makepoint(5.3345, 47.8628), 4326)),
      ('commune:01004', 'commune', '01004', 'Ambérieu-en-Bugey', '84', '01', 2460, st_setsrid(st_makepoint(5.3601, 45.9580), 4326)),
      ('commune:2A041', 'commune', '2A041', 'Bonifacio', '94', '2A', 13836, st_setsrid(st_makepoint(9.1595, 41.3874), 4326));
    insert into former_commune (code, name, current_id) values ('52999', 'Ancienneville', 'commune:52269');
  `);
}

/** What the report says of the row that begins on this line, in French. */
export function notesOf(result: ImportResult, line: number): ReportNote[] {
  const [file] = result.files;
  const entry = file?.entries.find((each) => each.line === line);
  return (entry?.notes ?? []).map((note) => sayNote(note, file?.causes ?? {}, 'fr', (field) => field));
}
export const causesOf = (result: ImportResult, line: number): string[] => notesOf(result, line).map(({ cause }) => cause);

/** How often each cause was told. */
export function causeCounts(result: ImportResult): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { cause } of result.files.flatMap(({ entries }) => entries).flatMap(({ notes }) => notes))
    counts[cause] = (counts[cause] ?? 0) + 1;
  return counts;
}

/** Everything the places show and where it comes from, without the identifiers and instants of one run: equal texts = same end. */
export async function picture(db: DataSource): Promise<string> {
  const [row] = await db.query<{ picture: string }[]>(`
    with source as (
      select site_id, jsonb_agg(jsonb_build_array(dataset_id, source_date) order by dataset_id) as sources from site_source group by site_id),
    provenance as (
      select p.site_id, jsonb_object_agg(p.field, s.dataset_id) as fields from site_provenance p join site_source s on s.id = p.source_id group by p.site_id)
    select md5(string_agg(line, e'\\n' order by line)) as picture from (
      select (to_jsonb(site) - array['id', 'created_at', 'updated_at', 'state_changed_at'])::text || sources::text || coalesce(fields::text, '') as line
        from site left join source on source.site_id = site.id left join provenance on provenance.site_id = site.id) lines`);
  return row?.picture ?? '';
}
