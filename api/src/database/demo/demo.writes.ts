import type { EntityManager } from 'typeorm';
import { demoReaderIds } from './demo.jury.js';
import { demoId } from './demo.rows.js';

const DEMO_LOCK = 7_233_410;

/** `removed`: somebody took the demonstration away; starting again must not bring it back. */
export type DemoStanding = 'never_loaded' | 'loaded' | 'removed';

/** Two processes that start together take turns. */
export async function lockDemo(tx: EntityManager): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [DEMO_LOCK]);
}

export async function readDemoStanding(tx: EntityManager): Promise<DemoStanding> {
  const [standing] = await tx.query<{ known: boolean; present: boolean }[]>(
    `select exists (select 1 from dataset where id = 'demo') as known, exists (select 1 from site where demo) as present`,
  );
  if (standing?.present) return 'loaded';
  return standing?.known ? 'removed' : 'never_loaded';
}

export async function describeDemo(tx: EntityManager, at: Date): Promise<void> {
  await tx.query(
    `insert into dataset (id, title, producer, licence, attribution, as_of, imported_at)
     values ('demo', 'Données de démonstration', 'Terrain d’entente', 'EUPL-1.2', 'Données inventées pour la démonstration', $1::date, $1::timestamptz)
     on conflict (id) do update set as_of = excluded.as_of, imported_at = excluded.imported_at`,
    [at],
  );
}

type Row = Readonly<Record<string, unknown>>;
type Table =
  | 'organisation'
  | 'organisation_status'
  | 'transit_stop'
  | 'premises'
  | 'offer'
  | 'site_history'
  | 'site_source'
  | 'site_provenance'
  | 'project'
  | 'call'
  | 'call_lot'
  | 'application'
  | 'application_filing'
  | 'account'
  | 'review'
  | 'reviewer'
  | 'review_reading'
  | 'review_note'
  | 'award'
  | 'award_line'
  | 'decision_letter'
  | 'legal_procedure'
  | 'legal_answer'
  | 'legal_notice'
  | 'interest'
  | 'interest_rival'
  | 'agreement';

/** Inserts rows whose keys are the columns; columns left out take their defaults. */
export async function insertRows(tx: EntityManager, table: Table, rows: readonly Row[]): Promise<void> {
  if (rows[0] === undefined) return;
  const columns = Object.keys(rows[0]).join(', ');
  await tx.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`, [
    JSON.stringify(rows),
  ]);
}

/** Region, department, owner kind and legal grid follow from the commune, the organisation and the point. */
export async function insertSites(tx: EntityManager, rows: readonly (Row & { readonly id: string })[], at: Date): Promise<void> {
  const derived = new Set(['lon', 'lat', 'owner_kind']);
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !derived.has(column));
  await tx.query(
    `insert into site (${columns.join(', ')}, region_code, department_code, owner_kind, point, grid, x_m, y_m, demo, updated_at)
     select ${columns.map((column) => `r.${column}`).join(', ')}, c.region_code, c.department_code, coalesce(r.owner_kind, o.owner_kind),
       p.point, legal_grid(c.department_code), round(st_x(g.point))::int, round(st_y(g.point))::int, true, $2
     from jsonb_array_elements($1::jsonb) as given(value)
     cross join lateral jsonb_populate_record(null::site, given.value) r
     join territory c on c.id = r.commune_id
     left join organisation o on o.id = r.owner_organisation_id
     cross join lateral (select st_setsrid(st_makepoint((given.value ->> 'lon')::float8, (given.value ->> 'lat')::float8), 4326) as point) p
     cross join lateral (select st_transform(p.point, legal_grid(c.department_code)) as point) g`,
    [JSON.stringify(rows), at],
  );
}

/** Calls and files are kept for good, except those about what is invented: they go with it. */
async function removeApplications(tx: EntityManager): Promise<void> {
  await tx.query(`select set_config('terrain.demo_removal', 'on', true)`);
  const calls = await idsOf(
    tx,
    `select c.id from call c join organisation o on o.id = c.organisation_id where c.demo or o.demo
       or exists (select 1 from call_lot l join site s on s.id = l.site_id where l.call_id = c.id and s.demo)`,
  );
  const files = await idsOf(
    tx,
    `select a.id from application a join organisation o on o.id = a.organisation_id left join site s on s.id = a.site_id
       left join project p on p.id = a.project_id where a.call_id = any($1) or s.demo or p.demo or o.demo`,
    [calls],
  );
  await tx.query('delete from review_reading where application_id = any($1)', [files]);
  for (const table of ['award_amendment', 'award_line', 'decision_letter', 'review_note'])
    await tx.query(`delete from ${table} where application_id = any($1)`, [files]);
  for (const table of ['award', 'reviewer', 'review']) await tx.query(`delete from ${table} where call_id = any($1)`, [calls]);
  for (const table of [
    'message_file',
    'message_reading',
    'message_closing',
    'message',
    ...INSTRUCTION_TABLES,
    'shortlist_choice',
    'application_correction',
    'application_partner',
    'application_filing',
    'application_file',
    'application_history',
  ])
    await tx.query(`delete from ${table} where application_id = any($1)`, [files]);
  await tx.query('delete from application where id = any($1)', [files]);
  await tx.query('delete from call_visit_booking where visit_id in (select id from call_visit where call_id = any($1))', [calls]);
  for (const table of ['call_visit', 'call_question', 'call_extension', 'call_history', 'call_lot'])
    await tx.query(`delete from ${table} where call_id = any($1)`, [calls]);
  await tx.query('delete from call where id = any($1)', [calls]);
}

/** What agents keep about a file. */
const INSTRUCTION_TABLES = ['check', 'criterion', 'note', 'labelled', 'assignment', 'reading', 'opinion', 'act'].map(
  (part) => `instruction_${part}`,
);

async function idsOf(tx: EntityManager, statement: string, values: unknown[] = []): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(statement, values);
  return rows.map(({ id }) => id);
}

/** Takes away everything invented. The dataset's line stays, as the memory that the demonstration was removed. */
export async function removeDemo(tx: EntityManager): Promise<number> {
  await lockDemo(tx);
  const [before] = await tx.query<{ count: number }[]>('select count(*)::int as count from site where demo');
  await removeApplications(tx);
  await tx.query('delete from project where demo');
  await tx.query('delete from site_history where site_id in (select id from site where demo)');
  await tx.query('delete from site where demo');
  for (const table of ['instruction_label', 'instruction_view'])
    await tx.query(`delete from ${table} where organisation_id in (select id from organisation where demo)`);
  await tx.query('delete from organisation_status where organisation_id in (select id from organisation where demo)');
  await tx.query('delete from organisation where demo');
  await tx.query('delete from account where id = any($1)', [demoReaderIds(demoId)]);
  // A demo stop is the nearest one only where no real timetable is known: without it the walk is unknown again.
  await tx.query(`update site set walk_to_stop_m = null, nearest_stop_id = null where nearest_stop_id like 'demo:%'`);
  await tx.query(`delete from transit_stop where dataset_id = 'demo'`);
  return before?.count ?? 0;
}
