import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tiers-lieux that are there are places too: who runs them and what is done there, on a shelf of their own. */
export class LivingTiersLieux1764200007020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table site
        add column run_by text,
        add column activities_here text[] constraint site_activities_here_known check (activities_here <@ array['repair', 'reuse', 'canteen',
          'food_processing', 'market_gardening', 'tiers_lieu', 'coworking', 'fablab', 'bike_workshop', 'solidarity_grocery', 'laundry', 'logistics',
          'culture', 'training', 'childcare', 'health', 'housing', 'offices', 'other']),
        add column website text constraint site_website_form check (website ~ '^https?://');
      alter table site_listing drop constraint site_listing_shelf_known,
        add constraint site_listing_shelf_known check (shelf in ('offered', 'owner_known', 'living', 'lead'));
      create or replace view published_site_statement as
        select l.site_id as id, s.property_act, s.property_act_date, s.property_act_reference, s.contact_email,
          case when l.point_precision = 'exact' then s.surroundings end as surroundings, s.run_by, s.activities_here, s.website
        from site_listing l join site s on s.id = l.site_id;
    `);
    await db.query(`create or replace function refresh_site_listing(ids uuid[]) returns void
    language plpgsql
    as $$
  begin
    -- Two writers of one place take turns, so that the second sees what the first has changed.
    perform 1 from site where id = any(ids) order by id for no key update;

    delete from site_listing l using site s
    where l.site_id = any(ids) and s.id = l.site_id
      and not (s.state in ('published', 'under_interest', 'under_call', 'awarded', 'occupied') or (s.state = 'potential' and s.lead));

    insert into site_listing
    select s.id,
      case
        -- A tiers-lieu that is there and offers nothing, or that nobody keeps: near to every place, on offer nowhere.
        when s.kind = 'tiers_lieu' and (s.state in ('potential', 'occupied') or not terms.any_offer) then 'living'
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
        count(o.id) > 0 as any_offer,
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
  end $$;`);
    await db.query(`select refresh_site_listing(array(select id from site where kind = 'tiers_lieu'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`create or replace function refresh_site_listing(ids uuid[]) returns void
    language plpgsql
    as $$
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
  end $$;`);
    await db.query(`
      select refresh_site_listing(array(select id from site where kind = 'tiers_lieu'));
      drop view published_site_statement;
      create view published_site_statement as
        select l.site_id as id, s.property_act, s.property_act_date, s.property_act_reference, s.contact_email,
          case when l.point_precision = 'exact' then s.surroundings end as surroundings
        from site_listing l join site s on s.id = l.site_id;
      alter table site_listing drop constraint site_listing_shelf_known,
        add constraint site_listing_shelf_known check (shelf in ('offered', 'owner_known', 'lead'));
      alter table site drop column website, drop column activities_here, drop column run_by;
    `);
  }
}
