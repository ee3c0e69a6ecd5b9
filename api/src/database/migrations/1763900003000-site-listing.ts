import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `site_listing` holds one narrow row per publicly visible place and is kept by the database itself, whoever writes.
 * `published_site` is the only way the public parts of the product read a place: what may be seen is decided here, once.
 */
export class SiteListing1763900003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(listingTable);
    await db.query(refreshFunction);
    await db.query(triggers);
    await db.query(publishedSiteView);
    await db.query(searchFunctions);
  }

  down(): Promise<void> {
    throw new Error('Roll forward: migrations are never undone.');
  }
}

const listingTable = `
  -- The first search column also indexed addresses that may not be shown: a search for a street would have given them away.
  drop index site_search;
  drop index site_name_trgm;
  alter table site drop column search;

  create table site_listing (
    site_id uuid constraint site_listing_pkey primary key constraint site_listing_site_fk references site on delete cascade,
    -- null = visible but no longer on offer (awarded, occupied).
    shelf text constraint site_listing_shelf_known check (shelf in ('offered', 'owner_known', 'lead')),
    kind text not null,
    owner_kind text,
    region_code text,
    department_code text,
    epci_code text,
    commune_id text,
    point geometry(Point, 4326),
    mercator geometry(Point, 3857),
    point_precision text constraint site_listing_precision_known check (point_precision in ('exact', 'commune')),
    shown_at timestamptz not null,
    name_plain text not null,
    land_area_m2 numeric,
    -- Every floor area that can be taken, as whole m²: divisible premises give a range.
    floors_m2 int4multirange not null,
    tenures text[] not null,
    features text[] not null,
    cost_cents_per_year bigint,
    price_cents bigint,
    available_from date,
    search tsvector not null,
    constraint site_listing_point_has_precision check ((point is null) = (point_precision is null))
  );
  create index site_listing_point on site_listing using gist (point);
  create index site_listing_search on site_listing using gin (search);
  create index site_listing_name on site_listing using gin (name_plain gin_trgm_ops);
  create index site_listing_recent on site_listing (shelf, shown_at desc, site_id);
  create index site_listing_department on site_listing (department_code, shelf, kind);
  create index site_listing_commune on site_listing (commune_id);
`;

const refreshFunction = `
  create function refresh_site_listing(ids uuid[]) returns void language plpgsql as $$
  begin
    -- Two writers of one place take turns, so that the second sees what the first has changed.
    perform 1 from site where id = any(ids) order by id for no key update;

    delete from site_listing l using site s
    where l.site_id = any(ids) and s.id = l.site_id
      and not (s.state in ('published', 'under_interest', 'under_call', 'awarded', 'occupied') or (s.state = 'potential' and s.lead));

    insert into site_listing
    select s.id,
      case
        when s.state in ('awarded', 'occupied') then null
        when s.state = 'potential' then 'lead'
        when s.agent_role in ('owns', 'manages', 'lists') and terms.complete then 'offered'
        when coalesce(s.agent_role, 'signals') = 'signals' and s.owner_kind is null and s.owner_organisation_id is null then 'lead'
        else 'owner_known'
      end,
      s.kind, s.owner_kind, s.region_code, s.department_code, c.epci_code, s.commune_id,
      shown.point, st_transform(shown.point, 3857),
      case when shown.point is null then null when shown.exact then 'exact' else 'commune' end,
      coalesce(s.published_at, s.created_at),
      plain_text(s.name || ' ' || coalesce(c.name, '')),
      s.land_area_m2, parts.floors, terms.tenures, parts.features, terms.cost, terms.price, terms.available_from,
      setweight(to_tsvector('french_plain', s.name), 'A')
        || setweight(to_tsvector('french_plain', coalesce(c.name, '') || ' ' || coalesce(s.summary, '')
             || case when shown.exact then ' ' || coalesce(s.address, '') else '' end), 'B')
        || setweight(to_tsvector('french_plain', coalesce(s.description, '') || ' ' || coalesce(s.former_activity, '')), 'C')
    from site s
    left join territory c on c.id = s.commune_id
    cross join lateral (
      select s.location_shown = 'exact' and s.point is not null as exact,
        case when s.location_shown = 'exact' and s.point is not null then s.point else c.point end as point) shown
    cross join lateral (
      select coalesce(range_agg(int4range(round(coalesce(p.divisible_from_m2, p.floor_area_m2))::int, round(p.floor_area_m2)::int, '[]'))
               filter (where p.floor_area_m2 is not null), '{}') as floors,
        coalesce(count(p.floor_area_m2) > 0, false) as floor_known,
        (select coalesce(array_agg(distinct f.key order by f.key), '{}') from (
           select e.key from jsonb_each(s.features) e where e.value = 'true'
           union select e.key from premises q, jsonb_each(q.features) e where q.site_id = s.id and e.value = 'true') f) as features
      from premises p where p.site_id = s.id) parts
    cross join lateral (
      select coalesce(array_agg(distinct o.tenure) filter (where o.tenure is not null), '{}') as tenures,
        min(o.rent_cents_per_year + o.charges_cents_per_year + o.taxes_cents_per_year) filter (where o.tenure is distinct from 'sale') as cost,
        min(o.price_cents) as price,
        min(o.available_from) as available_from,
        coalesce(bool_or(o.tenure is not null and o.available_from is not null and case
          when o.premises_id is not null then p.floor_area_m2 is not null
          else parts.floor_known or (s.kind in ('plot', 'farmland', 'railway_land') and s.land_area_m2 is not null) end), false) as complete
      from offer o left join premises p on p.id = o.premises_id where o.site_id = s.id) terms
    where s.id = any(ids)
      and (s.state in ('published', 'under_interest', 'under_call', 'awarded', 'occupied') or (s.state = 'potential' and s.lead))
    on conflict (site_id) do update set
      shelf = excluded.shelf, kind = excluded.kind, owner_kind = excluded.owner_kind, region_code = excluded.region_code,
      department_code = excluded.department_code, epci_code = excluded.epci_code, commune_id = excluded.commune_id,
      point = excluded.point, mercator = excluded.mercator, point_precision = excluded.point_precision,
      shown_at = excluded.shown_at, name_plain = excluded.name_plain, land_area_m2 = excluded.land_area_m2,
      floors_m2 = excluded.floors_m2, tenures = excluded.tenures, features = excluded.features,
      cost_cents_per_year = excluded.cost_cents_per_year, price_cents = excluded.price_cents,
      available_from = excluded.available_from, search = excluded.search;
  end $$;
`;

const triggers = `
  create function site_listing_follows_site() returns trigger language plpgsql as $$
  begin
    perform refresh_site_listing(array(select distinct id from changed));
    return null;
  end $$;
  create function site_listing_follows_part() returns trigger language plpgsql as $$
  begin
    perform refresh_site_listing(array(select distinct site_id from changed));
    return null;
  end $$;
  create function site_listing_follows_commune() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from site where commune_id = new.id) then
      perform refresh_site_listing(array(select id from site where commune_id = new.id));
    end if;
    return null;
  end $$;

  create trigger site_listing_on_insert after insert on site referencing new table as changed
    for each statement execute function site_listing_follows_site();
  create trigger site_listing_on_update after update on site referencing new table as changed
    for each statement execute function site_listing_follows_site();
  create trigger premises_listing_on_insert after insert on premises referencing new table as changed
    for each statement execute function site_listing_follows_part();
  create trigger premises_listing_on_update after update on premises referencing new table as changed
    for each statement execute function site_listing_follows_part();
  create trigger premises_listing_on_delete after delete on premises referencing old table as changed
    for each statement execute function site_listing_follows_part();
  create trigger offer_listing_on_insert after insert on offer referencing new table as changed
    for each statement execute function site_listing_follows_part();
  create trigger offer_listing_on_update after update on offer referencing new table as changed
    for each statement execute function site_listing_follows_part();
  create trigger offer_listing_on_delete after delete on offer referencing old table as changed
    for each statement execute function site_listing_follows_part();
  create trigger commune_listing_on_update after update on territory for each row
    when (new.kind = 'commune' and (old.name, old.epci_code, old.point) is distinct from (new.name, new.epci_code, new.point))
    execute function site_listing_follows_commune();
`;

const publishedSiteView = `
  create view published_site as
  select l.site_id as id, l.shelf, l.kind, l.owner_kind, l.region_code, l.department_code, l.epci_code, l.commune_id,
    l.point, l.mercator, l.point_precision, l.shown_at, l.name_plain, l.land_area_m2, l.floors_m2, l.tenures, l.features,
    l.cost_cents_per_year, l.price_cents, l.available_from, l.search,
    s.state, s.name, s.summary, s.description, s.location_shown, s.footprint_m2, s.building_count, s.condition, s.built_year, s.vacant_since,
    -- Whatever would lead a stranger to the door of an empty building is given only when the owner shows the exact location.
    case when l.point_precision = 'exact' then s.address end as address,
    case when l.point_precision = 'exact' then s.outline end as outline,
    case when l.point_precision = 'exact' then s.parcels else '{}' end as parcels,
    case when l.point_precision = 'exact' then s.grid end as grid,
    case when l.point_precision = 'exact' then s.x_m end as x_m,
    case when l.point_precision = 'exact' then s.y_m end as y_m,
    case when l.point_precision = 'exact' then s.walk_to_stop_m end as walk_to_stop_m,
    case when l.point_precision = 'exact' then s.nearest_stop_id end as nearest_stop_id,
    -- An inventory names no natural person (domain §2, décret 2023-1259).
    case when s.owner_kind = 'private_person' or s.owner_touches_natural_person then null else s.owner_name end as owner_name,
    s.owner_organisation_id, s.agent_role, s.property_status, s.planning_document, s.planning_zone,
    s.features as feature_facts, s.constraints as constraint_facts, s.uses as use_facts,
    s.former_activity, s.contact_public, s.photo, s.demo, s.created_at, s.updated_at, s.published_at, s.state_changed_at
  from site_listing l join site s on s.id = l.site_id;
`;

const searchFunctions = `
  -- What somebody types: whole words in any ending, and the last word as far as it is typed.
  create function site_search_query(typed text) returns tsquery language sql immutable parallel safe strict
    return case when plain_text(typed) = '' then websearch_to_tsquery('french_plain', typed)
      else websearch_to_tsquery('french_plain', typed) || to_tsquery('french_plain', replace(plain_text(typed), ' ', ' & ') || ':*') end;

  -- Invented stops serve only until a real timetable is imported; both at once would mix two worlds.
  create view known_stop as
  select * from transit_stop
  where dataset_id <> 'demo' or not exists (select 1 from transit_stop real_stop where real_stop.dataset_id <> 'demo');
`;
