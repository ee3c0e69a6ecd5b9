import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A place taken as a whole adds up its own premises, when it is asked for. Added up for all places at once, as before, one place that changed cost the
 * reading of every premises there is.
 */
export class WholePlaces1764200030000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(OF_EACH_PLACE);
    // Planning these takes five times as long as running them for one place: once a session is enough.
    await db.query(`
      alter function refresh_site_listing(uuid[]) set plan_cache_mode = force_generic_plan;
      alter function refresh_site_match(uuid[]) set plan_cache_mode = force_generic_plan;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter function refresh_site_listing(uuid[]) reset plan_cache_mode;
      alter function refresh_site_match(uuid[]) reset plan_cache_mode;`);
    await db.query(OF_ALL_PLACES);
  }
}

const OF_EACH_PLACE = `
  create or replace view match_option as
  with part as (
    select o.id as option_id, s.id as site_id, o.id as offer_id, p.id as premises_id from site_listing l
      join site s on s.id = l.site_id join offer o on o.site_id = s.id left join premises p on p.id = o.premises_id
    union all
    -- No terms yet: each of the premises, or the place as a whole, may be asked about.
    select coalesce(p.id, s.id), s.id, null, p.id from site_listing l
      join site s on s.id = l.site_id left join premises p on p.site_id = s.id
    where not exists (select 1 from offer o where o.site_id = s.id))
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
  -- Taken as a whole: the floors add up when all are known; it has what one of its premises has.
  left join lateral (
    select case when count(p.floor_area_m2) = count(*) then sum(p.floor_area_m2) end as floor_area_m2,
      bit_or(match_bits(p.features, 'feature', true)) as features_yes, bit_and(match_bits(p.features, 'feature', false)) as features_no,
      bit_or(match_bits(p.uses, 'use', true)) as uses_yes, bit_and(match_bits(p.uses, 'use', false)) as uses_no
    from premises p where p.site_id = part.site_id) whole on part.premises_id is null
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
    where v.grid is null and v.point is not null) at on true;`;

const OF_ALL_PLACES = `
  create or replace view match_option as
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
    where v.grid is null and v.point is not null) at on true;`;
