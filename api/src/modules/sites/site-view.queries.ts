import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { whereItWent } from './together/site-merges.queries.js';
import { SHOWN_DOCUMENTS, SHOWN_PHOTOS } from './media/site-media.shown.queries.js';
import type { SiteView } from './site-view.schemas.js';
import type { Constraint, Feature, Use } from './site.vocabulary.js';

/** Farther than this nobody walks: the page then says that no stop is near. */
const WALKABLE_M = 3_000;
const STOPS_SHOWN = 3;

type FactRow = Record<keyof SiteView['facts'], unknown>;
type PremisesRow = Omit<SiteView['premises'][number], 'features' | 'uses'> & {
  readonly features: Partial<Record<Feature, boolean>>;
  readonly uses: Partial<Record<Use, boolean>>;
};
/** The place as stored; the service adds what is computed: blanks spelled out, completeness, actions, links. */
export type SiteRow = Omit<SiteView, 'facts' | 'features' | 'constraints' | 'uses' | 'premises' | 'completeness' | 'actions' | 'links'> & {
  readonly facts: FactRow;
  readonly features: Partial<Record<Feature, boolean>>;
  readonly constraints: Partial<Record<Constraint, boolean>>;
  readonly uses: Partial<Record<Use, boolean>>;
  readonly premises: readonly PremisesRow[];
};

@Injectable()
export class SiteViewQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The public page of a place, or null when a stranger may not know that it exists. */
  async find(id: string): Promise<SiteRow | null> {
    const rows: { site: SiteRow }[] = await this.db.query(SITE, [id, WALKABLE_M, STOPS_SHOWN]);
    return rows[0]?.site ?? null;
  }

  /** The public page that the page of this place now is, if it went into another. */
  async wentInto(id: string): Promise<string | null> {
    const into = await whereItWent(this.db.manager, id);
    const rows: unknown[] = into === null ? [] : await this.db.query('select 1 from site_listing where site_id = $1', [into]);
    return rows.length === 0 ? null : into;
  }

  /** Places worth a search engine's visit: what is on offer, the newest first. */
  async pathsOnOffer(limit: number): Promise<string[]> {
    const rows: { path: string }[] = await this.db.query(
      `select '/lieux/' || site_id as path from site_listing where shelf in ('offered', 'owner_known') order by shown_at desc, site_id limit $1`,
      [limit],
    );
    return rows.map((row) => row.path);
  }
}

const PREMISES = `
  select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'floorAreaM2', r.floor_area_m2, 'divisibleFromM2', r.divisible_from_m2,
    'floorLevel', r.floor_level, 'ceilingHeightCm', r.ceiling_height_cm, 'condition', coalesce(r.condition, p.condition),
    'features', p.feature_facts || r.features, 'uses', p.use_facts || r.uses, 'erpType', r.erp_type, 'erpCategory', r.erp_category,
    'erpCapacity', r.erp_capacity, 'usedAs', r.used_as, 'access', case when p.point_precision = 'exact' then r.access end,
    'powerKva', r.power_kva, 'powerPhases', r.power_phases, 'worksNeeded', r.works_needed, 'worksPaidBy', r.works_paid_by)
    order by r.position, r.id)
  from premises r where r.site_id = p.id`;

const OFFERS = `
  select jsonb_agg(jsonb_build_object('id', o.id, 'premisesId', o.premises_id, 'tenure', o.tenure, 'rentCentsPerYear', o.rent_cents_per_year,
    'chargesCentsPerYear', o.charges_cents_per_year, 'taxesCentsPerYear', o.taxes_cents_per_year,
    'costCentsPerYear', o.rent_cents_per_year + o.charges_cents_per_year + o.taxes_cents_per_year,
    'depositCents', o.deposit_cents, 'priceCents', o.price_cents, 'freeGround', o.free_ground, 'availableFrom', o.available_from,
    'availableUntil', o.available_until, 'openEnded', o.open_ended, 'worksCentsEstimate', o.works_cents_estimate,
    'worksPaidByOwner', o.works_paid_by_owner, 'activitiesWelcome', o.activities_welcome,
    'activitiesExcluded', o.activities_excluded, 'minTermMonths', o.min_term_months, 'maxTermMonths', o.max_term_months) order by o.position, o.id)
  from offer o where o.site_id = p.id`;

/** Measured from the public point: distances from a hidden one to known stops would draw it on the map. */
const STOPS = `
  select jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name, 'point', jsonb_build_object('lon', st_x(n.point), 'lat', st_y(n.point)),
    'distanceM', round(n.walk_m), 'walkMinutes', ceil(n.walk_m / 80)::int, 'departuresTuesday', n.departures_weekday,
    'trainsTuesday', n.trains_weekday, 'coachesTuesday', n.coaches_weekday, 'departuresSunday', n.departures_sunday,
    'lineCount', n.line_count, 'demo', n.dataset_id = 'demo') order by n.walk_m, n.id)
  from (select k.*, st_distance(k.point::geography, p.point::geography) * 1.3 as walk_m from known_stop k
        where k.point && st_expand(p.point, 0.06) and st_dwithin(k.point::geography, p.point::geography, $2 / 1.3)
        order by walk_m, k.id limit $3) n`;

const SOURCE_OF_FIELD = `jsonb_build_object('datasetId', d.id, 'producer', coalesce((select p.credit from site_proposal p where d.id = 'contributions' and p.id::text = x.source_key), d.producer),
  'licence', d.licence, 'date', coalesce(v.source_date, d.as_of))`;
const FIELD_SOURCES = `
  select jsonb_object_agg(v.field, ${SOURCE_OF_FIELD})
  from site_provenance v join site_source x on x.id = v.source_id join dataset d on d.id = x.dataset_id where v.site_id = p.id`;

const SOURCES = `
  select jsonb_agg(jsonb_build_object('datasetId', d.id, 'title', d.title, 'producer', d.producer, 'licence', d.licence,
    'licenceUrl', d.licence_url, 'sourceUrl', d.source_url, 'attribution', d.attribution, 'shareAlike', d.share_alike,
    'date', coalesce(x.source_date, d.as_of), 'remarks', x.notes) order by d.id, x.source_key)
  from site_source x join dataset d on d.id = x.dataset_id where x.site_id = p.id and d.id <> 'contributions'`;

/** What third parties brought, and the names of those who want to be named. */
const CONTRIBUTIONS = `
  select jsonb_agg(jsonb_build_object('kind', c.kind, 'credit', c.credit, 'on', to_char(c.decided_at at time zone 'UTC', 'YYYY-MM-DD'),
    'fields', (select jsonb_agg(k order by k) from jsonb_object_keys(c.proposed) k)) order by c.decided_at desc, c.id)
  from site_proposal c where c.site_id = p.id and c.state = 'accepted' and (c.act_id is not null or c.kind = 'place')`;

/** What happened in public: work on a draft, edits and what was undone stay with its owner. */
const HISTORY = `
  select jsonb_agg(jsonb_build_object('at', h.at, 'from', case when h.from_state not in ('draft', 'submitted') then h.from_state end,
    'to', h.to_state, 'reason', h.reason) order by h.at, h.id)
  from site_history h where h.site_id = p.id and h.to_state not in ('draft', 'submitted') and h.from_state is distinct from h.to_state
    and h.action is distinct from 'undo'
    and not exists (select 1 from site_history u where u.site_id = p.id and u.action = 'undo' and u.note = h.id::text)`;

const LABELS = `
  select jsonb_agg(jsonb_build_object('label', b.label, 'detail', b.detail) order by b.label) from territory_label b where b.territory_id = c.id`;
const nameOf = (alias: string) => `case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;

const SITE = `
  select jsonb_build_object(
    'id', p.id, 'name', p.name, 'kind', p.kind, 'state', p.state, 'shelf', p.shelf, 'demo', p.demo, 'summary', p.summary,
    'description', p.description, 'address', p.address,
    'point', case when p.point is not null then jsonb_build_object('lon', st_x(p.point), 'lat', st_y(p.point)) end,
    'pointPrecision', p.point_precision, 'locationShown', p.location_shown, 'outline', st_asgeojson(p.outline)::jsonb, 'photo', p.photo,
    'photos', coalesce((${SHOWN_PHOTOS}), '[]'), 'documents', coalesce((${SHOWN_DOCUMENTS}), '[]'),
    'facts', jsonb_build_object('landAreaM2', p.land_area_m2, 'footprintM2', p.footprint_m2, 'buildingCount', p.building_count,
      'condition', p.condition, 'builtYear', p.built_year, 'vacantSince', p.vacant_since, 'formerActivity', p.former_activity,
      'propertyStatus', p.property_status, 'planningDocument', p.planning_document, 'planningZone', p.planning_zone,
      'parcels', case when p.parcels <> '{}' then p.parcels end),
    'features', p.feature_facts, 'constraints', p.constraint_facts, 'uses', p.use_facts,
    'fieldSources', coalesce((${FIELD_SOURCES}), '{}'),
    'premises', coalesce((${PREMISES}), '[]'), 'offers', coalesce((${OFFERS}), '[]'),
    'access', jsonb_build_object('measuredFrom', p.point_precision, 'coverage', 'regional_services_only', 'stops', coalesce((${STOPS}), '[]')),
    'territories', jsonb_build_object(
      'commune', case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name, 'postalCodes', c.postal_codes,
                   'population', c.population, 'labels', coalesce((${LABELS}), '[]')) end,
      'epci', ${nameOf('e')}, 'department', ${nameOf('d')}, 'region', ${nameOf('g')}),
    'owner', jsonb_build_object('kind', p.owner_kind, 'name', coalesce(p.owner_name, o.name),
      'organisation', case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name, 'demo', o.demo) end,
      'agentRole', p.agent_role, 'contact', coalesce(p.contact_public, said.contact_email), 'email', said.contact_email),
    'history', coalesce((${HISTORY}), '[]'), 'sources', coalesce((${SOURCES}), '[]'),
    'contributions', coalesce((${CONTRIBUTIONS}), '[]'),
    'property', jsonb_build_object('act', said.property_act, 'date', said.property_act_date, 'reference', said.property_act_reference),
    'living', jsonb_build_object('runBy', said.run_by, 'activities', said.activities_here, 'website', said.website),
    'surroundings', said.surroundings, 'publishedAt', p.published_at, 'updatedAt', p.updated_at) as site
  from published_site p
  join published_site_statement said on said.id = p.id
  left join territory c on c.id = p.commune_id
  left join territory e on e.id = 'epci:' || p.epci_code
  left join territory d on d.id = 'department:' || p.department_code
  left join territory g on g.id = 'region:' || p.region_code
  left join organisation o on o.id = p.owner_organisation_id
  where p.id = $1`;
