import type { EntityManager } from 'typeorm';
import type { Note } from '../import.types.js';
import type { RowEntry } from '../import.totals.js';
import type { RawRow } from '../reading/file.reader.js';
import type { SourcedSite } from '../sourced-sites/sourced-site.types.js';
import type { OwnSource } from './places.queries.js';
import type { RowsSearch, SiteImportPoints, SiteImportTotals, SiteRowOutcome } from './site-imports.schemas.js';

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

export interface RowToUndo {
  readonly line: number;
  readonly before: OwnSource | null;
  /** Somebody changed or showed the place while the undoing was waiting its turn: it is left to them. */
  readonly isTouched: boolean;
}
export async function rowsToUndo(tx: EntityManager, importId: string, count: number): Promise<RowToUndo[]> {
  return tx.query(
    `select r.line, r.before, s.state <> 'draft' or s.updated_at <> i.committed_at as "isTouched"
       from site_import_row r join site_import i on i.id = r.import_id join site s on s.id = r.site_id
      where r.import_id = $1 and r.done_at is not null and r.outcome in ('created', 'updated') order by r.line limit $2`,
    [importId, count],
  );
}

export async function markUndone(tx: EntityManager, importId: string, lines: readonly number[]): Promise<void> {
  await tx.query(`update site_import_row set done_at = null where import_id = $1 and line = any($2)`, [importId, lines]);
}
