import type { EntityManager } from 'typeorm';
import type { Note } from '../import.types.js';
import type { RowEntry } from '../import.totals.js';
import type { RawRow } from '../reading/file.reader.js';
import type { TableForm } from '../reading/tables/table.types.js';
import type { SourcedSite } from '../sourced-sites/sourced-site.types.js';
import type { OwnSource } from './places.queries.js';
import type { ImportSettings, Layout, RowsSearch, SiteImportPoints, SiteImportTotals, SiteRowOutcome } from './site-imports.schemas.js';
import type { SiteImportState } from './site-import.rules.js';

export interface StoredForm extends TableForm {
  readonly sheets: readonly string[];
  /** Columns named by the format; null when a row names them. */
  readonly header: readonly string[] | null;
  readonly width: number;
  readonly recognised: Layout;
  readonly remembered: boolean;
  /** The sheet whose rows are kept. */
  readonly sheet: number;
}

export interface ImportRecord {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: string; readonly ownerKind: string | null };
  readonly state: SiteImportState;
  readonly version: number;
  readonly title: string;
  readonly fileName: string | null;
  readonly fileSha256: string;
  readonly bytes: number;
  readonly sentBy: string | null;
  readonly form: StoredForm | null;
  readonly settings: Partial<ImportSettings>;
  readonly refusal: { readonly code: string; readonly fr: string; readonly en: string } | null;
  readonly totals: SiteImportTotals | null;
  readonly doneRows: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly committedAt: string | null;
  readonly finishedAt: string | null;
}

const RECORD = `jsonb_build_object('id', i.id, 'state', i.state, 'version', i.version, 'title', i.title, 'fileName', i.file_name,
  'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'ownerKind', o.owner_kind),
  'fileSha256', i.file_sha256, 'bytes', i.bytes, 'sentBy', a.display_name, 'form', i.form, 'settings', i.settings, 'refusal', i.refusal,
  'totals', i.totals, 'createdAt', i.created_at, 'updatedAt', i.updated_at, 'committedAt', i.committed_at, 'finishedAt', i.finished_at,
  'doneRows', case when i.state = 'committing' then
    (select count(*) from site_import_row r where r.import_id = i.id and r.done_at is not null) else 0 end)`;
const FROM = `site_import i join organisation o on o.id = i.organisation_id left join account a on a.id = i.account_id`;

export async function findImport(tx: EntityManager, id: string): Promise<ImportRecord | null> {
  const rows: { import: ImportRecord }[] = await tx.query(`select ${RECORD} as import from ${FROM} where i.id = $1`, [id]);
  return rows[0]?.import ?? null;
}

/** Whoever changes an import takes turns. */
export async function lockImport(tx: EntityManager, id: string): Promise<ImportRecord | null> {
  await tx.query('select 1 from site_import where id = $1 for update', [id]);
  return findImport(tx, id);
}

export async function listImports(tx: EntityManager, organisationId: string, after: string | null, count: number): Promise<ImportRecord[]> {
  const rows: { import: ImportRecord }[] = await tx.query(
    `select ${RECORD} as import from ${FROM} where i.organisation_id = $1 and ($2::uuid is null or i.id < $2) order by i.id desc limit $3`,
    [organisationId, after, count],
  );
  return rows.map((row) => row.import);
}

/** Waits for whoever opens another import of the same organisation, so that the count holds. */
export async function countOpenImports(tx: EntityManager, organisationId: string): Promise<number> {
  await tx.query('select 1 from organisation where id = $1 for no key update', [organisationId]);
  const [row] = await tx.query<{ count: number }[]>(
    `select count(*)::int as count from site_import where organisation_id = $1 and state in ('reading', 'to_check', 'committing')`,
    [organisationId],
  );
  return row?.count ?? 0;
}

export interface NewImport {
  readonly id: string;
  readonly organisationId: string;
  readonly accountId: string;
  readonly title: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly at: Date;
}
export async function insertImport(tx: EntityManager, given: NewImport): Promise<void> {
  await tx.query(
    `insert into site_import (id, organisation_id, account_id, state, title, file_name, file_sha256, bytes, created_at, updated_at)
     values ($1, $2, $3, 'reading', $4, $5, $5, $6, $7, $7)`,
    [given.id, given.organisationId, given.accountId, given.title, given.fileName, given.bytes, given.at],
  );
}

export interface ImportChange {
  readonly state?: SiteImportState;
  readonly form?: StoredForm;
  readonly settings?: Partial<ImportSettings>;
  readonly refusal?: ImportRecord['refusal'];
  readonly totals?: SiteImportTotals;
  readonly committedAt?: Date;
  readonly finishedAt?: Date;
}
/** On condition of what was read. @returns whether it was still so */
export async function saveImport(
  tx: EntityManager,
  { id, state, version }: ImportRecord,
  change: ImportChange,
  at: Date,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with saved as (update site_import set state = coalesce($4, state), form = coalesce($5, form), settings = coalesce($6, settings),
       refusal = coalesce($7, refusal), totals = coalesce($8, totals), committed_at = coalesce($9, committed_at),
       finished_at = coalesce($10, finished_at), updated_at = $11, version = version + 1
     where id = $1 and state = $2 and version = $3 returning 1) select 1 from saved`,
    [
      id,
      state,
      version,
      change.state ?? null,
      asJson(change.form),
      asJson(change.settings),
      asJson(change.refusal),
      asJson(change.totals),
      change.committedAt ?? null,
      change.finishedAt ?? null,
      at,
    ],
  );
  return rows.length === 1;
}
const asJson = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));

export async function clearRows(tx: EntityManager, importId: string): Promise<void> {
  await tx.query('delete from site_import_row where import_id = $1', [importId]);
}

export async function insertRows(tx: EntityManager, importId: string, rows: readonly RawRow[]): Promise<void> {
  await tx.query(
    `insert into site_import_row (import_id, line, cells, geometry)
     select $1, r.line, r.cells, case when r.geometry <> 'null' then r.geometry end
       from jsonb_to_recordset($2::jsonb) as r(line int, cells jsonb, geometry jsonb)`,
    [importId, JSON.stringify(rows)],
  );
}

export interface StoredRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fixes: Readonly<Record<string, string>>;
  readonly geometry: RawRow['geometry'];
  readonly outcome: SiteRowOutcome | null;
  readonly warned: boolean;
  readonly sourceKey: string | null;
  readonly record: SourcedSite | null;
  readonly notes: readonly Note[];
  readonly siteId: string | null;
  readonly commune: string | null;
}
const ROW = `r.line, r.cells, r.fixes, r.geometry, r.outcome, r.warned, r.source_key as "sourceKey", r.record, r.notes, r.site_id as "siteId"`;

/** Rows below the headings, in order of line. @param lines only these */
export async function readRows(
  tx: EntityManager,
  importId: string,
  { afterLine, count, lines = null }: { afterLine: number; count: number; lines?: readonly number[] | null },
): Promise<StoredRow[]> {
  return tx.query(
    `select ${ROW}, null as commune from site_import_row r
      where r.import_id = $1 and r.line > $2 and ($3::int[] is null or r.line = any($3)) order by r.line limit $4`,
    [importId, afterLine, lines, count],
  );
}

export async function searchRows(
  tx: EntityManager,
  importId: string,
  headerLine: number,
  { show, cursor, limit }: RowsSearch,
): Promise<StoredRow[]> {
  return tx.query(
    `select ${ROW}, c.name as commune from site_import_row r left join territory c on c.id = r.record -> 'values' ->> 'communeId'
      where r.import_id = $1 and r.line > greatest($2::int, $3::int)
        and ($4 = 'all' or r.outcome = $4 or ($4 = 'warned' and r.warned and r.outcome not in ('refused', 'not_concerned')))
      order by r.line limit $5`,
    [importId, headerLine, cursor?.[0] ?? -1, show, limit + 1],
  );
}

/** The lines that describe the same places as these keys. */
export async function linesOfKeys(tx: EntityManager, importId: string, keys: readonly string[]): Promise<number[]> {
  const rows: { line: number }[] = await tx.query('select line from site_import_row where import_id = $1 and source_key = any($2)', [
    importId,
    keys,
  ]);
  return rows.map(({ line }) => line);
}

export async function saveFixes(
  tx: EntityManager,
  importId: string,
  line: number,
  fixes: Readonly<Record<string, string>>,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with saved as (update site_import_row set fixes = fixes || $3::jsonb where import_id = $1 and line = $2 returning 1) select 1 from saved`,
    [importId, line, JSON.stringify(fixes)],
  );
  return rows.length === 1;
}

export async function forgetOutcomes(tx: EntityManager, importId: string): Promise<void> {
  await tx.query(
    `update site_import_row set outcome = null, warned = false, source_key = null, record = null, notes = '[]', site_id = null
      where import_id = $1 and outcome is not null`,
    [importId],
  );
}

export type Judged = RowEntry & { readonly warned: boolean; readonly record: string | null };
export async function saveJudged(tx: EntityManager, importId: string, rows: readonly Judged[]): Promise<void> {
  const given = rows.map(({ record, ...row }) => ({ ...row, record: record === null ? null : (JSON.parse(record) as unknown) }));
  await tx.query(
    `update site_import_row r set outcome = g.outcome, warned = g.warned, source_key = g."sourceKey",
            record = case when g.record <> 'null' then g.record end, notes = g.notes, site_id = g."recordId"
       from jsonb_to_recordset($2::jsonb) as g(line int, outcome text, warned boolean, "sourceKey" text, record jsonb, notes jsonb,
            "recordId" uuid)
      where r.import_id = $1 and r.line = g.line`,
    [importId, JSON.stringify(given)],
  );
}

export async function countRows(tx: EntityManager, importId: string): Promise<SiteImportTotals> {
  const [row] = await tx.query<SiteImportTotals[]>(
    `select count(*)::int as rows, ${['created', 'updated', 'unchanged', 'refused', 'merged', 'not_concerned']
      .map((outcome) => `(count(*) filter (where outcome = '${outcome}'))::int as ${outcome}`)
      .join(', ')}, (count(*) filter (where warned and outcome not in ('refused', 'not_concerned')))::int as warned
       from site_import_row where import_id = $1 and outcome is not null`,
    [importId],
  );
  return row as SiteImportTotals;
}

export interface FoundCause {
  readonly cause: string;
  readonly count: number;
  readonly note: Note;
}
export async function countNotes(tx: EntityManager, importId: string): Promise<FoundCause[]> {
  return tx.query(
    `select n ->> 'cause' as cause, count(*)::int as count, (array_agg(n order by r.line))[1] as note
       from site_import_row r cross join lateral jsonb_array_elements(r.notes) n
      where r.import_id = $1 and r.outcome is distinct from 'not_concerned' group by 1 order by 2 desc, 1 limit 12`,
    [importId],
  );
}

export async function readPoints(tx: EntityManager, importId: string): Promise<SiteImportPoints['items']> {
  return tx.query(
    `select line, record -> 'values' ->> 'name' as name, (record -> 'values' -> 'point' ->> 'lon')::float8 as lon,
            (record -> 'values' -> 'point' ->> 'lat')::float8 as lat, outcome, warned
       from site_import_row where import_id = $1 and record -> 'values' -> 'point' is not null order by line`,
    [importId],
  );
}

export async function rowsToCommit(tx: EntityManager, importId: string, count: number): Promise<StoredRow[]> {
  return tx.query(
    `select ${ROW}, null as commune from site_import_row r
      where r.import_id = $1 and r.outcome in ('created', 'updated') and r.done_at is null order by r.line limit $2`,
    [importId, count],
  );
}

export interface DoneRow {
  readonly line: number;
  readonly outcome: SiteRowOutcome;
  readonly siteId: string | null;
  readonly before: OwnSource | null;
  readonly notes: readonly Note[];
}
export async function saveDone(tx: EntityManager, importId: string, rows: readonly DoneRow[], at: Date): Promise<void> {
  await tx.query(
    `update site_import_row r set outcome = g.outcome, site_id = g."siteId", before = case when g.before <> 'null' then g.before end,
            notes = r.notes || g.notes, warned = r.warned or g.notes <> '[]', done_at = $3
       from jsonb_to_recordset($2::jsonb) as g(line int, outcome text, "siteId" uuid, before jsonb, notes jsonb)
      where r.import_id = $1 and r.line = g.line`,
    [importId, JSON.stringify(rows), at],
  );
}

export async function readReplaced(tx: EntityManager, importId: string): Promise<OwnSource[]> {
  const rows: { before: OwnSource }[] = await tx.query(
    `select before from site_import_row where import_id = $1 and done_at is not null and before is not null order by line`,
    [importId],
  );
  return rows.map(({ before }) => before);
}

/** One commit at a time for one organisation: its files share their keys. */
export async function lockCommits(tx: EntityManager, organisationId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7203116))', [organisationId]);
}

export async function isRunOpen(tx: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from import_run where id = $1', [id]);
  return rows.length > 0;
}

export async function rememberedMapping(
  tx: EntityManager,
  organisationId: string,
  headings: string,
): Promise<Partial<ImportSettings> | null> {
  const rows: { settings: Partial<ImportSettings> }[] = await tx.query(
    'select settings from site_import_mapping where organisation_id = $1 and headings = $2',
    [organisationId, headings],
  );
  return rows[0]?.settings ?? null;
}

export async function rememberMapping(
  tx: EntityManager,
  organisationId: string,
  headings: string,
  settings: Pick<ImportSettings, 'layout' | 'columns' | 'kind'>,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into site_import_mapping (organisation_id, headings, settings, saved_at) values ($1, $2, $3, $4)
     on conflict (organisation_id, headings) do update set settings = excluded.settings, saved_at = excluded.saved_at`,
    [organisationId, headings, JSON.stringify(settings), at],
  );
}

export async function importsToForget(tx: EntityManager, before: Date): Promise<{ id: string; fileName: string }[]> {
  return tx.query(
    `select id, file_name as "fileName" from site_import where file_name is not null and state <> 'committing' and updated_at < $1 order by id`,
    [before],
  );
}

export async function forgetFileOf(tx: EntityManager, id: string): Promise<void> {
  await tx.query('delete from site_import_row where import_id = $1', [id]);
  await tx.query(
    `update site_import set file_name = null, form = null, settings = '{}',
            state = case when state in ('reading', 'to_check') then 'dropped' else state end where id = $1`,
    [id],
  );
}

export async function myImports(tx: EntityManager, accountId: string): Promise<object[]> {
  return tx.query(`select title, state, bytes, created_at as "createdAt" from site_import where account_id = $1 order by id`, [accountId]);
}
export async function untieImports(tx: EntityManager, accountId: string): Promise<void> {
  await tx.query('update site_import set account_id = null where account_id = $1', [accountId]);
}
