import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the matching engine compares, in narrow rows: one per thing that can be taken (premises × terms) on shelves A and B,
 * kept by the database from what the public may see (`site_listing`, `published_site`), so that no search by distance gives
 * away a hidden position. Leads have no row. Blanks are inside the index: '' for a code, grid 0 and cell -1 for a position,
 * the widest interval for a floor area.
 */
export class Matching1763900004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(siteMatchTable);
    await db.query(factBits);
    await db.query(optionsView);
    await db.query(refresh);
    await db.query(projectTables);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}

const siteMatchTable = `
  create table site_match (
    option_id uuid constraint site_match_pkey primary key,
    site_id uuid not null constraint site_match_listing_fk references site_listing on delete cascade,
    shelf smallint not null constraint site_match_shelf_known check (shelf in (0, 1)),
    kind smallint not null,
    region_code text not null,
    department_code text not null,
    epci_code text not null,
    commune_code text not null,
    grid integer not null,
    x_m integer not null,
    y_m integer not null,
    -- The department, or '' when any level is blank: whatever the territory asked, a place not fully situated stays in reach.
    area_key text not null generated always as (case when '' in (region_code, department_code, epci_code, commune_code) then '' else department_code end) stored,
    cell integer not null generated always as (case when grid = 0 then -1
      else (array_position(array[2154, 5490, 2972, 2975, 4471, 4467], grid) - 1) * 1000000 + (x_m / 16000) * 1000 + y_m / 16000 end) stored,
    floor_area_m2 integer,
    floor_from_m2 integer,
    floor_low_m2 integer not null generated always as (coalesce(floor_from_m2, floor_area_m2, 0)) stored,
    floor_high_m2 integer not null generated always as (coalesce(floor_area_m2, 2147483647)) stored,
    land_area_m2 integer,
    tenure smallint not null,
    cost_cents_per_year bigint,
    price_cents bigint,
    available_from_day integer,
    available_until_day integer,
    features_yes integer not null,
    features_no integer not null,
    constraints_yes integer not null,
    constraints_no integer not null,
    uses_yes integer not null,
    uses_no integer not null,
    condition smallint not null,
    works_cents bigint,
    works_paid_by_owner smallint not null,
    walk_to_stop_m integer,
    stop_departures integer,
    activities integer,
    priority_area boolean
  );
  create index site_match_site on site_match (site_id);
  create index site_match_area on site_match (area_key, kind, floor_high_m2) include (
    option_id, site_id, shelf, region_code, department_code, epci_code, commune_code, grid, x_m, y_m, cell, floor_area_m2, floor_from_m2, floor_low_m2,
    land_area_m2, tenure, cost_cents_per_year, price_cents, available_from_day, available_until_day, features_yes, features_no,
    constraints_yes, constraints_no, uses_yes, uses_no, works_cents, works_paid_by_owner, walk_to_stop_m);
  create index site_match_cell on site_match (cell, kind, floor_high_m2) include (
    option_id, site_id, shelf, region_code, department_code, epci_code, commune_code, grid, x_m, y_m, floor_area_m2, floor_from_m2, floor_low_m2,
    land_area_m2, tenure, cost_cents_per_year, price_cents, available_from_day, available_until_day, features_yes, features_no,
    constraints_yes, constraints_no, uses_yes, uses_no, works_cents, works_paid_by_owner, walk_to_stop_m);
`;

const words = {
  kind: `array['disused_station', 'station_premises', 'goods_shed', 'crossing_keepers_house', 'railway_land', 'brownfield', 'vacant_building', 'office', 'workshop', 'shop', 'plot', 'farmland', 'tiers_lieu', 'other']`,
  tenure: `array['temporary_occupation', 'civil_lease', 'commercial_lease', 'solidarity_lease', 'emphyteutic_lease', 'loan_for_use', 'sale']`,
  feature: `array['electricity', 'three_phase_power', 'water', 'heating', 'daylight', 'toilets', 'changing_rooms', 'kitchen', 'step_free', 'van_access', 'parking', 'loading', 'waste_storage', 'outdoor_space', 'internet']`,
  constraint: `array['soil_pollution', 'building_pollution', 'asbestos', 'flood_zone', 'heritage', 'noise', 'running_line', 'demolition_planned']`,
  use: `array['workshop', 'office', 'shop', 'storage', 'public_reception', 'catering', 'housing', 'food_growing', 'culture']`,
  condition: `array['ready', 'refresh', 'works', 'heavy_works', 'ruin']`,
  activity: `array['repair', 'reuse', 'canteen', 'food_processing', 'market_gardening', 'tiers_lieu', 'coworking', 'fablab', 'bike_workshop', 'solidarity_grocery', 'laundry', 'logistics', 'culture', 'training', 'childcare', 'health', 'housing', 'offices', 'other']`,
};

const factBits = `
  -- The order of the words is their bit (site.vocabulary.ts): words are only ever added at the end, by a migration.
  create function match_words(list text) returns text[] language sql immutable parallel safe return case list
    ${Object.entries(words)
      .map(([list, array]) => `when '${list}' then ${array}`)
      .join('\n    ')} end;

  create function match_bits(facts jsonb, list text, wanted boolean) returns integer language sql immutable parallel safe
    return (select coalesce(bit_or(1 << (position - 1)::integer), 0)::integer
            from unnest(match_words(list)) with ordinality word(name, position) where facts -> word.name = to_jsonb(wanted));
`;

const optionsView = `
  -- Every visible place, leads included: what is known of a lead is told, though never matched.
  create view match_option as
  with part as (
    select o.id as option_id, s.id as site_id, o.id as offer_id, p.id as premises_id from site_listing l
      join site s on s.id = l.site_id join offer o on o.site_id = s.id left join premises p on p.id = o.premises_id
    union all
    -- No terms yet: each of the premises, or the place as a whole, may be asked about.
    select coalesce(p.id, s.id), s.id, null, p.id from site_listing l
      join site s on s.id = l.site_id left join premises p on p.site_id = s.id
    where not exists (select 1 from offer o where o.site_id = s.id)),
  whole as (
    -- Taken as a whole: the floors add up when all are known; it has what one of its premises has.
    select p.site_id, case when count(p.floor_area_m2) = count(*) then sum(p.floor_area_m2) end as floor_area_m2,
      bit_or(match_bits(p.features, 'feature', true)) as features_yes, bit_and(match_bits(p.features, 'feature', false)) as features_no,
      bit_or(match_bits(p.uses, 'use', true)) as uses_yes, bit_and(match_bits(p.uses, 'use', false)) as uses_no
    from premises p group by p.site_id)
  select part.option_id, part.site_id,
    case when v.shelf = 'offered' and o.tenure is not null and o.available_from is not null
      and (area.floor is not null or (v.kind in ('plot', 'farmland', 'railway_land') and v.land_area_m2 is not null)) then 0 else 1 end as shelf,
    array_position(match_words('kind'), v.kind) - 1 as kind,
    coalesce(v.region_code, '') as region_code, coalesce(v.department_code, '') as department_code, 
    -- A few island communes belong to no EPCI: that is known, not blank.
    case when v.commune_id is null then '' else coalesce(v.epci_code, '-') end as epci_code,
    coalesce(split_part(v.commune_id, ':', 2), '') as commune_code,
    coalesce(at.grid, 0) as grid, coalesce(at.x_m, 0) as x_m, coalesce(at.y_m, 0) as y_m,
    round(area.floor)::integer as floor_area_m2,
    case when p.divisible_from_m2 < p.floor_area_m2 then round(p.divisible_from_m2)::integer end as floor_from_m2,
    round(v.land_area_m2)::integer as land_area_m2,
    coalesce(array_position(match_words('tenure'), o.tenure) - 1, -1) as tenure,
    case when o.tenure is distinct from 'sale' then o.rent_cents_per_year + o.charges_cents_per_year + o.taxes_cents_per_year end as cost_cents_per_year,
    case when o.tenure is null or o.tenure = 'sale' then o.price_cents end as price_cents,
    o.available_from - date '1970-01-01' as available_from_day,
    case when o.open_ended then 2932896 else o.available_until - date '1970-01-01' end as available_until_day,
    -- What is said of the premises wins over what is said of the place.
    facts.features_yes | (site_facts.features_yes & ~facts.features_no) as features_yes,
    facts.features_no | (site_facts.features_no & ~facts.features_yes) as features_no,
    match_bits(v.constraint_facts, 'constraint', true) as constraints_yes, match_bits(v.constraint_facts, 'constraint', false) as constraints_no,
    facts.uses_yes | (site_facts.uses_yes & ~facts.uses_no) as uses_yes, facts.uses_no | (site_facts.uses_no & ~facts.uses_yes) as uses_no,
    coalesce(array_position(match_words('condition'), coalesce(p.condition, v.condition)) - 1, -1) as condition,
    coalesce(o.works_cents_estimate, case when coalesce(p.condition, v.condition) = 'ready' then 0 end) as works_cents,
    case o.works_paid_by_owner when true then 1 when false then 0 else -1 end as works_paid_by_owner,
    v.walk_to_stop_m, round(stop.departures_weekday)::integer as stop_departures,
    (select coalesce(bit_or(1 << (array_position(match_words('activity'), activity) - 1)), 0)::integer
     from unnest(o.activities_welcome) activity where o.activities_welcome is not null having o.activities_welcome is not null) as activities,
    case when exists (select 1 from territory_label label where label.territory_id = v.commune_id) then true end as priority_area
  from part
  join published_site v on v.id = part.site_id
  left join offer o on o.id = part.offer_id
  left join premises p on p.id = part.premises_id
  left join whole on whole.site_id = part.site_id and part.premises_id is null
  left join transit_stop stop on stop.id = v.nearest_stop_id
  cross join lateral (select coalesce(p.floor_area_m2, whole.floor_area_m2) as floor) area
  cross join lateral (select
    match_bits(v.feature_facts, 'feature', true) as features_yes, match_bits(v.feature_facts, 'feature', false) as features_no,
    match_bits(v.use_facts, 'use', true) as uses_yes, match_bits(v.use_facts, 'use', false) as uses_no) site_facts
  cross join lateral (select
    case when p.id is null then coalesce(whole.features_yes, 0) else match_bits(p.features, 'feature', true) end as features_yes,
    case when p.id is null then coalesce(whole.features_no & ~whole.features_yes, 0) else match_bits(p.features, 'feature', false) end as features_no,
    case when p.id is null then coalesce(whole.uses_yes, 0) else match_bits(p.uses, 'use', true) end as uses_yes,
    case when p.id is null then coalesce(whole.uses_no & ~whole.uses_yes, 0) else match_bits(p.uses, 'use', false) end as uses_no) facts
  -- The position shown: that of the place, or that of its commune.
  left join lateral (
    select v.grid, v.x_m, v.y_m where v.grid is not null
    union all
    select g.grid, round(st_x(g.at))::integer, round(st_y(g.at))::integer
    from (select legal_grid(v.department_code) as grid, st_transform(v.point, legal_grid(v.department_code)) as at) g
    where v.grid is null and v.point is not null) at on true;
`;

const refresh = `
  create function refresh_site_match(ids uuid[]) returns void language plpgsql as $$
  begin
    delete from site_match where site_id = any(ids);
    insert into site_match (option_id, site_id, shelf, kind, region_code, department_code, epci_code, commune_code, grid, x_m, y_m,
      floor_area_m2, floor_from_m2, land_area_m2, tenure, cost_cents_per_year, price_cents, available_from_day, available_until_day,
      features_yes, features_no, constraints_yes, constraints_no, uses_yes, uses_no, condition, works_cents, works_paid_by_owner,
      walk_to_stop_m, stop_departures, activities, priority_area)
    select o.* from match_option o join site_listing l using (site_id) where site_id = any(ids) and l.shelf in ('offered', 'owner_known');
  end $$;

  create function site_match_follows_listing() returns trigger language plpgsql as $$
  begin
    perform refresh_site_match(array(select distinct site_id from changed));
    return null;
  end $$;
  create trigger site_match_on_insert after insert on site_listing referencing new table as changed
    for each statement execute function site_match_follows_listing();
  create trigger site_match_on_update after update on site_listing referencing new table as changed
    for each statement execute function site_match_follows_listing();
`;

const projectTables = `
  -- The need of each open project in the engine's terms, and where to look for it: one row per (place key, kind).
  create table project_match (
    project_id uuid constraint project_match_pkey primary key constraint project_match_project_fk references project on delete cascade,
    stale boolean not null default true,
    listed boolean not null default false,
    profile jsonb
  );
  create index project_match_stale on project_match (project_id) where stale;

  create table reach (
    project_id uuid not null constraint reach_project_fk references project_match on delete cascade,
    -- 'd:52' a department, 'c:54421' a cell, '*' anywhere
    key text not null,
    -- -1 = any kind
    kind smallint not null,
    floor_from_m2 integer not null,
    floor_to_m2 integer not null
  );
  create index reach_key on reach (key, kind, floor_from_m2) include (floor_to_m2, project_id);
  create index reach_project on reach (project_id);

  create function project_match_follows_project() returns trigger language plpgsql as $$
  begin
    insert into project_match (project_id) select id from changed on conflict (project_id) do update set stale = true;
    return null;
  end $$;
  create trigger project_match_on_insert after insert on project referencing new table as changed
    for each statement execute function project_match_follows_project();
  create trigger project_match_on_update after update on project referencing new table as changed
    for each statement execute function project_match_follows_project();

  -- Matches of saved projects, kept with all that is needed to compute them again: for notices and replay, never for speed.
  create table stored_match (
    project_id uuid not null constraint stored_match_project_fk references project on delete cascade,
    option_id uuid not null,
    site_id uuid not null,
    place integer not null,
    method_version text not null,
    matched_at timestamptz not null,
    -- json, not jsonb: kept letter for letter, since computing again must give the same letters.
    need json not null,
    option json not null,
    result json not null,
    constraint stored_match_pkey primary key (project_id, option_id)
  );
  create index stored_match_site on stored_match (site_id);
`;
