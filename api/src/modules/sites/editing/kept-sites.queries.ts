import type { EntityManager } from 'typeorm';
import type { AgentRole, SiteState } from '../site.vocabulary.js';
import type { SiteFields } from './kept-site.fields.js';
import type { KeptSite } from './kept-site.schemas.js';

/** A place as stored; who may see it is decided by the service. */
export interface KeptRecord {
  readonly id: string;
  readonly state: SiteState;
  readonly stateReason: string | null;
  readonly stateSince: string;
  readonly version: number;
  readonly role: AgentRole | null;
  readonly organisation: { readonly id: string; readonly name: string; readonly state: string; readonly kind: string } | null;
  readonly commune: KeptSite['commune'];
  /** The sheet this one went into. */
  readonly mergedInto: { readonly id: string; readonly name: string } | null;
  readonly seenByAll: boolean;
  /** Photos everyone may see, and said in words. */
  readonly photoCount: number;
  readonly publishedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly fields: SiteFields;
}

export const KEEPER = 'coalesce(s.keeper_organisation_id, s.owner_organisation_id)';
const point = (column: string) =>
  `case when ${column} is not null then jsonb_build_object('lon', round(st_x(${column})::numeric, 7), 'lat', round(st_y(${column})::numeric, 7)) end`;

const PREMISES = `
  select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'usedAs', r.used_as, 'floorAreaM2', r.floor_area_m2,
    'divisibleFromM2', r.divisible_from_m2, 'floorLevel', r.floor_level, 'ceilingHeightCm', r.ceiling_height_cm, 'condition', r.condition,
    'access', r.access, 'powerKva', r.power_kva, 'powerPhases', r.power_phases, 'erpType', r.erp_type, 'erpCategory', r.erp_category,
    'erpCapacity', r.erp_capacity, 'worksNeeded', r.works_needed, 'worksPaidBy', r.works_paid_by, 'features', r.features, 'uses', r.uses)
    order by r.position, r.id)
  from premises r where r.site_id = s.id`;
const OFFERS = `
  select jsonb_agg(jsonb_build_object('id', f.id, 'premisesId', f.premises_id, 'tenure', f.tenure, 'rentCentsPerYear', f.rent_cents_per_year,
    'chargesCentsPerYear', f.charges_cents_per_year, 'taxesCentsPerYear', f.taxes_cents_per_year, 'depositCents', f.deposit_cents,
    'priceCents', f.price_cents, 'freeGround', f.free_ground, 'availableFrom', f.available_from, 'availableUntil', f.available_until,
    'openEnded', f.open_ended, 'minTermMonths', f.min_term_months, 'maxTermMonths', f.max_term_months,
    'worksCentsEstimate', f.works_cents_estimate, 'worksPaidByOwner', f.works_paid_by_owner, 'activitiesWelcome', f.activities_welcome,
    'activitiesExcluded', f.activities_excluded) order by f.position, f.id)
  from offer f where f.site_id = s.id`;
const FIELDS = `jsonb_build_object('name', s.name, 'kind', s.kind, 'summary', s.summary, 'description', s.description,
  'formerActivity', s.former_activity, 'builtYear', s.built_year, 'vacantSince', s.vacant_since, 'buildingCount', s.building_count,
  'condition', s.condition, 'ownerKind', s.owner_kind, 'ownerName', s.owner_name, 'communeId', s.commune_id, 'address', s.address,
  'point', ${point('s.point')}, 'outline', st_asgeojson(s.outline, 7)::jsonb,
  'parcels', case when s.parcels <> '{}' then s.parcels end, 'uic', s.uic, 'inventoryId', s.inventory_id, 'locationShown', s.location_shown, 'landAreaM2', s.land_area_m2,
  'footprintM2', s.footprint_m2, 'planningDocument', s.planning_document, 'planningZone', s.planning_zone,
  'surroundings', s.surroundings, 'features', s.features, 'constraints', s.constraints, 'uses', s.uses,
  'propertyStatus', s.property_status, 'propertyAct', s.property_act, 'propertyActDate', s.property_act_date,
  'propertyActReference', s.property_act_reference, 'runBy', s.run_by, 'activitiesHere', s.activities_here,
  'website', s.website, 'contactPublic', s.contact_public, 'contactEmail', s.contact_email)
  || jsonb_build_object('premises', coalesce((${PREMISES}), '[]'), 'offers', coalesce((${OFFERS}), '[]'))`;
export const RECORD = `jsonb_build_object('id', s.id, 'state', s.state, 'stateReason', s.state_reason, 'stateSince', s.state_changed_at,
  'version', s.version, 'role', s.agent_role,
  'organisation', case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name, 'state', k.state, 'kind', k.kind) end,
  'commune', case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name, 'point', ${point('c.point')}) end,
  'mergedInto', (select jsonb_build_object('id', m.id, 'name', m.name) from site m where m.id = s.merged_into),
  'seenByAll', exists (select 1 from site_listing l where l.site_id = s.id),
  'photoCount', (select count(*) from site_media m where m.site_id = s.id and m.kind = 'photo' and m.state = 'available' and m.visibility = 'public'
    and (m.alt is not null or m.decorative)),
  'publishedAt', s.published_at, 'createdAt', s.created_at, 'updatedAt', s.updated_at, 'fields', ${FIELDS})`;
export const FROM = `site s left join organisation k on k.id = ${KEEPER} left join territory c on c.id = s.commune_id`;

export async function findKeptSite(tx: EntityManager, id: string): Promise<KeptRecord | null> {
  const rows: { site: KeptRecord }[] = await tx.query(`select ${RECORD} as site from ${FROM} where s.id = $1`, [id]);
  return rows[0]?.site ?? null;
}

export interface NewSite {
  readonly id: string;
  readonly organisationId: string;
  readonly role: AgentRole;
  readonly at: Date;
}

/** An empty draft; its fields are written as any edit. What its keeper says of its role stands until a record is checked. */
export async function insertSite(tx: EntityManager, { id, organisationId, role, at }: NewSite, name: string, kind: string): Promise<void> {
  await tx.query(
    `insert into site (id, state, name, kind, keeper_organisation_id, owner_organisation_id, agent_role, agent_role_unrecorded, version,
       created_at, updated_at, state_changed_at)
     values ($1, 'draft', $2, $3, $4, case when $5 = 'owns' then $4::uuid end, $5, $5, 1, $6, $6, $6)`,
    [id, name, kind, organisationId, role, at],
  );
}

/** A place that nobody keeps, shown as a lead. */
export async function insertLead(tx: EntityManager, id: string, name: string, kind: string, at: Date): Promise<void> {
  await tx.query(
    `insert into site (id, state, name, kind, lead, version, created_at, updated_at, state_changed_at) values ($1, 'potential', $2, $3, true, 1, $4, $4, $4)`,
    [id, name, kind, at],
  );
}

const SCALARS = {
  name: 'text',
  kind: 'text',
  summary: 'text',
  description: 'text',
  formerActivity: 'text',
  builtYear: 'int',
  vacantSince: 'int',
  buildingCount: 'int',
  condition: 'text',
  ownerKind: 'text',
  ownerName: 'text',
  address: 'text',
  uic: 'text',
  inventoryId: 'text',
  locationShown: 'text',
  landAreaM2: 'numeric',
  footprintM2: 'numeric',
  planningDocument: 'text',
  planningZone: 'text',
  surroundings: 'text',
  features: 'jsonb',
  constraints: 'jsonb',
  uses: 'jsonb',
  propertyStatus: 'text',
  propertyAct: 'text',
  propertyActDate: 'date',
  propertyActReference: 'text',
  runBy: 'text',
  website: 'text',
  contactPublic: 'text',
  contactEmail: 'text',
} as const satisfies Partial<Record<keyof SiteFields, string>>;
const column = (field: string) => field.replace(/M2$/, '_m2').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const SCALAR_COLUMNS = Object.keys(SCALARS).map(column);
const SCALAR_VALUES = Object.entries(SCALARS).map(([field, type]) =>
  type === 'jsonb' ? `coalesce($4::jsonb -> '${field}', '{}')` : `($4::jsonb ->> '${field}')::${type}`,
);

/**
 * On condition of the version and state that were read. Region, department and legal grid follow from commune and point.
 * @returns whether it was still so
 */
export async function writeFields(
  tx: EntityManager,
  { id, version, state }: Pick<KeptRecord, 'id' | 'version' | 'state'>,
  fields: SiteFields,
  at: Date,
  nextVersion = version + 1,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with written as (update site s set
       (${SCALAR_COLUMNS.join(', ')}) = row(${SCALAR_VALUES.join(', ')}),
       activities_here = (select array_agg(a) from jsonb_array_elements_text(nullif($4::jsonb -> 'activitiesHere', 'null')) a),
       parcels = coalesce((select array_agg(p) from jsonb_array_elements_text(nullif($4::jsonb -> 'parcels', 'null')) p), '{}'),
       commune_id = c.id, region_code = c.region_code, department_code = c.department_code,
       point = p.point, outline = st_multi(st_setsrid(st_geomfromgeojson(nullif($4::jsonb -> 'outline', 'null')::text), 4326)),
       grid = case when p.point is not null then legal_grid(c.department_code) end,
       x_m = round(st_x(st_transform(p.point, legal_grid(c.department_code))))::int,
       y_m = round(st_y(st_transform(p.point, legal_grid(c.department_code))))::int,
       version = $5, updated_at = $6
     from (select st_setsrid(st_makepoint(($4::jsonb -> 'point' ->> 'lon')::float8, ($4::jsonb -> 'point' ->> 'lat')::float8), 4326) as point) p
     left join territory c on c.id = $4::jsonb ->> 'communeId'
     where s.id = $1 and s.version = $2 and s.state = $3 returning 1) select 1 from written`,
    [id, version, state, JSON.stringify(fields), nextVersion, at],
  );
  if (rows.length === 0) return false;
  await writeParts(tx, id, fields);
  return true;
}

/** Offers go first and come last: they name premises. */
async function writeParts(tx: EntityManager, siteId: string, { premises, offers }: SiteFields): Promise<void> {
  const ids = (items: readonly { readonly id: string }[]) => items.map((item) => item.id);
  await tx.query('delete from offer where site_id = $1 and not (id = any($2::uuid[]))', [siteId, ids(offers)]);
  await tx.query('delete from premises where site_id = $1 and not (id = any($2::uuid[]))', [siteId, ids(premises)]);
  await upsert(tx, 'premises', siteId, premises);
  await upsert(tx, 'offer', siteId, offers);
}

async function upsert(tx: EntityManager, table: 'premises' | 'offer', siteId: string, items: readonly object[]): Promise<void> {
  const [first] = items;
  if (first === undefined) return;
  const columns = [...Object.keys(first).map(column), 'position', 'site_id'];
  const rows = items.map((item, position) => ({
    ...Object.fromEntries(Object.entries(item).map(([field, value]) => [column(field), value as unknown])),
    position,
    site_id: siteId,
  }));
  const changed = columns.filter((name) => name !== 'id' && name !== 'site_id');
  await tx.query(
    `insert into ${table} as t (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1)
     on conflict (id) do update set (${changed.join(', ')}) = row(${changed.map((name) => `excluded.${name}`).join(', ')})
     where t.site_id = $2 and (${changed.map((name) => `t.${name}`).join(', ')}) is distinct from (${changed.map((name) => `excluded.${name}`).join(', ')})`,
    [JSON.stringify(rows), siteId],
  );
}

/** What its owner has written is no longer an imported value: the source kept beside it no longer says it. */
export async function forgetProvenance(tx: EntityManager, siteId: string, fields: readonly string[]): Promise<void> {
  await tx.query('delete from site_provenance where site_id = $1 and field = any($2)', [siteId, fields]);
}

export async function organisationToKeep(
  tx: EntityManager,
  id: string,
): Promise<{ readonly kind: string; readonly ownerKind: SiteFields['ownerKind'] } | null> {
  const rows: { kind: string; ownerKind: SiteFields['ownerKind'] }[] = await tx.query(
    `select kind, coalesce(owner_kind, case when kind = 'ess' then 'association' end) as "ownerKind" from organisation where id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
