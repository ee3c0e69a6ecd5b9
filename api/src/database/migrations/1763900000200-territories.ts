import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regions, departments, EPCI and communes of the official code (COG), their points, contours and public-policy labels. */
export class Territories1763900000200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table dataset (
        id text constraint dataset_pkey primary key,
        title text not null,
        producer text not null,
        licence text not null,
        licence_url text,
        source_url text,
        attribution text not null,
        as_of date,
        share_alike boolean not null default false,
        imported_at timestamptz not null
      );

      create table territory (
        id text constraint territory_pkey primary key,
        kind text not null constraint territory_kind_known check (kind in ('region', 'department', 'epci', 'commune')),
        code text not null,
        name text not null,
        name_plain text generated always as (plain_text(name)) stored,
        region_code text,
        department_code text,
        epci_code text,
        postal_codes text[] not null default '{}',
        population integer,
        area_ha numeric,
        point geometry(Point, 4326),
        point_dataset_id text constraint territory_point_dataset_fk references dataset,
        contour geometry(MultiPolygon, 4326),
        contour_dataset_id text constraint territory_contour_dataset_fk references dataset,
        constraint territory_id_form check (id = kind || ':' || code)
      );
      create index territory_name on territory using gin (name_plain gin_trgm_ops);
      create index territory_department on territory (department_code, kind);
      create index territory_epci on territory (epci_code) where kind = 'commune';
      create index territory_point on territory using gist (point);
      create index territory_contour on territory using gist (contour);

      -- Communes that merged: the old code found in real files leads to today's commune.
      create table former_commune (
        code text constraint former_commune_pkey primary key,
        name text not null,
        name_plain text generated always as (plain_text(name)) stored,
        current_id text not null constraint former_commune_current_fk references territory
      );

      create table territory_label (
        territory_id text not null constraint territory_label_territory_fk references territory,
        label text not null constraint territory_label_known check (label in ('frr', 'pvd', 'acv', 'village_avenir', 'france_services')),
        detail text,
        dataset_id text not null constraint territory_label_dataset_fk references dataset,
        constraint territory_label_pkey primary key (territory_id, label)
      );

      -- The projection in which the law measures each territory (performance: never compared across zones).
      create function legal_grid(department_code text) returns integer language sql immutable parallel safe
        return case department_code
          when '971' then 5490 when '972' then 5490 when '977' then 5490 when '978' then 5490
          when '973' then 2972 when '974' then 2975 when '976' then 4471 when '975' then 4467
          else 2154 end;
    `);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}
