import type { EntityManager } from 'typeorm';
import type { SiteKind } from '../../sites/site.vocabulary.js';
import type { ImportRun } from '../import.types.js';
import type { KnownSource } from './sourced-site.rules.js';
import type { SourcedSite, SourcedValues } from './sourced-site.types.js';

export interface StoredSource {
  readonly sourceId: string;
  readonly siteId: string;
  readonly datasetId: string;
  readonly sourceKey: string;
  readonly sourceDate: string | null;
  readonly hash: string;
  readonly siteState: string;
}

/** The sources already known under these keys in datasets which share them; the datasets' order is kept. */
export async function findSources(
  tx: EntityManager,
  keys: readonly string[],
  datasets: readonly string[],
): Promise<Map<string, StoredSource[]>> {
  const found = await tx.query<StoredSource[]>(
    `select s.id as "sourceId", s.site_id as "siteId", s.dataset_id as "datasetId", s.source_key as "sourceKey",
            to_char(s.source_date, 'YYYY-MM-DD') as "sourceDate", s.content_hash as hash, site.state as "siteState"
       from site_source s join site on site.id = s.site_id
      where s.dataset_id = any($1) and s.source_key = any($2)
      order by array_position($1, s.dataset_id)`,
    [datasets, keys],
  );
  return groupBy(found, ({ sourceKey }) => sourceKey);
}

/**
 * Places shown by their keeper under these identifiers, which no source of the dataset has met yet. A draft takes no part: what nobody
 * has read must not keep a lead out of sight.
 */
export async function findKeptUnder(
  tx: EntityManager,
  keyIs: 'uic' | 'inventory_id',
  keys: readonly string[],
): Promise<Map<string, Pick<StoredSource, 'siteId' | 'siteState'>>> {
  const found = await tx.query<{ key: string; siteId: string; siteState: string }[]>(
    `select distinct on (${keyIs}) ${keyIs} as key, id as "siteId", state as "siteState"
       from site where ${keyIs} = any($1) and state not in ('potential', 'draft', 'submitted', 'closed') order by ${keyIs}, published_at, id`,
    [keys],
  );
  return new Map(found.map(({ key, ...site }) => [key, site]));
}

export async function sourcesOfSites(tx: EntityManager, siteIds: readonly string[]): Promise<Map<string, KnownSource[]>> {
  if (siteIds.length === 0) return new Map();
  const found = await tx.query<(KnownSource & { siteId: string })[]>(
    `select id as "sourceId", site_id as "siteId", dataset_id as "datasetId", source_key as "sourceKey",
            to_char(source_date, 'YYYY-MM-DD') as "sourceDate", values
       from site_source where site_id = any($1)`,
    [siteIds],
  );
  return groupBy(found, ({ siteId }) => siteId);
}

/** Seen again without change: only a new file moves the date, so that the same file twice changes nothing at all. */
export async function markSeen(tx: EntityManager, sourceIds: readonly string[], run: ImportRun): Promise<void> {
  if (sourceIds.length === 0) return;
  await tx.query(
    `update site_source s set last_seen_at = $2
       from import_run r
      where s.id = any($1) and r.id = s.import_run_id and r.file_sha256 <> $3`,
    [sourceIds, run.startedAt, run.fileSha256],
  );
}

export interface SiteToWrite {
  readonly id: string;
  /** Only for a new place: the first line of its history. */
  readonly historyId: string | null;
  readonly values: SourcedValues;
  readonly kind: SiteKind;
  readonly name: string;
  readonly features: Record<string, boolean>;
  readonly constraints: Record<string, boolean>;
  readonly uses: Record<string, boolean>;
  readonly lead: boolean;
  readonly notLeadReason: string | null;
}

const COLUMNS = `kind, region_code, department_code, commune_id, name, summary, description, address, point, outline, grid, x_m, y_m,
  land_area_m2, footprint_m2, building_count, condition, built_year, vacant_since, owner_kind, owner_name, owner_touches_natural_person,
  planning_document, planning_zone, features, constraints, uses, parcels, former_activity, project_note, run_by, activities_here, website, lead, not_lead_reason, updated_at`;

/** As what places are written: leads of open data, which nobody holds, or drafts of the organisation that sent them. */
export interface SiteStanding {
  readonly state: 'potential' | 'draft';
  readonly organisationId: string | null;
}
const LEADS: SiteStanding = { state: 'potential', organisationId: null };

/** Creates or rewrites places of this standing from their merged values; grid and codes follow from the point and the commune. */
export async function writeSites(
  tx: EntityManager,
  sites: readonly SiteToWrite[],
  run: Pick<ImportRun, 'kind' | 'startedAt'>,
  { state, organisationId }: SiteStanding = LEADS,
): Promise<void> {
  const rows = sites.map(({ values, ...site }) => ({ ...values, lon: values.point?.lon, lat: values.point?.lat, ...site }));
  await tx.query(
    `insert into site (id, state, owner_organisation_id, agent_role, agent_role_unrecorded, created_at, state_changed_at, ${COLUMNS})
     select r.id, $3::text, $4::uuid, case when $4::uuid is not null then 'owns' end, case when $4::uuid is not null then 'owns' end,
            $2::timestamptz, $2::timestamptz,
            r.kind, coalesce(commune.region_code, department.region_code), d.code, commune.id, r.name, r.summary, r.description, r.address,
            p.point, st_multi(st_setsrid(st_geomfromgeojson(r.outline::text), 4326)),
            g.grid, round(st_x(g.projected))::int, round(st_y(g.projected))::int,
            r."landAreaM2", r."footprintM2", r."buildingCount", r.condition, r."builtYear", r."vacantSince",
            r."ownerKind", r."ownerName", r."ownerTouchesNaturalPerson", r."planningDocument", r."planningZone",
            r.features, r.constraints, r.uses, coalesce(r.parcels, '{}'), r."formerActivity", r."projectNote",
            r."runBy", r."activitiesHere", r.website,
            r.lead, r."notLeadReason", $2
       from jsonb_to_recordset($1::jsonb) as r(id uuid, kind text, name text, summary text, description text, address text, lon float8, lat float8,
            outline jsonb, "communeId" text, "departmentCode" text, "landAreaM2" numeric, "footprintM2" numeric, "buildingCount" int,
            condition text, "builtYear" int, "vacantSince" int, "ownerKind" text, "ownerName" text, "ownerTouchesNaturalPerson" boolean,
            "planningDocument" text, "planningZone" text, features jsonb, constraints jsonb, uses jsonb, parcels text[],
            "formerActivity" text, "projectNote" text, "runBy" text, "activitiesHere" text[], website text, lead boolean, "notLeadReason" text)
       left join territory commune on commune.id = r."communeId"
       cross join lateral (select coalesce(commune.department_code, r."departmentCode") as code) d
       left join territory department on department.id = 'department:' || d.code
       cross join lateral (select st_setsrid(st_makepoint(r.lon, r.lat), 4326) as point) p
       cross join lateral (select case when p.point is not null then legal_grid(d.code) end as grid,
                                  case when p.point is not null then st_transform(p.point, legal_grid(d.code)) end as projected) g
     on conflict (id) do update set (${COLUMNS}) = row(${COLUMNS.split(',')
       .map((column) => `excluded.${column.trim()}`)
       .join(', ')})
       where site.state = $3 and site.owner_organisation_id is not distinct from $4`,
    [JSON.stringify(rows), run.startedAt, state, organisationId],
  );
  const created = sites.filter(({ historyId }) => historyId !== null);
  await tx.query(
    `insert into site_history (id, site_id, at, actor, to_state)
     select h.id, h.site_id, $3, $4, $5 from unnest($1::uuid[], $2::uuid[]) as h(id, site_id)`,
    [created.map(({ historyId }) => historyId), created.map(({ id }) => id), run.startedAt, `import:${run.kind}`, state],
  );
}

export type SourceToWrite = SourcedSite & { readonly siteId: string; readonly sourceId: string; readonly hash: string };

export async function writeSources(
  tx: EntityManager,
  sources: readonly SourceToWrite[],
  run: Pick<ImportRun, 'id' | 'startedAt'> & { readonly dialect: { readonly dataset: { readonly id: string } } },
): Promise<void> {
  await tx.query(
    `insert into site_source (id, site_id, dataset_id, source_key, source_date, values, notes, content_hash, import_run_id,
                              first_seen_at, last_seen_at)
     select r."sourceId", r."siteId", $2, r."sourceKey", r."sourceDate", r.values, r.causes, r.hash, $3, $4, $4
       from jsonb_to_recordset($1::jsonb) as r("sourceId" uuid, "siteId" uuid, "sourceKey" text, "sourceDate" date, values jsonb,
            causes jsonb, hash text)
     on conflict (dataset_id, source_key) do update set source_date = excluded.source_date, values = excluded.values,
       notes = excluded.notes, content_hash = excluded.content_hash, import_run_id = excluded.import_run_id,
       last_seen_at = excluded.last_seen_at`,
    [JSON.stringify(sources), run.dialect.dataset.id, run.id, run.startedAt],
  );
}

export interface SiteProvenance {
  readonly siteId: string;
  readonly provenance: ReadonlyMap<string, KnownSource>;
}

export async function replaceProvenance(tx: EntityManager, sites: readonly SiteProvenance[]): Promise<void> {
  if (sites.length === 0) return;
  await tx.query(`delete from site_provenance where site_id = any($1)`, [sites.map(({ siteId }) => siteId)]);
  const lines = sites.flatMap(({ siteId, provenance }) =>
    [...provenance]
      .filter(([field]) => !field.startsWith('facts.'))
      .map(([field, { sourceId, sourceDate }]) => ({ siteId, field, sourceId, sourceDate })),
  );
  await tx.query(
    `insert into site_provenance (site_id, field, source_id, source_date)
     select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::date[])`,
    [
      lines.map(({ siteId }) => siteId),
      lines.map(({ field }) => field),
      lines.map(({ sourceId }) => sourceId),
      lines.map(({ sourceDate }) => sourceDate),
    ],
  );
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
