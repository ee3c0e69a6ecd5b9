import type { EntityManager } from 'typeorm';
import type { TableForm } from '../reading/tables/table.types.js';
import type { ImportSettings, Layout, SiteImportTotals } from './site-imports.schemas.js';
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
  'doneRows', case i.state
    when 'committing' then (select count(*) from site_import_row r where r.import_id = i.id and r.done_at is not null)
    when 'undoing' then (select count(*) from site_import_row r
      where r.import_id = i.id and r.done_at is null and r.site_id is not null and r.outcome in ('created', 'updated'))
    else 0 end)`;
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
    `select count(*)::int as count from site_import where organisation_id = $1 and state in ('reading', 'to_check', 'committing', 'undoing')`,
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
    `select id, file_name as "fileName" from site_import where file_name is not null and state not in ('committing', 'undoing') and updated_at < $1 order by id`,
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
