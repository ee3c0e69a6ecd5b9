import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Places with their premises, what is on offer, and where each imported value comes from.
 * Yes/no/unknown facts live in jsonb maps: a key that is absent is unknown, never “no”.
 */
export class Sites1763900000300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table organisation (
        id uuid constraint organisation_pkey primary key,
        name text not null,
        name_plain text generated always as (plain_text(name)) stored,
        kind text not null constraint organisation_kind_known check (kind in ('public_owner', 'ess')),
        owner_kind text constraint organisation_owner_kind_known check (owner_kind in
          ('state', 'region', 'department', 'epci', 'commune', 'sncf', 'epf', 'social_landlord', 'other_public')),
        legal_form text constraint organisation_legal_form_known check (legal_form in
          ('association', 'scic', 'scop', 'cooperative', 'mutual', 'foundation', 'ess_company', 'other')),
        siret text,
        rna text,
        commune_id text constraint organisation_commune_fk references territory,
        department_code text,
        point geometry(Point, 4326),
        summary text,
        website text,
        origin text not null constraint organisation_origin_known check (origin in ('register', 'claimed', 'demo')),
        demo boolean not null default false,
        dataset_id text constraint organisation_dataset_fk references dataset,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create unique index organisation_siret on organisation (siret) where siret is not null;
      create index organisation_name on organisation using gin (name_plain gin_trgm_ops);

      -- SIAE agreements and neighbours (GEIQ, EA, ESAT are not SIAE): several per body.
      create table organisation_status (
        organisation_id uuid not null constraint organisation_status_organisation_fk references organisation,
        status text not null constraint organisation_status_known check (status in ('EI', 'AI', 'ACI', 'ETTI', 'EITI', 'GEIQ', 'EA', 'ESAT', 'ESUS')),
        dataset_id text constraint organisation_status_dataset_fk references dataset,
        seen_on date,
        ends_on date,
        constraint organisation_status_pkey primary key (organisation_id, status)
      );

      create table site (
        id uuid constraint site_pkey primary key,
        region_code text,
        department_code text,
        commune_id text constraint site_commune_fk references territory,
        kind text not null constraint site_kind_known check (kind in ('disused_station', 'station_premises', 'goods_shed', 'crossing_keepers_house', 'railway_land', 'brownfield', 'vacant_building', 'office', 'workshop', 'shop', 'plot', 'farmland', 'tiers_lieu', 'other')),
        state text not null constraint site_state_known check (state in ('potential', 'draft', 'submitted', 'published', 'paused', 'under_interest', 'under_call', 'awarded', 'occupied', 'closed')),
        state_reason text,
        name text not null,
        summary text,
        description text,
        address text,
        point geometry(Point, 4326),
        outline geometry(MultiPolygon, 4326),
        -- Integer metres in the legal grid, derived from the point when it is written.
        grid integer,
        x_m integer,
        y_m integer,
        location_shown text not null default 'exact' constraint site_location_shown_known check (location_shown in ('exact', 'commune', 'after_contact')),
        land_area_m2 numeric constraint site_land_area_positive check (land_area_m2 > 0),
        footprint_m2 numeric constraint site_footprint_positive check (footprint_m2 > 0),
        building_count integer,
        condition text constraint site_condition_known check (condition in ('ready', 'refresh', 'works', 'heavy_works', 'ruin')),
        built_year integer,
        vacant_since integer,
        owner_kind text constraint site_owner_kind_known check (owner_kind in ('state', 'region', 'department', 'epci', 'commune', 'sncf', 'epf', 'social_landlord', 'other_public', 'company', 'private_person', 'association')),
        owner_name text,
        owner_organisation_id uuid constraint site_owner_organisation_fk references organisation,
        owner_touches_natural_person boolean,
        agent_role text constraint site_agent_role_known check (agent_role in ('owns', 'manages', 'lists', 'signals')),
        property_status text constraint site_property_status_known check (property_status in ('public_domain', 'private_domain')),
        planning_document text,
        planning_zone text,
        features jsonb not null default '{}',
        constraints jsonb not null default '{}',
        uses jsonb not null default '{}',
        parcels text[] not null default '{}',
        former_activity text,
        project_note text,
        contact_public text,
        photo text,
        -- Only for potential places: may it be shown as a lead, and if not, why.
        lead boolean not null default false,
        not_lead_reason text,
        walk_to_stop_m integer,
        nearest_stop_id text,
        demo boolean not null default false,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        published_at timestamptz,
        state_changed_at timestamptz not null,
        search tsvector generated always as (
          setweight(to_tsvector('french_plain', name), 'A')
          || setweight(to_tsvector('french_plain', coalesce(address, '') || ' ' || coalesce(summary, '')), 'B')
          || setweight(to_tsvector('french_plain', coalesce(description, '') || ' ' || coalesce(former_activity, '')), 'C')) stored,
        constraint site_grid_whole check ((grid is null) = (x_m is null) and (grid is null) = (y_m is null))
      );
      create index site_point on site using gist (point);
      create index site_search on site using gin (search);
      create index site_name_trgm on site using gin (plain_text(name) gin_trgm_ops);
      create index site_department on site (department_code, state, kind);
      create index site_commune on site (commune_id);
      create index site_state on site (state, published_at desc, id);

      create table premises (
        id uuid constraint premises_pkey primary key,
        site_id uuid not null constraint premises_site_fk references site on delete cascade,
        position integer not null default 0,
        name text not null,
        floor_area_m2 numeric constraint premises_floor_area_positive check (floor_area_m2 > 0),
        -- When it can be divided: the smallest part that can be taken.
        divisible_from_m2 numeric constraint premises_divisible_positive check (divisible_from_m2 > 0),
        floor_level integer,
        ceiling_height_cm integer,
        condition text constraint premises_condition_known check (condition in ('ready', 'refresh', 'works', 'heavy_works', 'ruin')),
        features jsonb not null default '{}',
        uses jsonb not null default '{}',
        erp_type text,
        erp_category integer constraint premises_erp_category_range check (erp_category between 1 and 5),
        constraint premises_divisible_within check (divisible_from_m2 is null or floor_area_m2 is null or divisible_from_m2 <= floor_area_m2)
      );
      create index premises_site on premises (site_id, position);

      -- What can be had and on which terms: the whole site (premises_id null) or one set of premises.
      create table offer (
        id uuid constraint offer_pkey primary key,
        site_id uuid not null constraint offer_site_fk references site on delete cascade,
        premises_id uuid constraint offer_premises_fk references premises on delete cascade,
        position integer not null default 0,
        tenure text constraint offer_tenure_known check (tenure in ('temporary_occupation', 'civil_lease', 'commercial_lease', 'solidarity_lease', 'emphyteutic_lease', 'loan_for_use', 'sale')),
        rent_cents_per_year bigint constraint offer_rent_not_negative check (rent_cents_per_year >= 0),
        charges_cents_per_year bigint constraint offer_charges_not_negative check (charges_cents_per_year >= 0),
        taxes_cents_per_year bigint constraint offer_taxes_not_negative check (taxes_cents_per_year >= 0),
        deposit_cents bigint constraint offer_deposit_not_negative check (deposit_cents >= 0),
        price_cents bigint constraint offer_price_not_negative check (price_cents >= 0),
        free_ground text,
        available_from date,
        available_until date,
        open_ended boolean not null default false,
        works_cents_estimate bigint constraint offer_works_not_negative check (works_cents_estimate >= 0),
        works_paid_by_owner boolean,
        activities_welcome text[],
        constraint offer_dates_in_order check (available_until is null or available_from is null or available_until >= available_from)
      );
      create index offer_site on offer (site_id, position);

      -- One row per source that describes a site: what it said, when, and from which line of which file.
      create table site_source (
        id uuid constraint site_source_pkey primary key,
        site_id uuid not null constraint site_source_site_fk references site on delete cascade,
        dataset_id text not null constraint site_source_dataset_fk references dataset,
        source_key text not null,
        source_date date,
        values jsonb not null,
        notes jsonb not null default '[]',
        content_hash text not null,
        import_run_id uuid,
        first_seen_at timestamptz not null,
        last_seen_at timestamptz not null,
        constraint site_source_key_once unique (dataset_id, source_key)
      );
      create index site_source_site on site_source (site_id);

      -- Field by field: which source the value shown comes from.
      create table site_provenance (
        site_id uuid not null constraint site_provenance_site_fk references site on delete cascade,
        field text not null,
        source_id uuid not null constraint site_provenance_source_fk references site_source on delete cascade,
        source_date date,
        constraint site_provenance_pkey primary key (site_id, field)
      );

      create table site_history (
        id uuid constraint site_history_pkey primary key,
        site_id uuid not null constraint site_history_site_fk references site,
        at timestamptz not null,
        actor text not null,
        from_state text,
        to_state text not null,
        reason text
      );
      create index site_history_site on site_history (site_id, at);

      create table transit_stop (
        id text constraint transit_stop_pkey primary key,
        uic text,
        name text not null,
        point geometry(Point, 4326) not null,
        departures_weekday numeric,
        trains_weekday numeric,
        coaches_weekday numeric,
        departures_sunday numeric,
        line_count integer,
        dataset_id text not null constraint transit_stop_dataset_fk references dataset
      );
      create index transit_stop_point on transit_stop using gist (point);
      create index transit_stop_uic on transit_stop (uic);

      create table import_run (
        id uuid constraint import_run_pkey primary key,
        kind text not null,
        file_name text not null,
        file_sha256 text not null,
        dialect jsonb not null,
        started_at timestamptz not null,
        finished_at timestamptz not null,
        totals jsonb not null
      );
      alter table site_source add constraint site_source_run_fk foreign key (import_run_id) references import_run;
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
