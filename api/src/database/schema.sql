-- Generated from the migrations by `npm run generate`, for review. Do not edit.

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

CREATE TABLE public.site_cell (
    id bigint NOT NULL,
    gx integer NOT NULL,
    gy integer NOT NULL,
    shelf text NOT NULL,
    places integer NOT NULL,
    x_m bigint NOT NULL,
    y_m bigint NOT NULL
);

CREATE FUNCTION public.add_to_site_cells(changes public.site_cell[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
      begin
        if cardinality(changes) = 0 then return; end if;
        with change as (
          select gx, gy, shelf, sum(places) as places, sum(x_m) as x_m, sum(y_m) as y_m from unnest(changes)
          where gx is not null and shelf is not null
          group by gx, gy, shelf having sum(places) <> 0 or sum(x_m) <> 0 or sum(y_m) <> 0),
        held as (select c.id from site_cell c join change using (gx, gy, shelf) for update of c skip locked),
        gone as (delete from site_cell c using held where c.id = held.id returning c.gx, c.gy, c.shelf, c.places, c.x_m, c.y_m)
        insert into site_cell (gx, gy, shelf, places, x_m, y_m)
        select gx, gy, shelf, sum(places), sum(x_m), sum(y_m)
        from (select gx, gy, shelf, places, x_m, y_m from gone union all select gx, gy, shelf, places, x_m, y_m from change) s
        group by gx, gy, shelf having sum(places) <> 0 or sum(x_m) <> 0 or sum(y_m) <> 0;
      end $$;

CREATE FUNCTION public.agreement_signed_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        if old.state in ('signed', 'renewed', 'terminated') and new.terms is distinct from old.terms then
          raise exception 'the terms of a signed agreement do not change' using errcode = '23514', constraint = 'agreement_signed_stays';
        end if;
        return new;
      end $$;

CREATE FUNCTION public.application_filing_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        if tg_op = 'DELETE' and current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        raise exception 'a filing is never changed' using errcode = '23514', constraint = 'application_filing_append_only';
      end $$;

CREATE FUNCTION public.award_published() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        if tg_op = 'DELETE' then
          if old.published_at is null or current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        elsif old.published_at is null or to_jsonb(old) = to_jsonb(new) then
          return new;
        end if;
        raise exception 'published results do not change' using errcode = '23514', constraint = 'award_published';
      end $$;

CREATE FUNCTION public.plain_text(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN TRIM(BOTH FROM regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, value)), '[^a-z0-9]+'::text, ' '::text, 'g'::text));

CREATE FUNCTION public.bare_place_name(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN regexp_replace(public.plain_text(name), '^(ancienne )?gare (sncf )?(de la |de l |de |du |des |d )?'::text, ''::text);

CREATE FUNCTION public.call_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        if tg_op = 'DELETE' then
          -- Only what was invented for a demonstration goes, with the rest of it.
          if current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
          raise exception 'a call is never deleted' using errcode = '23514', constraint = 'call_frozen';
        end if;
        if old.state <> 'draft' and new.state = 'draft' then
          raise exception 'a published call is not a draft again' using errcode = '23514', constraint = 'call_frozen';
        end if;
        if old.published_at is not null and (
          (old.title, old.summary, old.description, old.territory_id, old.opens_at, old.contact, old.published_at)
            is distinct from (new.title, new.summary, new.description, new.territory_id, new.opens_at, new.contact, new.published_at)
          or (old.form, old.documents, old.eligibility, old.grid, old.jury, old.shown, old.first_step)
            is distinct from (new.form, new.documents, new.eligibility, new.grid, new.jury, new.shown, new.first_step)
          or new.closes_at < old.closes_at or new.first_closes_at < old.first_closes_at
          or (new.first_closes_at is null) <> (old.first_closes_at is null))
        then
          raise exception 'a published call does not change' using errcode = '23514', constraint = 'call_frozen';
        end if;
        return new;
      end $$;

CREATE FUNCTION public.call_lot_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        if tg_op = 'DELETE' and current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        if exists (select 1 from call c where c.id = coalesce(new.call_id, old.call_id) and c.published_at is not null) then
          raise exception 'the lots of a published call do not change' using errcode = '23514', constraint = 'call_frozen';
        end if;
        return coalesce(new, old);
      end $$;

CREATE FUNCTION public.call_state_at(state text, opens_at timestamp with time zone, first_closes_at timestamp with time zone, closes_at timestamp with time zone, now timestamp with time zone) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (state = 'second_step'::text) THEN CASE WHEN (now < closes_at) THEN state ELSE 'closed'::text END WHEN ((state <> 'published'::text) OR (now < opens_at)) THEN state WHEN (now < COALESCE(first_closes_at, closes_at)) THEN 'open'::text WHEN (first_closes_at IS NULL) THEN 'closed'::text ELSE 'shortlisting'::text END;

CREATE FUNCTION public.due_queues() RETURNS SETOF text
    LANGUAGE plpgsql STABLE
    AS $$
      begin
        return query select distinct name from pgboss.job where state < 'active' and start_after < now();
      end $$;

CREATE FUNCTION public.legal_grid(department_code text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE department_code WHEN '971'::text THEN 5490 WHEN '972'::text THEN 5490 WHEN '977'::text THEN 5490 WHEN '978'::text THEN 5490 WHEN '973'::text THEN 2972 WHEN '974'::text THEN 2975 WHEN '976'::text THEN 4471 WHEN '975'::text THEN 4467 ELSE 2154 END;

CREATE FUNCTION public.legal_notice_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        if tg_op = 'DELETE' then
          if current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        elsif new.closes_at >= old.closes_at and (old.withdrawn_at is null or new.withdrawn_at = old.withdrawn_at)
          and (to_jsonb(new) - 'closes_at' - 'withdrawn_at' - 'withdrawn_reason') = (to_jsonb(old) - 'closes_at' - 'withdrawn_at' - 'withdrawn_reason') then
          return new;
        end if;
        raise exception 'a notice that was shown is never changed' using errcode = '23514', constraint = 'legal_notice_frozen';
      end $$;

CREATE FUNCTION public.legal_proof_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        if tg_op = 'DELETE' and current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        raise exception 'a proof is never changed' using errcode = '23514', constraint = 'legal_proof_append_only';
      end $$;

CREATE FUNCTION public.legal_proof_file_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        if tg_op = 'DELETE' then
          if current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        elsif old.state = 'received' and (to_jsonb(new) - 'state' - 'refusal') = (to_jsonb(old) - 'state' - 'refusal') then
          return new;
        end if;
        raise exception 'a proof is never changed' using errcode = '23514', constraint = 'legal_proof_append_only';
      end $$;

CREATE FUNCTION public.match_words(list text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE list WHEN 'kind'::text THEN ARRAY['disused_station'::text, 'station_premises'::text, 'goods_shed'::text, 'crossing_keepers_house'::text, 'railway_land'::text, 'brownfield'::text, 'vacant_building'::text, 'office'::text, 'workshop'::text, 'shop'::text, 'plot'::text, 'farmland'::text, 'tiers_lieu'::text, 'other'::text] WHEN 'tenure'::text THEN ARRAY['temporary_occupation'::text, 'civil_lease'::text, 'commercial_lease'::text, 'solidarity_lease'::text, 'emphyteutic_lease'::text, 'loan_for_use'::text, 'sale'::text] WHEN 'feature'::text THEN ARRAY['electricity'::text, 'three_phase_power'::text, 'water'::text, 'heating'::text, 'daylight'::text, 'toilets'::text, 'changing_rooms'::text, 'kitchen'::text, 'step_free'::text, 'van_access'::text, 'parking'::text, 'loading'::text, 'waste_storage'::text, 'outdoor_space'::text, 'internet'::text] WHEN 'constraint'::text THEN ARRAY['soil_pollution'::text, 'building_pollution'::text, 'asbestos'::text, 'flood_zone'::text, 'heritage'::text, 'noise'::text, 'running_line'::text, 'demolition_planned'::text] WHEN 'use'::text THEN ARRAY['workshop'::text, 'office'::text, 'shop'::text, 'storage'::text, 'public_reception'::text, 'catering'::text, 'housing'::text, 'food_growing'::text, 'culture'::text] WHEN 'condition'::text THEN ARRAY['ready'::text, 'refresh'::text, 'works'::text, 'heavy_works'::text, 'ruin'::text] WHEN 'activity'::text THEN ARRAY['repair'::text, 'reuse'::text, 'canteen'::text, 'food_processing'::text, 'market_gardening'::text, 'tiers_lieu'::text, 'coworking'::text, 'fablab'::text, 'bike_workshop'::text, 'solidarity_grocery'::text, 'laundry'::text, 'logistics'::text, 'culture'::text, 'training'::text, 'childcare'::text, 'health'::text, 'housing'::text, 'offices'::text, 'other'::text] ELSE NULL::text[] END;

CREATE FUNCTION public.match_bits(facts jsonb, list text, wanted boolean) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (SELECT COALESCE(bit_or((1 << ((word."position" - 1))::integer)), 0) AS "coalesce" FROM unnest(public.match_words(match_bits.list)) WITH ORDINALITY word(name, "position") WHERE ((match_bits.facts -> word.name) = to_jsonb(match_bits.wanted)));

CREATE FUNCTION public.membership_keeps_administrator() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        -- Those who lose a role in one organisation take turns: the second sees what the first has changed.
        perform 1 from organisation where id = old.organisation_id for no key update;
        if exists (select 1 from membership where organisation_id = old.organisation_id)
           and not exists (select 1 from membership where organisation_id = old.organisation_id and role = 'administrator') then
          raise exception 'organisation % would have members and no administrator', old.organisation_id
            using errcode = 'check_violation', constraint = 'membership_keeps_administrator';
        end if;
        return null;
      end $$;

CREATE FUNCTION public.message_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        if tg_op = 'DELETE' and current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        raise exception 'a message is never changed' using errcode = '23514', constraint = 'message_append_only';
      end $$;

CREATE FUNCTION public.project_match_follows_project() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    insert into project_match (project_id) select id from changed on conflict (project_id) do update set stale = true;
    return null;
  end $$;

CREATE FUNCTION public.rebuild_site_cells() RETURNS void
    LANGUAGE sql
    AS $$
        lock table site_cell in share row exclusive mode;
        delete from site_cell;
        insert into site_cell (gx, gy, shelf, places, x_m, y_m)
        select (c.cell).gx, (c.cell).gy, (c.cell).shelf, sum((c.cell).places), sum((c.cell).x_m), sum((c.cell).y_m)
        from (select site_cell_of(l, 1) as cell from site_listing l where l.mercator is not null and l.shelf is not null) c
        group by 1, 2, 3;
      $$;

CREATE FUNCTION public.refresh_site_listing(ids uuid[]) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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
  end $$;

CREATE FUNCTION public.refresh_site_match(ids uuid[]) RETURNS void
    LANGUAGE plpgsql
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
  begin
    delete from site_match where site_id = any(ids);
    insert into site_match (option_id, site_id, shelf, kind, region_code, department_code, epci_code, commune_code, grid, x_m, y_m,
      floor_area_m2, floor_from_m2, land_area_m2, tenure, cost_cents_per_year, price_cents, available_from_day, available_until_day,
      features_yes, features_no, constraints_yes, constraints_no, uses_yes, uses_no, condition, works_cents, works_paid_by_owner,
      walk_to_stop_m, stop_departures, activities, priority_area)
    select o.* from match_option o join site_listing l using (site_id) where site_id = any(ids) and l.shelf in ('offered', 'owner_known');
  end $$;

CREATE FUNCTION public.refuse_journal_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        raise exception 'the journal is append-only' using errcode = 'restrict_violation', constraint = 'journal_append_only';
      end $$;

CREATE FUNCTION public.review_scores_locked() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        if tg_op = 'DELETE' then
          if old.state not in ('locked', 'revealed') or current_setting('terrain.demo_removal', true) = 'on' then return old; end if;
        elsif old.state not in ('locked', 'revealed') or (old.scores = new.scores and old.locked_at = new.locked_at and new.state in ('locked', 'revealed')) then
          return new;
        end if;
        raise exception 'locked scores do not change' using errcode = '23514', constraint = 'review_scores_locked';
      end $$;

CREATE FUNCTION public.site_cell_follows_listing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        if tg_op = 'INSERT' then
          perform add_to_site_cells(array(select site_cell_of(n, 1) from after_change n));
        elsif tg_op = 'DELETE' then
          perform add_to_site_cells(array(select site_cell_of(o, -1) from before_change o));
        else
          perform add_to_site_cells(array(select site_cell_of(n, 1) from after_change n union all select site_cell_of(o, -1) from before_change o));
        end if;
        return null;
      end $$;

CREATE FUNCTION public.tile_column(place public.geometry, columns integer) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (floor((((public.st_x(place) + (20037508.342789244)::double precision) / (40075016.685578488)::double precision) * (columns)::double precision)))::integer;

CREATE FUNCTION public.tile_row(place public.geometry, rows integer) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (floor(((((20037508.342789244)::double precision - public.st_y(place)) / (40075016.685578488)::double precision) * (rows)::double precision)))::integer;

CREATE TABLE public.site_listing (
    site_id uuid NOT NULL,
    shelf text,
    kind text NOT NULL,
    owner_kind text,
    region_code text,
    department_code text,
    epci_code text,
    commune_id text,
    point public.geometry(Point,4326),
    mercator public.geometry(Point,3857),
    point_precision text,
    shown_at timestamp with time zone NOT NULL,
    name_plain text NOT NULL,
    land_area_m2 numeric,
    floors_m2 int4multirange NOT NULL,
    tenures text[] NOT NULL,
    features text[] NOT NULL,
    cost_cents_per_year bigint,
    price_cents bigint,
    available_from date,
    search tsvector NOT NULL,
    shelf_rank smallint NOT NULL,
    newest_first bigint NOT NULL,
    CONSTRAINT site_listing_point_has_precision CHECK (((point IS NULL) = (point_precision IS NULL))),
    CONSTRAINT site_listing_precision_known CHECK ((point_precision = ANY (ARRAY['exact'::text, 'commune'::text]))),
    CONSTRAINT site_listing_shelf_known CHECK ((shelf = ANY (ARRAY['offered'::text, 'owner_known'::text, 'living'::text, 'lead'::text])))
);

CREATE FUNCTION public.site_cell_of(l public.site_listing, sign integer) RETURNS public.site_cell
    LANGUAGE sql STABLE
    RETURN ROW(NULL::bigint, public.tile_column((l).mercator, 8192), public.tile_row((l).mercator, 8192), (l).shelf, sign, (((sign)::double precision * round(public.st_x((l).mercator))))::bigint, (((sign)::double precision * round(public.st_y((l).mercator))))::bigint)::public.site_cell;

CREATE FUNCTION public.site_in_running_call(site uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
        select exists (select 1 from call_lot l join call c on c.id = l.call_id
          where l.site_id = site and c.published_at is not null and c.state not in ('results_published', 'unsuccessful', 'cancelled'))
      $$;

CREATE FUNCTION public.site_listing_follows_commune() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        perform refresh_site_listing(array(
          select s.id from changed c join former f using (id) join site s on s.commune_id = c.id
           where c.kind = 'commune' and (f.name, f.epci_code, f.point) is distinct from (c.name, c.epci_code, c.point)));
        return null;
      end $$;

CREATE FUNCTION public.site_listing_follows_part() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    perform refresh_site_listing(array(select distinct site_id from changed));
    return null;
  end $$;

CREATE FUNCTION public.site_listing_follows_site() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    perform refresh_site_listing(array(select distinct id from changed));
    return null;
  end $$;

CREATE FUNCTION public.site_listing_order() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        new.shelf_rank := case new.shelf when 'offered' then 0 when 'owner_known' then 1 when 'living' then 2 else 3 end;
        new.newest_first := -(extract(epoch from new.shown_at) * 1000000)::bigint;
        return new;
      end $$;

CREATE FUNCTION public.site_match_follows_listing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        if exists (select from changed) then
          perform refresh_site_match(array(select distinct site_id from changed));
        end if;
        return null;
      end $$;

CREATE TEXT SEARCH CONFIGURATION public.french_plain (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR asciiword WITH french_stem;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR word WITH public.unaccent, french_stem;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR hword_part WITH public.unaccent, french_stem;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR hword_asciipart WITH french_stem;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR asciihword WITH french_stem;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR hword WITH public.unaccent, french_stem;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION public.french_plain
    ADD MAPPING FOR uint WITH simple;

CREATE FUNCTION public.site_search_query(typed text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN (public.plain_text(typed) = ''::text) THEN websearch_to_tsquery('public.french_plain'::regconfig, typed) ELSE (websearch_to_tsquery('public.french_plain'::regconfig, typed) || to_tsquery('public.french_plain'::regconfig, (replace(public.plain_text(typed), ' '::text, ' & '::text) || ':*'::text))) END;

CREATE TABLE public.account (
    id uuid NOT NULL,
    email text,
    email_key text GENERATED ALWAYS AS (lower(email)) STORED,
    email_verified_at timestamp with time zone,
    display_name text,
    password_hash text,
    language text DEFAULT 'fr'::text NOT NULL,
    platform_role text,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    signed_in_at timestamp with time zone,
    erased_at timestamp with time zone,
    session_epoch integer DEFAULT 0 NOT NULL,
    inactivity_warned_at timestamp with time zone,
    CONSTRAINT account_erased_is_anonymous CHECK (((state = 'active'::text) OR ((email IS NULL) AND (display_name IS NULL) AND (password_hash IS NULL) AND (platform_role IS NULL)))),
    CONSTRAINT account_language_known CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
    CONSTRAINT account_platform_role_known CHECK ((platform_role = ANY (ARRAY['moderator'::text, 'platform_administrator'::text]))),
    CONSTRAINT account_state_known CHECK ((state = ANY (ARRAY['active'::text, 'erased'::text])))
);

CREATE TABLE public.account_identity (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone NOT NULL
);

CREATE TABLE public.account_token (
    hash text NOT NULL,
    account_id uuid NOT NULL,
    purpose text NOT NULL,
    email text,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT account_token_purpose_known CHECK ((purpose = ANY (ARRAY['verify-email'::text, 'sign-in'::text, 'reset-password'::text, 'change-email-old'::text, 'change-email-new'::text])))
);

CREATE TABLE public.agreement (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    site_id uuid NOT NULL,
    owner_organisation_id uuid NOT NULL,
    occupant_organisation_id uuid NOT NULL,
    renews_id uuid,
    state text NOT NULL,
    state_reason text,
    version integer DEFAULT 1 NOT NULL,
    terms jsonb NOT NULL,
    starts_on date,
    ends_on date,
    accepted_version integer,
    accepted_at timestamp with time zone,
    owner_signed_on date,
    owner_signed_by text,
    occupant_signed_on date,
    occupant_signed_by text,
    notice_by text,
    notice_given_on date,
    notice_reason text,
    leaves_on date,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT agreement_dates_in_order CHECK (((ends_on IS NULL) OR (starts_on IS NULL) OR (ends_on >= starts_on))),
    CONSTRAINT agreement_notice_by_known CHECK ((notice_by = ANY (ARRAY['owner'::text, 'occupant'::text]))),
    CONSTRAINT agreement_notice_whole CHECK ((num_nulls(notice_by, notice_given_on, leaves_on) = ANY (ARRAY[0, 3]))),
    CONSTRAINT agreement_signed_by_both CHECK (((state <> ALL (ARRAY['signed'::text, 'renewed'::text])) OR (num_nulls(starts_on, owner_signed_on, owner_signed_by, occupant_signed_on, occupant_signed_by) = 0))),
    CONSTRAINT agreement_state_known CHECK ((state = ANY (ARRAY['drafting'::text, 'conditions_precedent'::text, 'signed'::text, 'renewed'::text, 'terminated'::text]))),
    CONSTRAINT agreement_two_parties CHECK ((owner_organisation_id <> occupant_organisation_id)),
    CONSTRAINT agreement_version_positive CHECK ((version > 0))
);

CREATE TABLE public.agreement_comment (
    id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    account_id uuid,
    at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    text text NOT NULL
);

CREATE TABLE public.agreement_condition_met (
    agreement_id uuid NOT NULL,
    condition_id text NOT NULL,
    met_on date NOT NULL,
    proof text NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid
);

CREATE TABLE public.agreement_history (
    id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    action text NOT NULL,
    version integer NOT NULL,
    from_state text,
    to_state text NOT NULL,
    reason text,
    fields text[] DEFAULT '{}'::text[] NOT NULL
);

CREATE TABLE public.agreement_report (
    agreement_id uuid NOT NULL,
    year integer NOT NULL,
    received_at timestamp with time zone NOT NULL,
    account_id uuid,
    jobs integer,
    insertion_hours integer,
    people_welcomed integer,
    words text NOT NULL,
    CONSTRAINT agreement_report_hours_not_negative CHECK ((insertion_hours >= 0)),
    CONSTRAINT agreement_report_jobs_not_negative CHECK ((jobs >= 0)),
    CONSTRAINT agreement_report_people_not_negative CHECK ((people_welcomed >= 0)),
    CONSTRAINT agreement_report_year_positive CHECK ((year > 0))
);

CREATE TABLE public.agreement_told (
    agreement_id uuid NOT NULL,
    what text NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT agreement_told_known CHECK ((what = ANY (ARRAY['started'::text, 'reminder_12'::text, 'reminder_6'::text, 'reminder_3'::text, 'report_due'::text, 'over'::text])))
);

CREATE TABLE public.application (
    id uuid NOT NULL,
    call_id uuid,
    site_id uuid,
    organisation_id uuid NOT NULL,
    project_id uuid,
    state text NOT NULL,
    state_reason text,
    version integer DEFAULT 1 NOT NULL,
    title text NOT NULL,
    answers jsonb DEFAULT '{}'::jsonb NOT NULL,
    lots uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    sources jsonb DEFAULT '{}'::jsonb NOT NULL,
    form jsonb,
    number text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT application_answers_one_thing CHECK ((num_nonnulls(call_id, site_id) = 1)),
    CONSTRAINT application_direct_has_form CHECK (((site_id IS NULL) = (form IS NULL))),
    CONSTRAINT application_filed_has_number CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text, 'obsolete'::text])) OR (number IS NOT NULL))),
    CONSTRAINT application_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'filed'::text, 'correction_requested'::text, 'invited'::text, 'not_shortlisted'::text, 'admissible'::text, 'inadmissible'::text, 'under_review'::text, 'shortlisted'::text, 'selected'::text, 'waiting_list'::text, 'not_selected'::text, 'withdrawn'::text, 'obsolete'::text]))),
    CONSTRAINT application_version_positive CHECK ((version > 0))
);

CREATE TABLE public.application_correction (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    account_id uuid,
    asked_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    items jsonb NOT NULL,
    sequence integer NOT NULL,
    outcome text,
    closed_at timestamp with time zone,
    CONSTRAINT application_correction_closed_says_how CHECK (((outcome IS NULL) = (closed_at IS NULL))),
    CONSTRAINT application_correction_due_later CHECK ((due_at > asked_at)),
    CONSTRAINT application_correction_outcome_known CHECK ((outcome = ANY (ARRAY['answered'::text, 'cancelled'::text, 'lapsed'::text]))),
    CONSTRAINT application_correction_sequence_positive CHECK ((sequence > 0))
);

CREATE TABLE public.application_file (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    account_id uuid,
    title text,
    type text NOT NULL,
    bytes bigint NOT NULL,
    source_name text NOT NULL,
    state text NOT NULL,
    refusal text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT application_file_bytes_positive CHECK ((bytes > 0)),
    CONSTRAINT application_file_refusal_known CHECK ((refusal = ANY (ARRAY['virus'::text, 'encrypted'::text, 'unreadable'::text, 'active_content'::text]))),
    CONSTRAINT application_file_refused_says_why CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
    CONSTRAINT application_file_state_known CHECK ((state = ANY (ARRAY['received'::text, 'ready'::text, 'refused'::text])))
);

CREATE TABLE public.application_filing (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    sequence integer NOT NULL,
    arrived_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    account_id uuid,
    content jsonb NOT NULL,
    content_hash text NOT NULL,
    CONSTRAINT application_filing_hash_is_sha256 CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT application_filing_sequence_positive CHECK ((sequence > 0))
);

CREATE TABLE public.application_history (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    action text NOT NULL,
    version integer NOT NULL,
    from_state text,
    to_state text NOT NULL,
    reason text,
    changes jsonb DEFAULT '[]'::jsonb NOT NULL
);

CREATE SEQUENCE public.application_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.application_partner (
    application_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    state text NOT NULL,
    invited_by uuid,
    invited_at timestamp with time zone NOT NULL,
    moved_by uuid,
    moved_at timestamp with time zone,
    CONSTRAINT application_partner_state_known CHECK ((state = ANY (ARRAY['invited'::text, 'accepted'::text, 'declined'::text, 'removed'::text, 'left'::text])))
);

CREATE TABLE public.award (
    call_id uuid NOT NULL,
    deed_kind text NOT NULL,
    departure text,
    authority_name text,
    authority_function text,
    decided_on date,
    reference text,
    recorded_by uuid,
    recorded_at timestamp with time zone,
    results jsonb,
    results_hash text,
    published_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT award_decided_whole CHECK ((num_nulls(authority_name, authority_function, decided_on, reference, recorded_at) = ANY (ARRAY[0, 5]))),
    CONSTRAINT award_deed_kind_known CHECK ((deed_kind = ANY (ARRAY['temporary_occupation'::text, 'administrative_emphyteutic_lease'::text, 'emphyteutic_lease'::text, 'loan_for_use'::text, 'solidarity_lease'::text, 'civil_lease'::text, 'commercial_lease'::text, 'short_commercial_lease'::text, 'sale'::text]))),
    CONSTRAINT award_published_after_decision CHECK (((published_at IS NULL) OR (recorded_at IS NOT NULL))),
    CONSTRAINT award_published_whole CHECK ((num_nulls(results, results_hash, published_at) = ANY (ARRAY[0, 3]))),
    CONSTRAINT award_results_hash_is_sha256 CHECK ((results_hash ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE public.award_amendment (
    id uuid NOT NULL,
    call_id uuid NOT NULL,
    site_id uuid,
    application_id uuid NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    authority_name text,
    authority_function text,
    decided_on date,
    reference text,
    reason text,
    reasons jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT award_amendment_kind_known CHECK ((kind = ANY (ARRAY['withdrawn'::text, 'promoted'::text, 'reopened'::text, 'selected'::text, 'waiting_list'::text, 'not_selected'::text])))
);

CREATE TABLE public.award_line (
    id uuid NOT NULL,
    call_id uuid NOT NULL,
    site_id uuid,
    application_id uuid NOT NULL,
    outcome text NOT NULL,
    waiting_rank integer,
    reasons jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT award_line_outcome_known CHECK ((outcome = ANY (ARRAY['selected'::text, 'waiting_list'::text, 'not_selected'::text, 'withdrawn'::text, 'reopened'::text]))),
    CONSTRAINT award_line_rank_positive CHECK ((waiting_rank > 0)),
    CONSTRAINT award_line_rank_when_waiting CHECK (((outcome = 'waiting_list'::text) = (waiting_rank IS NOT NULL)))
);

CREATE TABLE public.call (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    state text NOT NULL,
    state_reason text,
    version integer DEFAULT 1 NOT NULL,
    title text NOT NULL,
    summary text,
    description text,
    territory_id text,
    opens_at timestamp with time zone,
    closes_at timestamp with time zone,
    form jsonb DEFAULT '[]'::jsonb NOT NULL,
    documents jsonb DEFAULT '[]'::jsonb NOT NULL,
    eligibility jsonb DEFAULT '[]'::jsonb NOT NULL,
    grid jsonb DEFAULT '{"criteria": [], "scaleMax": 5, "tieBreak": []}'::jsonb NOT NULL,
    jury jsonb DEFAULT '{"quorum": null, "members": []}'::jsonb NOT NULL,
    shown jsonb DEFAULT '{"jury": true, "ranking": false, "applicants": "count"}'::jsonb NOT NULL,
    contact text,
    demo boolean DEFAULT false NOT NULL,
    published_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    first_step jsonb,
    first_closes_at timestamp with time zone,
    shortlist jsonb,
    CONSTRAINT call_closes_after_it_opens CHECK ((closes_at > opens_at)),
    CONSTRAINT call_first_step_has_closing CHECK (((first_step IS NOT NULL) OR (first_closes_at IS NULL))),
    CONSTRAINT call_published_has_first_closing CHECK (((published_at IS NULL) OR (first_step IS NULL) OR (first_closes_at IS NOT NULL))),
    CONSTRAINT call_published_has_window CHECK (((published_at IS NULL) OR ((opens_at IS NOT NULL) AND (closes_at IS NOT NULL)))),
    CONSTRAINT call_published_when CHECK (((state = ANY (ARRAY['draft'::text, 'cancelled'::text])) OR (published_at IS NOT NULL))),
    CONSTRAINT call_second_step_after_first CHECK (((state <> 'second_step'::text) OR ((first_step IS NOT NULL) AND (shortlist IS NOT NULL)))),
    CONSTRAINT call_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'second_step'::text, 'under_review'::text, 'award_proposed'::text, 'decided'::text, 'results_published'::text, 'unsuccessful'::text, 'cancelled'::text]))),
    CONSTRAINT call_steps_follow CHECK (((first_closes_at > opens_at) AND (first_closes_at < closes_at))),
    CONSTRAINT call_version_positive CHECK ((version > 0))
);

CREATE TABLE public.call_extension (
    id uuid NOT NULL,
    call_id uuid NOT NULL,
    account_id uuid,
    from_closes_at timestamp with time zone NOT NULL,
    to_closes_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    step text,
    CONSTRAINT call_extension_is_later CHECK ((to_closes_at > from_closes_at)),
    CONSTRAINT call_extension_step_known CHECK ((step = ANY (ARRAY['first'::text, 'second'::text])))
);

CREATE TABLE public.call_history (
    id uuid NOT NULL,
    call_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    action text NOT NULL,
    version integer NOT NULL,
    from_state text,
    to_state text NOT NULL,
    reason text,
    changes jsonb DEFAULT '[]'::jsonb NOT NULL
);

CREATE TABLE public.call_lot (
    call_id uuid NOT NULL,
    site_id uuid NOT NULL,
    "position" integer NOT NULL
);

CREATE TABLE public.call_question (
    id uuid NOT NULL,
    call_id uuid NOT NULL,
    account_id uuid,
    asked_at timestamp with time zone NOT NULL,
    asked text NOT NULL,
    question text,
    answer text,
    answered_at timestamp with time zone,
    answered_by uuid,
    CONSTRAINT call_question_answered_whole CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (question IS NULL))))
);

CREATE TABLE public.call_visit (
    id uuid NOT NULL,
    call_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    meeting text NOT NULL,
    capacity integer NOT NULL,
    account_id uuid,
    created_at timestamp with time zone NOT NULL,
    cancelled_at timestamp with time zone,
    reason text,
    CONSTRAINT call_visit_cancelled_says_why CHECK (((cancelled_at IS NULL) = (reason IS NULL))),
    CONSTRAINT call_visit_capacity_known CHECK (((capacity >= 1) AND (capacity <= 500))),
    CONSTRAINT call_visit_ends_later CHECK ((ends_at > starts_at)),
    CONSTRAINT call_visit_meeting_length CHECK (((length(meeting) >= 1) AND (length(meeting) <= 500)))
);

CREATE TABLE public.call_visit_booking (
    visit_id uuid NOT NULL,
    account_id uuid NOT NULL,
    organisation_id uuid,
    booked_at timestamp with time zone NOT NULL,
    attended boolean
);

CREATE TABLE public.dataset (
    id text NOT NULL,
    title text NOT NULL,
    producer text NOT NULL,
    licence text NOT NULL,
    licence_url text,
    source_url text,
    attribution text NOT NULL,
    as_of date,
    share_alike boolean DEFAULT false NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    members_only boolean DEFAULT false NOT NULL
);

CREATE TABLE public.decision_letter (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    content jsonb NOT NULL,
    CONSTRAINT decision_letter_kind_known CHECK ((kind = ANY (ARRAY['selected'::text, 'waiting_list'::text, 'not_selected'::text, 'promoted'::text, 'reopened'::text])))
);

CREATE TABLE public.favourite (
    account_id uuid NOT NULL,
    site_id uuid NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    from_site_id uuid
);

CREATE TABLE public.former_commune (
    code text NOT NULL,
    name text NOT NULL,
    name_plain text GENERATED ALWAYS AS (public.plain_text(name)) STORED,
    current_id text NOT NULL
);

CREATE TABLE public.import_run (
    id uuid NOT NULL,
    kind text NOT NULL,
    file_name text NOT NULL,
    file_sha256 text NOT NULL,
    dialect jsonb NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone NOT NULL,
    totals jsonb NOT NULL
);

CREATE TABLE public.inbox_notice (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    kind text NOT NULL,
    thing_id uuid NOT NULL,
    title text NOT NULL,
    facts jsonb DEFAULT '{}'::jsonb NOT NULL,
    path text NOT NULL,
    at timestamp with time zone NOT NULL,
    count integer DEFAULT 1 NOT NULL,
    shown boolean NOT NULL,
    read_at timestamp with time zone,
    mail text NOT NULL,
    mailed_at timestamp with time zone,
    dedupe_key text NOT NULL,
    CONSTRAINT inbox_notice_count_positive CHECK ((count > 0)),
    CONSTRAINT inbox_notice_key_length CHECK (((length(dedupe_key) >= 1) AND (length(dedupe_key) <= 200))),
    CONSTRAINT inbox_notice_mail_known CHECK ((mail = ANY (ARRAY['none'::text, 'waiting'::text, 'told'::text]))),
    CONSTRAINT inbox_notice_path_is_ours CHECK (((path ~ '^/[^/]'::text) OR (path = '/'::text)))
);

CREATE TABLE public.inbox_setting (
    account_id uuid NOT NULL,
    kind text NOT NULL,
    on_site boolean NOT NULL,
    by_email boolean NOT NULL
);

CREATE TABLE public.instruction_act (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    account_id uuid,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    facts jsonb DEFAULT '{}'::jsonb NOT NULL
);

CREATE TABLE public.instruction_assignment (
    application_id uuid NOT NULL,
    account_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.instruction_check (
    application_id uuid NOT NULL,
    criterion text NOT NULL,
    verdict text NOT NULL,
    note text,
    subject text NOT NULL,
    version integer NOT NULL,
    account_id uuid,
    at timestamp with time zone NOT NULL,
    CONSTRAINT instruction_check_verdict_known CHECK ((verdict = ANY (ARRAY['yes'::text, 'no'::text, 'to_check'::text]))),
    CONSTRAINT instruction_check_version_positive CHECK ((version > 0))
);

CREATE TABLE public.instruction_criterion (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    account_id uuid,
    label text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone
);

CREATE TABLE public.instruction_label (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    name text NOT NULL,
    colour text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT instruction_label_colour_known CHECK ((colour = ANY (ARRAY['neutral'::text, 'enamel'::text, 'brick'::text, 'amber'::text, 'moss'::text, 'violet'::text])))
);

CREATE TABLE public.instruction_labelled (
    application_id uuid NOT NULL,
    label_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.instruction_note (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    account_id uuid,
    text text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    CONSTRAINT instruction_note_version_positive CHECK ((version > 0))
);

CREATE TABLE public.instruction_opinion (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    account_id uuid,
    who text NOT NULL,
    email text,
    language text NOT NULL,
    question text NOT NULL,
    sections text[] NOT NULL,
    shared boolean NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    token_hash text NOT NULL,
    state text NOT NULL,
    reminded_at timestamp with time zone,
    answered_at timestamp with time zone,
    signed_by text,
    conclusion text,
    answer text,
    sequence integer,
    revoked_at timestamp with time zone,
    reason text,
    CONSTRAINT instruction_opinion_answer_whole CHECK ((num_nulls(answered_at, signed_by, conclusion, answer, sequence) =
CASE
    WHEN (state = 'answered'::text) THEN 0
    ELSE 5
END)),
    CONSTRAINT instruction_opinion_conclusion_known CHECK ((conclusion = ANY (ARRAY['favourable'::text, 'with_reservations'::text, 'unfavourable'::text, 'none'::text]))),
    CONSTRAINT instruction_opinion_language_known CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
    CONSTRAINT instruction_opinion_revoked_why CHECK ((num_nulls(revoked_at, reason) =
CASE
    WHEN (state = 'revoked'::text) THEN 0
    ELSE 2
END)),
    CONSTRAINT instruction_opinion_shows_something CHECK ((cardinality(sections) > 0)),
    CONSTRAINT instruction_opinion_state_known CHECK ((state = ANY (ARRAY['asked'::text, 'answered'::text, 'revoked'::text])))
);

CREATE TABLE public.instruction_reading (
    application_id uuid NOT NULL,
    account_id uuid NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.instruction_view (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    search text NOT NULL,
    shared boolean NOT NULL,
    created_at timestamp with time zone NOT NULL
);

CREATE TABLE public.interest (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    site_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    state text NOT NULL,
    reason text,
    received_at timestamp with time zone NOT NULL,
    silence_counts boolean NOT NULL,
    silence_told_at timestamp with time zone,
    call_id uuid,
    decision jsonb,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT interest_call_when_turned CHECK (((call_id IS NOT NULL) = (state = 'turned_into_call'::text))),
    CONSTRAINT interest_decided_when_granted CHECK (((decision IS NOT NULL) = (state = ANY (ARRAY['granted_after_publicity'::text, 'granted_directly'::text])))),
    CONSTRAINT interest_state_known CHECK ((state = ANY (ARRAY['received'::text, 'inadmissible'::text, 'declined'::text, 'publicity_open'::text, 'granted_after_publicity'::text, 'granted_directly'::text, 'turned_into_call'::text, 'closed'::text])))
);

CREATE TABLE public.interest_history (
    id uuid NOT NULL,
    interest_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    action text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    reason text
);

CREATE TABLE public.interest_rival (
    id uuid NOT NULL,
    interest_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    application_id uuid,
    account_id uuid,
    arrived_at timestamp with time zone NOT NULL,
    need text NOT NULL,
    proposal text NOT NULL,
    withdrawn_at timestamp with time zone
);

CREATE TABLE public.invitation (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    email text,
    email_key text GENERATED ALWAYS AS (lower(email)) STORED,
    role text NOT NULL,
    token_hash text NOT NULL,
    state text NOT NULL,
    invited_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    times_sent integer DEFAULT 1 NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    accepted_by uuid,
    CONSTRAINT invitation_accepted_by_someone CHECK (((state = 'accepted'::text) = (accepted_by IS NOT NULL))),
    CONSTRAINT invitation_ends_once CHECK (((state = 'pending'::text) = (ended_at IS NULL))),
    CONSTRAINT invitation_pending_has_address CHECK (((state <> 'pending'::text) OR (email IS NOT NULL))),
    CONSTRAINT invitation_role_known CHECK ((role = ANY (ARRAY['reader'::text, 'reviewer'::text, 'editor'::text, 'administrator'::text]))),
    CONSTRAINT invitation_state_known CHECK ((state = ANY (ARRAY['pending'::text, 'accepted'::text, 'declined'::text, 'cancelled'::text, 'expired'::text])))
);

CREATE TABLE public.join_request (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    account_id uuid NOT NULL,
    message text,
    state text NOT NULL,
    reason text,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    answered_by uuid,
    CONSTRAINT join_request_ends_once CHECK (((state = 'pending'::text) = (ended_at IS NULL))),
    CONSTRAINT join_request_state_known CHECK ((state = ANY (ARRAY['pending'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
);

CREATE TABLE public.journal_act (
    seq bigint NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    actor_kind text NOT NULL,
    actor_id text,
    action text NOT NULL,
    thing_kind text NOT NULL,
    thing_id text NOT NULL,
    organisation_id text,
    from_state text,
    to_state text,
    why text,
    facts jsonb NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT journal_act_actor_kind_known CHECK ((actor_kind = ANY (ARRAY['person'::text, 'system'::text, 'import'::text])))
);

CREATE TABLE public.journal_head (
    id smallint NOT NULL,
    seq bigint NOT NULL,
    hash text NOT NULL,
    CONSTRAINT journal_head_single CHECK ((id = 1))
);

CREATE TABLE public.knock_letter (
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    account_id uuid,
    state text NOT NULL,
    language text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    names text[] NOT NULL,
    organisation_count integer NOT NULL,
    code_hash text NOT NULL,
    address_hash text,
    answered_at timestamp with time zone,
    note text,
    CONSTRAINT knock_letter_answered_when CHECK (((state = 'written'::text) = (answered_at IS NULL))),
    CONSTRAINT knock_letter_language_known CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
    CONSTRAINT knock_letter_organisation_count_positive CHECK ((organisation_count > 0)),
    CONSTRAINT knock_letter_state_known CHECK ((state = ANY (ARRAY['written'::text, 'interested'::text, 'not_available'::text, 'not_mine'::text, 'stopped'::text])))
);

CREATE TABLE public.knock_party (
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    account_id uuid,
    named boolean NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone
);

CREATE TABLE public.known_facts (
    about text NOT NULL,
    thing_id uuid NOT NULL,
    facts jsonb,
    version integer NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    CONSTRAINT known_facts_about_known CHECK ((about = ANY (ARRAY['place'::text, 'project'::text])))
);

CREATE TABLE public.transit_stop (
    id text NOT NULL,
    uic text,
    name text NOT NULL,
    point public.geometry(Point,4326) NOT NULL,
    departures_weekday numeric,
    trains_weekday numeric,
    coaches_weekday numeric,
    departures_sunday numeric,
    line_count integer,
    dataset_id text NOT NULL
);

CREATE VIEW public.known_stop AS
 SELECT transit_stop.id,
    transit_stop.uic,
    transit_stop.name,
    transit_stop.point,
    transit_stop.departures_weekday,
    transit_stop.trains_weekday,
    transit_stop.coaches_weekday,
    transit_stop.departures_sunday,
    transit_stop.line_count,
    transit_stop.dataset_id
   FROM public.transit_stop
  WHERE ((transit_stop.dataset_id <> 'demo'::text) OR (NOT (EXISTS ( SELECT 1
           FROM public.transit_stop real_stop
          WHERE (real_stop.dataset_id <> 'demo'::text)))));

CREATE TABLE public.legal_answer (
    procedure_id uuid NOT NULL,
    version integer NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    answers jsonb NOT NULL,
    rule text NOT NULL,
    path text NOT NULL,
    strict_because text[] NOT NULL,
    reason text
);

CREATE TABLE public.legal_notice (
    id uuid NOT NULL,
    procedure_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    what text NOT NULL,
    shown_also text,
    how text NOT NULL,
    site_ids uuid[] NOT NULL,
    opens_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone NOT NULL,
    account_id uuid,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text,
    content_hash text NOT NULL,
    CONSTRAINT legal_notice_hash_is_sha256 CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT legal_notice_kind_known CHECK ((kind = ANY (ARRAY['call'::text, 'interest'::text, 'motive'::text]))),
    CONSTRAINT legal_notice_times CHECK ((opens_at < closes_at)),
    CONSTRAINT legal_notice_withdrawn_says_why CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))
);

CREATE TABLE public.legal_notice_extension (
    notice_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    from_closes_at timestamp with time zone NOT NULL,
    to_closes_at timestamp with time zone NOT NULL,
    reason text NOT NULL
);

CREATE TABLE public.legal_procedure (
    id uuid NOT NULL,
    call_id uuid,
    application_id uuid,
    organisation_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT legal_procedure_about_one_thing CHECK ((num_nonnulls(call_id, application_id) = 1)),
    CONSTRAINT legal_procedure_version_positive CHECK ((version > 0))
);

CREATE TABLE public.legal_proof (
    id uuid NOT NULL,
    procedure_id uuid NOT NULL,
    step text NOT NULL,
    version integer NOT NULL,
    account_id uuid,
    title text,
    type text NOT NULL,
    bytes bigint NOT NULL,
    source_name text NOT NULL,
    state text NOT NULL,
    refusal text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT legal_proof_bytes_positive CHECK ((bytes > 0)),
    CONSTRAINT legal_proof_refusal_known CHECK ((refusal = ANY (ARRAY['virus'::text, 'encrypted'::text, 'unreadable'::text, 'active_content'::text]))),
    CONSTRAINT legal_proof_refused_says_why CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
    CONSTRAINT legal_proof_state_known CHECK ((state = ANY (ARRAY['received'::text, 'ready'::text, 'refused'::text]))),
    CONSTRAINT legal_proof_step_known CHECK ((step = ANY (ARRAY['answers'::text, 'publicity'::text, 'window_over'::text, 'impartial_selection'::text, 'ground_recorded'::text, 'valuation'::text, 'decision'::text, 'motive_published'::text, 'result_published'::text])))
);

CREATE TABLE public.legal_rule_correction (
    id uuid NOT NULL,
    rule_key text NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    effective_on date NOT NULL,
    reason text NOT NULL,
    article text NOT NULL,
    fr jsonb NOT NULL,
    en jsonb NOT NULL
);

CREATE TABLE public.legal_step (
    procedure_id uuid NOT NULL,
    step text NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    done_on date NOT NULL,
    reference text NOT NULL,
    note text,
    CONSTRAINT legal_step_known CHECK ((step = ANY (ARRAY['publicity'::text, 'window_over'::text, 'impartial_selection'::text, 'ground_recorded'::text, 'valuation'::text, 'decision'::text, 'motive_published'::text, 'result_published'::text])))
);

CREATE TABLE public.offer (
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    premises_id uuid,
    "position" integer DEFAULT 0 NOT NULL,
    tenure text,
    rent_cents_per_year bigint,
    charges_cents_per_year bigint,
    taxes_cents_per_year bigint,
    deposit_cents bigint,
    price_cents bigint,
    free_ground text,
    available_from date,
    available_until date,
    open_ended boolean DEFAULT false NOT NULL,
    works_cents_estimate bigint,
    works_paid_by_owner boolean,
    activities_welcome text[],
    min_term_months integer,
    max_term_months integer,
    activities_excluded text[],
    CONSTRAINT offer_charges_not_negative CHECK ((charges_cents_per_year >= 0)),
    CONSTRAINT offer_dates_in_order CHECK (((available_until IS NULL) OR (available_from IS NULL) OR (available_until >= available_from))),
    CONSTRAINT offer_deposit_not_negative CHECK ((deposit_cents >= 0)),
    CONSTRAINT offer_max_term_positive CHECK ((max_term_months > 0)),
    CONSTRAINT offer_min_term_positive CHECK ((min_term_months > 0)),
    CONSTRAINT offer_price_not_negative CHECK ((price_cents >= 0)),
    CONSTRAINT offer_rent_not_negative CHECK ((rent_cents_per_year >= 0)),
    CONSTRAINT offer_taxes_not_negative CHECK ((taxes_cents_per_year >= 0)),
    CONSTRAINT offer_tenure_known CHECK ((tenure = ANY (ARRAY['temporary_occupation'::text, 'civil_lease'::text, 'commercial_lease'::text, 'solidarity_lease'::text, 'emphyteutic_lease'::text, 'loan_for_use'::text, 'sale'::text]))),
    CONSTRAINT offer_terms_in_order CHECK (((max_term_months IS NULL) OR (min_term_months IS NULL) OR (max_term_months >= min_term_months))),
    CONSTRAINT offer_works_not_negative CHECK ((works_cents_estimate >= 0))
);

CREATE TABLE public.premises (
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    name text NOT NULL,
    floor_area_m2 numeric,
    divisible_from_m2 numeric,
    floor_level integer,
    ceiling_height_cm integer,
    condition text,
    features jsonb DEFAULT '{}'::jsonb NOT NULL,
    uses jsonb DEFAULT '{}'::jsonb NOT NULL,
    erp_type text,
    erp_category integer,
    used_as text,
    access text,
    power_kva numeric,
    power_phases integer,
    erp_capacity integer,
    works_needed text,
    works_paid_by text,
    CONSTRAINT premises_condition_known CHECK ((condition = ANY (ARRAY['ready'::text, 'refresh'::text, 'works'::text, 'heavy_works'::text, 'ruin'::text]))),
    CONSTRAINT premises_divisible_positive CHECK ((divisible_from_m2 > (0)::numeric)),
    CONSTRAINT premises_divisible_within CHECK (((divisible_from_m2 IS NULL) OR (floor_area_m2 IS NULL) OR (divisible_from_m2 <= floor_area_m2))),
    CONSTRAINT premises_erp_capacity_positive CHECK ((erp_capacity > 0)),
    CONSTRAINT premises_erp_category_range CHECK (((erp_category >= 1) AND (erp_category <= 5))),
    CONSTRAINT premises_floor_area_positive CHECK ((floor_area_m2 > (0)::numeric)),
    CONSTRAINT premises_phases_known CHECK ((power_phases = ANY (ARRAY[1, 3]))),
    CONSTRAINT premises_power_positive CHECK ((power_kva > (0)::numeric)),
    CONSTRAINT premises_used_as_known CHECK ((used_as = ANY (ARRAY['workshop'::text, 'office'::text, 'shop'::text, 'storage'::text, 'public_reception'::text, 'catering'::text, 'housing'::text, 'food_growing'::text, 'culture'::text]))),
    CONSTRAINT premises_works_paid_by_known CHECK ((works_paid_by = ANY (ARRAY['owner'::text, 'occupant'::text, 'shared'::text])))
);

CREATE TABLE public.site (
    id uuid NOT NULL,
    region_code text,
    department_code text,
    commune_id text,
    kind text NOT NULL,
    state text NOT NULL,
    state_reason text,
    name text NOT NULL,
    summary text,
    description text,
    address text,
    point public.geometry(Point,4326),
    outline public.geometry(MultiPolygon,4326),
    grid integer,
    x_m integer,
    y_m integer,
    location_shown text DEFAULT 'exact'::text NOT NULL,
    land_area_m2 numeric,
    footprint_m2 numeric,
    building_count integer,
    condition text,
    built_year integer,
    vacant_since integer,
    owner_kind text,
    owner_name text,
    owner_organisation_id uuid,
    owner_touches_natural_person boolean,
    agent_role text,
    property_status text,
    planning_document text,
    planning_zone text,
    features jsonb DEFAULT '{}'::jsonb NOT NULL,
    constraints jsonb DEFAULT '{}'::jsonb NOT NULL,
    uses jsonb DEFAULT '{}'::jsonb NOT NULL,
    parcels text[] DEFAULT '{}'::text[] NOT NULL,
    former_activity text,
    project_note text,
    contact_public text,
    photo text,
    lead boolean DEFAULT false NOT NULL,
    not_lead_reason text,
    walk_to_stop_m integer,
    nearest_stop_id text,
    demo boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    state_changed_at timestamp with time zone NOT NULL,
    agent_role_unrecorded text,
    version integer DEFAULT 1 NOT NULL,
    keeper_organisation_id uuid,
    property_act text,
    property_act_date date,
    property_act_reference text,
    surroundings text,
    contact_email text,
    closing_note text,
    uic text,
    inventory_id text,
    merged_into uuid,
    run_by text,
    activities_here text[],
    website text,
    standing text,
    CONSTRAINT site_activities_here_known CHECK ((activities_here <@ ARRAY['repair'::text, 'reuse'::text, 'canteen'::text, 'food_processing'::text, 'market_gardening'::text, 'tiers_lieu'::text, 'coworking'::text, 'fablab'::text, 'bike_workshop'::text, 'solidarity_grocery'::text, 'laundry'::text, 'logistics'::text, 'culture'::text, 'training'::text, 'childcare'::text, 'health'::text, 'housing'::text, 'offices'::text, 'other'::text])),
    CONSTRAINT site_agent_role_known CHECK ((agent_role = ANY (ARRAY['owns'::text, 'manages'::text, 'lists'::text, 'signals'::text]))),
    CONSTRAINT site_agent_role_unrecorded_known CHECK ((agent_role_unrecorded = ANY (ARRAY['owns'::text, 'manages'::text, 'lists'::text, 'signals'::text]))),
    CONSTRAINT site_condition_known CHECK ((condition = ANY (ARRAY['ready'::text, 'refresh'::text, 'works'::text, 'heavy_works'::text, 'ruin'::text]))),
    CONSTRAINT site_footprint_positive CHECK ((footprint_m2 > (0)::numeric)),
    CONSTRAINT site_grid_whole CHECK ((((grid IS NULL) = (x_m IS NULL)) AND ((grid IS NULL) = (y_m IS NULL)))),
    CONSTRAINT site_inventory_id_form CHECK ((inventory_id ~ '^[0-9][0-9AB][0-9]{3}_[0-9A-Za-z._-]{1,40}$'::text)),
    CONSTRAINT site_kind_known CHECK ((kind = ANY (ARRAY['disused_station'::text, 'station_premises'::text, 'goods_shed'::text, 'crossing_keepers_house'::text, 'railway_land'::text, 'brownfield'::text, 'vacant_building'::text, 'office'::text, 'workshop'::text, 'shop'::text, 'plot'::text, 'farmland'::text, 'tiers_lieu'::text, 'other'::text]))),
    CONSTRAINT site_land_area_positive CHECK ((land_area_m2 > (0)::numeric)),
    CONSTRAINT site_location_shown_known CHECK ((location_shown = ANY (ARRAY['exact'::text, 'commune'::text, 'after_contact'::text]))),
    CONSTRAINT site_merged_elsewhere CHECK ((merged_into <> id)),
    CONSTRAINT site_merged_is_closed CHECK (((merged_into IS NULL) OR (state = 'closed'::text))),
    CONSTRAINT site_owner_kind_known CHECK ((owner_kind = ANY (ARRAY['state'::text, 'region'::text, 'department'::text, 'epci'::text, 'commune'::text, 'sncf'::text, 'epf'::text, 'social_landlord'::text, 'other_public'::text, 'company'::text, 'private_person'::text, 'association'::text]))),
    CONSTRAINT site_property_status_known CHECK ((property_status = ANY (ARRAY['public_domain'::text, 'private_domain'::text]))),
    CONSTRAINT site_standing_known CHECK ((standing = ANY (ARRAY['standing'::text, 'lived_in'::text, 'demolished'::text, 'never_built'::text, 'contested'::text]))),
    CONSTRAINT site_state_known CHECK ((state = ANY (ARRAY['potential'::text, 'draft'::text, 'submitted'::text, 'published'::text, 'paused'::text, 'under_interest'::text, 'under_call'::text, 'awarded'::text, 'occupied'::text, 'closed'::text]))),
    CONSTRAINT site_uic_form CHECK ((uic ~ '^[0-9]{8}$'::text)),
    CONSTRAINT site_version_positive CHECK ((version > 0)),
    CONSTRAINT site_website_form CHECK ((website ~ '^https?://'::text))
);

CREATE VIEW public.published_site AS
 SELECT l.site_id AS id,
    l.shelf,
    l.kind,
    l.owner_kind,
    l.region_code,
    l.department_code,
    l.epci_code,
    l.commune_id,
    l.point,
    l.mercator,
    l.point_precision,
    l.shown_at,
    l.name_plain,
    l.land_area_m2,
    l.floors_m2,
    l.tenures,
    l.features,
    l.cost_cents_per_year,
    l.price_cents,
    l.available_from,
    l.search,
    s.state,
    s.name,
    s.summary,
    s.description,
    s.location_shown,
    s.footprint_m2,
    s.building_count,
    s.condition,
    s.built_year,
    s.vacant_since,
        CASE
            WHEN (l.point_precision = 'exact'::text) THEN s.address
            ELSE NULL::text
        END AS address,
        CASE
            WHEN (l.point_precision = 'exact'::text) THEN s.outline
            ELSE NULL::public.geometry
        END AS outline,
        CASE
            WHEN (l.point_precision = 'exact'::text) THEN s.parcels
            ELSE '{}'::text[]
        END AS parcels,
        CASE
            WHEN (l.point_precision = 'exact'::text) THEN s.grid
            ELSE NULL::integer
        END AS grid,
        CASE
            WHEN (l.point_precision = 'exact'::text) THEN s.x_m
            ELSE NULL::integer
        END AS x_m,
        CASE
            WHEN (l.point_precision = 'exact'::text) THEN s.y_m
            ELSE NULL::integer
        END AS y_m,
        CASE
            WHEN (l.point_precision = 'exact'::text) THEN s.walk_to_stop_m
            ELSE NULL::integer
        END AS walk_to_stop_m,
        CASE
            WHEN (l.point_precision = 'exact'::text) THEN s.nearest_stop_id
            ELSE NULL::text
        END AS nearest_stop_id,
        CASE
            WHEN ((s.owner_kind = 'private_person'::text) OR s.owner_touches_natural_person) THEN NULL::text
            ELSE s.owner_name
        END AS owner_name,
    s.owner_organisation_id,
    s.agent_role,
    s.property_status,
    s.planning_document,
    s.planning_zone,
    s.features AS feature_facts,
    s.constraints AS constraint_facts,
    s.uses AS use_facts,
    s.former_activity,
    s.contact_public,
    s.photo,
    s.demo,
    s.created_at,
    s.updated_at,
    s.published_at,
    s.state_changed_at
   FROM (public.site_listing l
     JOIN public.site s ON ((s.id = l.site_id)));

CREATE TABLE public.territory_label (
    territory_id text NOT NULL,
    label text NOT NULL,
    detail text,
    dataset_id text NOT NULL,
    CONSTRAINT territory_label_known CHECK ((label = ANY (ARRAY['frr'::text, 'pvd'::text, 'acv'::text, 'village_avenir'::text, 'france_services'::text])))
);

CREATE VIEW public.match_option AS
 WITH part AS (
         SELECT o_1.id AS option_id,
            s.id AS site_id,
            o_1.id AS offer_id,
            p_1.id AS premises_id
           FROM (((public.site_listing l
             JOIN public.site s ON ((s.id = l.site_id)))
             JOIN public.offer o_1 ON ((o_1.site_id = s.id)))
             LEFT JOIN public.premises p_1 ON ((p_1.id = o_1.premises_id)))
        UNION ALL
         SELECT COALESCE(p_1.id, s.id) AS "coalesce",
            s.id,
            NULL::uuid,
            p_1.id
           FROM ((public.site_listing l
             JOIN public.site s ON ((s.id = l.site_id)))
             LEFT JOIN public.premises p_1 ON ((p_1.site_id = s.id)))
          WHERE (NOT (EXISTS ( SELECT 1
                   FROM public.offer o_1
                  WHERE (o_1.site_id = s.id))))
        )
 SELECT part.option_id,
    part.site_id,
        CASE
            WHEN ((v.shelf = 'offered'::text) AND (o.tenure IS NOT NULL) AND (o.available_from IS NOT NULL) AND ((area.floor IS NOT NULL) OR ((v.kind = ANY (ARRAY['plot'::text, 'farmland'::text, 'railway_land'::text])) AND (v.land_area_m2 IS NOT NULL)))) THEN 0
            ELSE 1
        END AS shelf,
    (array_position(public.match_words('kind'::text), v.kind) - 1) AS kind,
    COALESCE(v.region_code, ''::text) AS region_code,
    COALESCE(v.department_code, ''::text) AS department_code,
        CASE
            WHEN (v.commune_id IS NULL) THEN ''::text
            ELSE COALESCE(v.epci_code, '-'::text)
        END AS epci_code,
    COALESCE(split_part(v.commune_id, ':'::text, 2), ''::text) AS commune_code,
    COALESCE(at.grid, 0) AS grid,
    COALESCE(at.x_m, 0) AS x_m,
    COALESCE(at.y_m, 0) AS y_m,
    (round(area.floor))::integer AS floor_area_m2,
        CASE
            WHEN (p.divisible_from_m2 < p.floor_area_m2) THEN (round(p.divisible_from_m2))::integer
            ELSE NULL::integer
        END AS floor_from_m2,
    (round(v.land_area_m2))::integer AS land_area_m2,
    COALESCE((array_position(public.match_words('tenure'::text), o.tenure) - 1), '-1'::integer) AS tenure,
        CASE
            WHEN (o.tenure IS DISTINCT FROM 'sale'::text) THEN ((o.rent_cents_per_year + o.charges_cents_per_year) + o.taxes_cents_per_year)
            ELSE NULL::bigint
        END AS cost_cents_per_year,
        CASE
            WHEN ((o.tenure IS NULL) OR (o.tenure = 'sale'::text)) THEN o.price_cents
            ELSE NULL::bigint
        END AS price_cents,
    (o.available_from - '1970-01-01'::date) AS available_from_day,
        CASE
            WHEN o.open_ended THEN 2932896
            ELSE (o.available_until - '1970-01-01'::date)
        END AS available_until_day,
    (facts.features_yes | (site_facts.features_yes & (~ facts.features_no))) AS features_yes,
    (facts.features_no | (site_facts.features_no & (~ facts.features_yes))) AS features_no,
    public.match_bits(v.constraint_facts, 'constraint'::text, true) AS constraints_yes,
    public.match_bits(v.constraint_facts, 'constraint'::text, false) AS constraints_no,
    (facts.uses_yes | (site_facts.uses_yes & (~ facts.uses_no))) AS uses_yes,
    (facts.uses_no | (site_facts.uses_no & (~ facts.uses_yes))) AS uses_no,
    COALESCE((array_position(public.match_words('condition'::text), COALESCE(p.condition, v.condition)) - 1), '-1'::integer) AS condition,
    COALESCE(o.works_cents_estimate, (
        CASE
            WHEN (COALESCE(p.condition, v.condition) = 'ready'::text) THEN 0
            ELSE NULL::integer
        END)::bigint) AS works_cents,
        CASE o.works_paid_by_owner
            WHEN true THEN 1
            WHEN false THEN 0
            ELSE '-1'::integer
        END AS works_paid_by_owner,
    v.walk_to_stop_m,
    (round(stop.departures_weekday))::integer AS stop_departures,
    ( SELECT COALESCE(bit_or((1 << (array_position(public.match_words('activity'::text), activity.activity) - 1))), 0) AS "coalesce"
           FROM unnest(o.activities_welcome) activity(activity)
          WHERE (o.activities_welcome IS NOT NULL)
         HAVING (o.activities_welcome IS NOT NULL)) AS activities,
        CASE
            WHEN (EXISTS ( SELECT 1
               FROM public.territory_label label
              WHERE (label.territory_id = v.commune_id))) THEN true
            ELSE NULL::boolean
        END AS priority_area
   FROM (((((((((part
     JOIN public.published_site v ON ((v.id = part.site_id)))
     LEFT JOIN public.offer o ON ((o.id = part.offer_id)))
     LEFT JOIN public.premises p ON ((p.id = part.premises_id)))
     LEFT JOIN LATERAL ( SELECT
                CASE
                    WHEN (count(p_1.floor_area_m2) = count(*)) THEN sum(p_1.floor_area_m2)
                    ELSE NULL::numeric
                END AS floor_area_m2,
            bit_or(public.match_bits(p_1.features, 'feature'::text, true)) AS features_yes,
            bit_and(public.match_bits(p_1.features, 'feature'::text, false)) AS features_no,
            bit_or(public.match_bits(p_1.uses, 'use'::text, true)) AS uses_yes,
            bit_and(public.match_bits(p_1.uses, 'use'::text, false)) AS uses_no
           FROM public.premises p_1
          WHERE (p_1.site_id = part.site_id)) whole ON ((part.premises_id IS NULL)))
     LEFT JOIN public.transit_stop stop ON ((stop.id = v.nearest_stop_id)))
     CROSS JOIN LATERAL ( SELECT COALESCE(p.floor_area_m2, whole.floor_area_m2) AS floor) area)
     CROSS JOIN LATERAL ( SELECT public.match_bits(v.feature_facts, 'feature'::text, true) AS features_yes,
            public.match_bits(v.feature_facts, 'feature'::text, false) AS features_no,
            public.match_bits(v.use_facts, 'use'::text, true) AS uses_yes,
            public.match_bits(v.use_facts, 'use'::text, false) AS uses_no) site_facts)
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN (p.id IS NULL) THEN COALESCE(whole.features_yes, 0)
                    ELSE public.match_bits(p.features, 'feature'::text, true)
                END AS features_yes,
                CASE
                    WHEN (p.id IS NULL) THEN COALESCE((whole.features_no & (~ whole.features_yes)), 0)
                    ELSE public.match_bits(p.features, 'feature'::text, false)
                END AS features_no,
                CASE
                    WHEN (p.id IS NULL) THEN COALESCE(whole.uses_yes, 0)
                    ELSE public.match_bits(p.uses, 'use'::text, true)
                END AS uses_yes,
                CASE
                    WHEN (p.id IS NULL) THEN COALESCE((whole.uses_no & (~ whole.uses_yes)), 0)
                    ELSE public.match_bits(p.uses, 'use'::text, false)
                END AS uses_no) facts)
     LEFT JOIN LATERAL ( SELECT v.grid,
            v.x_m,
            v.y_m
          WHERE (v.grid IS NOT NULL)
        UNION ALL
         SELECT g.grid,
            (round(public.st_x(g.at)))::integer AS round,
            (round(public.st_y(g.at)))::integer AS round
           FROM ( SELECT public.legal_grid(v.department_code) AS grid,
                    public.st_transform(v.point, public.legal_grid(v.department_code)) AS at) g
          WHERE ((v.grid IS NULL) AND (v.point IS NOT NULL))) at ON (true));

CREATE TABLE public.membership (
    organisation_id uuid NOT NULL,
    account_id uuid NOT NULL,
    role text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT membership_role_known CHECK ((role = ANY (ARRAY['reader'::text, 'reviewer'::text, 'editor'::text, 'administrator'::text])))
);

CREATE TABLE public.message (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    side text NOT NULL,
    account_id uuid,
    organisation_id uuid NOT NULL,
    role text NOT NULL,
    body text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT message_body_length CHECK (((length(body) >= 1) AND (length(body) <= 5000))),
    CONSTRAINT message_side_known CHECK ((side = ANY (ARRAY['applicant'::text, 'owner'::text])))
);

CREATE TABLE public.message_closing (
    application_id uuid NOT NULL,
    account_id uuid,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.message_file (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    message_id uuid,
    account_id uuid,
    title text,
    type text NOT NULL,
    bytes bigint NOT NULL,
    source_name text NOT NULL,
    state text NOT NULL,
    refusal text,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT message_file_bytes_positive CHECK ((bytes > 0)),
    CONSTRAINT message_file_refusal_known CHECK ((refusal = ANY (ARRAY['virus'::text, 'encrypted'::text, 'unreadable'::text, 'active_content'::text]))),
    CONSTRAINT message_file_refused_says_why CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
    CONSTRAINT message_file_state_known CHECK ((state = ANY (ARRAY['received'::text, 'ready'::text, 'refused'::text])))
);

CREATE TABLE public.message_reading (
    application_id uuid NOT NULL,
    account_id uuid NOT NULL,
    until uuid NOT NULL
);

CREATE TABLE public.network_link (
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    member_id uuid NOT NULL,
    state text NOT NULL,
    reason text,
    asked_at timestamp with time zone NOT NULL,
    asked_by uuid NOT NULL,
    answered_at timestamp with time zone,
    answered_by uuid,
    ended_at timestamp with time zone,
    ended_by uuid,
    ended_side text,
    CONSTRAINT network_link_dates_follow_state CHECK ((((state <> ALL (ARRAY['followed'::text, 'declined'::text])) OR (answered_at IS NOT NULL)) AND ((state = 'ended'::text) = (ended_at IS NOT NULL)) AND ((state = 'ended'::text) = (ended_side IS NOT NULL)))),
    CONSTRAINT network_link_side_known CHECK ((ended_side = ANY (ARRAY['network'::text, 'member'::text, 'service'::text]))),
    CONSTRAINT network_link_state_known CHECK ((state = ANY (ARRAY['asked'::text, 'followed'::text, 'declined'::text, 'ended'::text]))),
    CONSTRAINT network_link_two_bodies CHECK ((network_id <> member_id))
);

CREATE TABLE public.notice (
    id uuid NOT NULL,
    kind text NOT NULL,
    thing_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    facts jsonb NOT NULL,
    event_key text NOT NULL
);

CREATE TABLE public.notice_topic (
    notice_id uuid NOT NULL,
    about text NOT NULL,
    subject text NOT NULL
);

CREATE TABLE public.organisation (
    id uuid NOT NULL,
    name text NOT NULL,
    name_plain text GENERATED ALWAYS AS (public.plain_text(name)) STORED,
    kind text NOT NULL,
    owner_kind text,
    legal_form text,
    siret text,
    rna text,
    commune_id text,
    department_code text,
    point public.geometry(Point,4326),
    summary text,
    website text,
    origin text NOT NULL,
    demo boolean DEFAULT false NOT NULL,
    dataset_id text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    state text DEFAULT 'unclaimed'::text NOT NULL,
    second_factor_required boolean DEFAULT false NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    territory_id text,
    proof text,
    contact_email text,
    claimed_at timestamp with time zone,
    register_facts jsonb,
    verified_at timestamp with time zone,
    decided_at timestamp with time zone,
    decision_reason text,
    state_before_suspension text,
    claimed_by uuid,
    CONSTRAINT organisation_kind_known CHECK ((kind = ANY (ARRAY['public_owner'::text, 'ess'::text]))),
    CONSTRAINT organisation_legal_form_known CHECK ((legal_form = ANY (ARRAY['association'::text, 'scic'::text, 'scop'::text, 'cooperative'::text, 'mutual'::text, 'foundation'::text, 'ess_company'::text, 'other'::text]))),
    CONSTRAINT organisation_origin_known CHECK ((origin = ANY (ARRAY['register'::text, 'claimed'::text, 'demo'::text]))),
    CONSTRAINT organisation_owner_kind_known CHECK ((owner_kind = ANY (ARRAY['state'::text, 'region'::text, 'department'::text, 'epci'::text, 'commune'::text, 'sncf'::text, 'epf'::text, 'social_landlord'::text, 'other_public'::text]))),
    CONSTRAINT organisation_rna_form CHECK ((rna ~ '^W([0-9]{3}|9[A-Z][0-9])[0-9]{6}$'::text)),
    CONSTRAINT organisation_siret_form CHECK ((siret ~ '^[0-9]{14}$'::text)),
    CONSTRAINT organisation_state_before_known CHECK ((state_before_suspension = ANY (ARRAY['claimed'::text, 'verified'::text]))),
    CONSTRAINT organisation_state_known CHECK ((state = ANY (ARRAY['unclaimed'::text, 'claimed'::text, 'verified'::text, 'refused'::text, 'suspended'::text]))),
    CONSTRAINT organisation_territory_of_owner CHECK (((territory_id IS NULL) OR (owner_kind = split_part(territory_id, ':'::text, 1))))
);

CREATE TABLE public.organisation_evidence (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    kind text NOT NULL,
    reference text,
    department_ids text[] DEFAULT '{}'::text[] NOT NULL,
    starts_on date,
    ends_on date NOT NULL,
    state text NOT NULL,
    reason text,
    checked_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT organisation_evidence_eiti CHECK (((kind <> 'EITI'::text) OR (ends_on <= '2026-12-22'::date))),
    CONSTRAINT organisation_evidence_kind_known CHECK ((kind = ANY (ARRAY['EI'::text, 'AI'::text, 'ACI'::text, 'ETTI'::text, 'EITI'::text, 'GEIQ'::text, 'EA'::text, 'ESAT'::text, 'esus_of_right'::text, 'esus_approved'::text, 'ess_by_status'::text, 'ess_company'::text, 'other'::text]))),
    CONSTRAINT organisation_evidence_state_known CHECK ((state = ANY (ARRAY['declared'::text, 'checked'::text, 'refused'::text, 'withdrawn'::text]))),
    CONSTRAINT organisation_evidence_term CHECK (((starts_on IS NULL) OR (starts_on <= ends_on)))
);

CREATE TABLE public.organisation_status (
    organisation_id uuid NOT NULL,
    status text NOT NULL,
    dataset_id text,
    seen_on date,
    ends_on date,
    CONSTRAINT organisation_status_known CHECK ((status = ANY (ARRAY['EI'::text, 'AI'::text, 'ACI'::text, 'ETTI'::text, 'EITI'::text, 'GEIQ'::text, 'EA'::text, 'ESAT'::text, 'ESUS'::text])))
);

CREATE TABLE public.outgoing_mail (
    id uuid NOT NULL,
    event_key text NOT NULL,
    template text NOT NULL,
    language text NOT NULL,
    recipient text NOT NULL,
    account_id uuid,
    template_values jsonb NOT NULL,
    state text NOT NULL,
    attempts smallint DEFAULT 0 NOT NULL,
    claimed_at timestamp with time zone,
    last_error text,
    message_id text,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    bounced_at timestamp with time zone,
    bounce_reason text,
    CONSTRAINT outgoing_mail_bounce_explained CHECK (((state <> 'bounced'::text) OR ((bounced_at IS NOT NULL) AND (bounce_reason IS NOT NULL)))),
    CONSTRAINT outgoing_mail_event_key_length CHECK (((length(event_key) >= 1) AND (length(event_key) <= 200))),
    CONSTRAINT outgoing_mail_language_known CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
    CONSTRAINT outgoing_mail_recipient_one_line CHECK (((recipient !~ '[[:cntrl:]]'::text) AND (length(recipient) <= 254))),
    CONSTRAINT outgoing_mail_sent_dated CHECK (((state <> 'sent'::text) OR ((sent_at IS NOT NULL) AND (message_id IS NOT NULL)))),
    CONSTRAINT outgoing_mail_state_known CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'bounced'::text, 'cancelled'::text])))
);

CREATE TABLE public.project (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    state text NOT NULL,
    name text NOT NULL,
    activity text,
    stage text,
    public_summary text,
    public boolean DEFAULT false NOT NULL,
    need jsonb NOT NULL,
    jobs_planned integer,
    insertion_hours_planned integer,
    demo boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    private_note text,
    residents_served integer,
    closing_reason text,
    closing_note text,
    CONSTRAINT project_activity_known CHECK ((activity = ANY (ARRAY['repair'::text, 'reuse'::text, 'canteen'::text, 'food_processing'::text, 'market_gardening'::text, 'tiers_lieu'::text, 'coworking'::text, 'fablab'::text, 'bike_workshop'::text, 'solidarity_grocery'::text, 'laundry'::text, 'logistics'::text, 'culture'::text, 'training'::text, 'childcare'::text, 'health'::text, 'housing'::text, 'offices'::text, 'other'::text]))),
    CONSTRAINT project_closing_only_when_closed CHECK (((state = 'closed'::text) OR ((closing_reason IS NULL) AND (closing_note IS NULL)))),
    CONSTRAINT project_closing_reason_known CHECK ((closing_reason = ANY (ARRAY['place_found_elsewhere'::text, 'place_obtained_here'::text, 'funding_missing'::text, 'team_changed'::text, 'postponed'::text, 'other'::text]))),
    CONSTRAINT project_hours_not_negative CHECK ((insertion_hours_planned >= 0)),
    CONSTRAINT project_jobs_not_negative CHECK ((jobs_planned >= 0)),
    CONSTRAINT project_residents_not_negative CHECK ((residents_served >= 0)),
    CONSTRAINT project_stage_known CHECK ((stage = ANY (ARRAY['idea'::text, 'study'::text, 'funded'::text, 'ready'::text]))),
    CONSTRAINT project_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'matched'::text, 'closed'::text]))),
    CONSTRAINT project_version_positive CHECK ((version > 0))
);

CREATE TABLE public.project_history (
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    version integer NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    action text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    reason text,
    note text,
    changes jsonb DEFAULT '[]'::jsonb NOT NULL
);

CREATE TABLE public.project_match (
    project_id uuid NOT NULL,
    stale boolean DEFAULT true NOT NULL,
    listed boolean DEFAULT false NOT NULL,
    profile jsonb,
    totals jsonb,
    matched_at timestamp with time zone
);

CREATE VIEW public.published_site_statement AS
 SELECT l.site_id AS id,
    s.property_act,
    s.property_act_date,
    s.property_act_reference,
    s.contact_email,
        CASE
            WHEN (l.point_precision = 'exact'::text) THEN s.surroundings
            ELSE NULL::text
        END AS surroundings,
    s.run_by,
    s.activities_here,
    s.website
   FROM (public.site_listing l
     JOIN public.site s ON ((s.id = l.site_id)));

CREATE TABLE public.rate_limit (
    key character varying(255) NOT NULL,
    points integer NOT NULL,
    expire bigint
);

CREATE TABLE public.reach (
    project_id uuid NOT NULL,
    key text NOT NULL,
    kind smallint NOT NULL,
    floor_from_m2 integer NOT NULL,
    floor_to_m2 integer NOT NULL
);

CREATE TABLE public.recovery_code (
    hash text NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

CREATE TABLE public.review (
    call_id uuid NOT NULL,
    mode text NOT NULL,
    quorum integer NOT NULL,
    due_on date NOT NULL,
    started_at timestamp with time zone NOT NULL,
    revealed_at timestamp with time zone,
    reveal_reason text,
    minutes text,
    minutes_at timestamp with time zone,
    minutes_by uuid,
    CONSTRAINT review_minutes_whole CHECK (((minutes IS NULL) = (minutes_at IS NULL))),
    CONSTRAINT review_mode_known CHECK ((mode = ANY (ARRAY['simple'::text, 'full'::text]))),
    CONSTRAINT review_quorum_positive CHECK ((quorum > 0)),
    CONSTRAINT review_reason_when_revealed CHECK (((reveal_reason IS NULL) OR (revealed_at IS NOT NULL)))
);

CREATE TABLE public.review_note (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    account_id uuid,
    at timestamp with time zone NOT NULL,
    said text NOT NULL
);

CREATE TABLE public.review_reading (
    id uuid NOT NULL,
    reviewer_id uuid NOT NULL,
    application_id uuid NOT NULL,
    state text NOT NULL,
    reason text,
    scores jsonb DEFAULT '{}'::jsonb NOT NULL,
    declared_at timestamp with time zone,
    locked_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT review_reading_link_says_why CHECK (((state = 'conflict_declared'::text) <= (reason IS NOT NULL))),
    CONSTRAINT review_reading_locked_when CHECK (((state = ANY (ARRAY['locked'::text, 'revealed'::text])) = (locked_at IS NOT NULL))),
    CONSTRAINT review_reading_state_known CHECK ((state = ANY (ARRAY['assigned'::text, 'conflict_declared'::text, 'scoring'::text, 'locked'::text, 'revealed'::text])))
);

CREATE TABLE public.reviewer (
    id uuid NOT NULL,
    call_id uuid NOT NULL,
    account_id uuid,
    email text NOT NULL,
    email_key text GENERATED ALWAYS AS (lower(email)) STORED,
    function text NOT NULL,
    chair boolean NOT NULL,
    state text NOT NULL,
    reason text,
    invited_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    CONSTRAINT reviewer_accepted_is_somebody CHECK (((state <> 'accepted'::text) OR (account_id IS NOT NULL))),
    CONSTRAINT reviewer_email_one_line CHECK (((email !~ '[[:cntrl:]]'::text) AND (length(email) <= 254))),
    CONSTRAINT reviewer_state_known CHECK ((state = ANY (ARRAY['invited'::text, 'accepted'::text, 'declined'::text, 'removed'::text])))
);

CREATE TABLE public.schema_migration (
    id integer NOT NULL,
    "timestamp" bigint NOT NULL,
    name character varying NOT NULL
);

CREATE SEQUENCE public.schema_migration_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.schema_migration_id_seq OWNED BY public.schema_migration.id;

CREATE TABLE public.second_factor (
    account_id uuid NOT NULL,
    sealed_secret text,
    confirmed_at timestamp with time zone,
    last_step bigint DEFAULT 0 NOT NULL,
    next_sealed_secret text,
    next_started_at timestamp with time zone,
    CONSTRAINT second_factor_confirmed_has_secret CHECK (((sealed_secret IS NULL) = (confirmed_at IS NULL))),
    CONSTRAINT second_factor_next_dated CHECK (((next_sealed_secret IS NULL) = (next_started_at IS NULL)))
);

CREATE TABLE public.session (
    sid text NOT NULL,
    sess jsonb NOT NULL,
    expire timestamp with time zone NOT NULL
);

CREATE TABLE public.shortlist_choice (
    application_id uuid NOT NULL,
    choice text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT shortlist_choice_known CHECK ((choice = ANY (ARRAY['keep'::text, 'leave'::text])))
);

ALTER TABLE public.site_cell ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.site_cell_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.site_history (
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    reason text,
    account_id uuid,
    action text,
    version integer,
    note text,
    changes jsonb DEFAULT '[]'::jsonb NOT NULL
);

CREATE TABLE public.site_import (
    id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    account_id uuid,
    state text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    title text NOT NULL,
    file_name text,
    file_sha256 text NOT NULL,
    bytes bigint NOT NULL,
    form jsonb,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    refusal jsonb,
    totals jsonb,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    committed_at timestamp with time zone,
    finished_at timestamp with time zone,
    CONSTRAINT site_import_bytes_positive CHECK ((bytes > 0)),
    CONSTRAINT site_import_state_known CHECK ((state = ANY (ARRAY['reading'::text, 'to_check'::text, 'committing'::text, 'done'::text, 'undoing'::text, 'undone'::text, 'failed'::text, 'dropped'::text]))),
    CONSTRAINT site_import_version_positive CHECK ((version > 0))
);

CREATE TABLE public.site_import_mapping (
    organisation_id uuid NOT NULL,
    headings text NOT NULL,
    settings jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL
);

CREATE TABLE public.site_import_row (
    import_id uuid NOT NULL,
    line integer NOT NULL,
    cells jsonb NOT NULL,
    geometry jsonb,
    fixes jsonb DEFAULT '{}'::jsonb NOT NULL,
    outcome text,
    warned boolean DEFAULT false NOT NULL,
    source_key text,
    record jsonb,
    notes jsonb DEFAULT '[]'::jsonb NOT NULL,
    site_id uuid,
    before jsonb,
    done_at timestamp with time zone,
    CONSTRAINT site_import_row_outcome_known CHECK ((outcome = ANY (ARRAY['created'::text, 'updated'::text, 'unchanged'::text, 'refused'::text, 'merged'::text, 'not_concerned'::text])))
);

CREATE TABLE public.site_match (
    option_id uuid NOT NULL,
    site_id uuid NOT NULL,
    shelf smallint NOT NULL,
    kind smallint NOT NULL,
    region_code text NOT NULL,
    department_code text NOT NULL,
    epci_code text NOT NULL,
    commune_code text NOT NULL,
    grid integer NOT NULL,
    x_m integer NOT NULL,
    y_m integer NOT NULL,
    area_key text GENERATED ALWAYS AS (
CASE
    WHEN ((((''::text = region_code) OR (''::text = department_code)) OR (''::text = epci_code)) OR (''::text = commune_code)) THEN ''::text
    ELSE department_code
END) STORED NOT NULL,
    cell integer GENERATED ALWAYS AS (
CASE
    WHEN (grid = 0) THEN '-1'::integer
    ELSE ((((array_position(ARRAY[2154, 5490, 2972, 2975, 4471, 4467], grid) - 1) * 1000000) + ((x_m / 16000) * 1000)) + (y_m / 16000))
END) STORED NOT NULL,
    floor_area_m2 integer,
    floor_from_m2 integer,
    floor_low_m2 integer GENERATED ALWAYS AS (COALESCE(floor_from_m2, floor_area_m2, 0)) STORED NOT NULL,
    floor_high_m2 integer GENERATED ALWAYS AS (COALESCE(floor_area_m2, 2147483647)) STORED NOT NULL,
    land_area_m2 integer,
    tenure smallint NOT NULL,
    cost_cents_per_year bigint,
    price_cents bigint,
    available_from_day integer,
    available_until_day integer,
    features_yes integer NOT NULL,
    features_no integer NOT NULL,
    constraints_yes integer NOT NULL,
    constraints_no integer NOT NULL,
    uses_yes integer NOT NULL,
    uses_no integer NOT NULL,
    condition smallint NOT NULL,
    works_cents bigint,
    works_paid_by_owner smallint NOT NULL,
    walk_to_stop_m integer,
    stop_departures integer,
    activities integer,
    priority_area boolean,
    CONSTRAINT site_match_shelf_known CHECK ((shelf = ANY (ARRAY[0, 1])))
);

CREATE TABLE public.site_media (
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    organisation_id uuid,
    kind text NOT NULL,
    state text NOT NULL,
    refusal text,
    visibility text NOT NULL,
    "position" integer NOT NULL,
    type text NOT NULL,
    bytes bigint NOT NULL,
    title text,
    alt text,
    decorative boolean DEFAULT false NOT NULL,
    caption text,
    credit text,
    source_name text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    removed_at timestamp with time zone,
    purged_at timestamp with time zone,
    CONSTRAINT site_media_bytes_positive CHECK ((bytes >= 0)),
    CONSTRAINT site_media_decorative_has_no_alt CHECK (((NOT decorative) OR (alt IS NULL))),
    CONSTRAINT site_media_kind_known CHECK ((kind = ANY (ARRAY['photo'::text, 'document'::text]))),
    CONSTRAINT site_media_refusal_known CHECK ((refusal = ANY (ARRAY['virus'::text, 'unreadable'::text, 'encrypted'::text, 'active_content'::text]))),
    CONSTRAINT site_media_refused_says_why CHECK (((state = 'refused'::text) <= (refusal IS NOT NULL))),
    CONSTRAINT site_media_removed_when CHECK (((state = 'removed'::text) = (removed_at IS NOT NULL))),
    CONSTRAINT site_media_state_known CHECK ((state = ANY (ARRAY['received'::text, 'checked'::text, 'available'::text, 'refused'::text, 'removed'::text]))),
    CONSTRAINT site_media_visibility_known CHECK ((visibility = ANY (ARRAY['public'::text, 'private'::text])))
);

CREATE TABLE public.site_media_rendition (
    media_id uuid NOT NULL,
    format text NOT NULL,
    width_px integer NOT NULL,
    height_px integer NOT NULL,
    bytes bigint NOT NULL,
    name text NOT NULL,
    CONSTRAINT site_media_rendition_format_known CHECK ((format = ANY (ARRAY['webp'::text, 'jpeg'::text]))),
    CONSTRAINT site_media_rendition_height_positive CHECK ((height_px > 0)),
    CONSTRAINT site_media_rendition_width_positive CHECK ((width_px > 0))
);

CREATE TABLE public.site_merge (
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    merged_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    site_act uuid NOT NULL,
    merged_act uuid NOT NULL,
    carried jsonb NOT NULL,
    left_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone
);

CREATE TABLE public.site_proposal (
    id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    site_id uuid,
    proposed jsonb NOT NULL,
    source text NOT NULL,
    credit text,
    email text,
    account_id uuid,
    language text NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    decided_by uuid,
    reason text,
    act_id uuid,
    CONSTRAINT site_proposal_correction_of_a_site CHECK (((kind <> 'correction'::text) OR (site_id IS NOT NULL))),
    CONSTRAINT site_proposal_decided_when CHECK (((state = ANY (ARRAY['accepted'::text, 'refused'::text])) = (decided_at IS NOT NULL))),
    CONSTRAINT site_proposal_email_one_line CHECK (((email !~ '[[:cntrl:]]'::text) AND (length(email) <= 254))),
    CONSTRAINT site_proposal_kind_known CHECK ((kind = ANY (ARRAY['correction'::text, 'place'::text]))),
    CONSTRAINT site_proposal_language_known CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
    CONSTRAINT site_proposal_refused_says_why CHECK (((state <> 'refused'::text) OR (reason IS NOT NULL))),
    CONSTRAINT site_proposal_state_known CHECK ((state = ANY (ARRAY['unconfirmed'::text, 'received'::text, 'accepted'::text, 'refused'::text])))
);

CREATE TABLE public.site_provenance (
    site_id uuid NOT NULL,
    field text NOT NULL,
    source_id uuid NOT NULL,
    source_date date
);

CREATE TABLE public.site_role (
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    role text NOT NULL,
    until date,
    proof_text text,
    proof_reference text,
    proof_date date,
    state text NOT NULL,
    reason text,
    version integer DEFAULT 1 NOT NULL,
    declared_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT site_role_manages_until CHECK (((role <> 'manages'::text) OR (until IS NOT NULL))),
    CONSTRAINT site_role_proved CHECK (((role = 'signals'::text) OR (state = ANY (ARRAY['refused'::text, 'ended'::text])) OR ((proof_text IS NOT NULL) AND (proof_date IS NOT NULL)))),
    CONSTRAINT site_role_role_known CHECK ((role = ANY (ARRAY['owns'::text, 'manages'::text, 'lists'::text, 'signals'::text]))),
    CONSTRAINT site_role_state_known CHECK ((state = ANY (ARRAY['declared'::text, 'checked'::text, 'refused'::text, 'ended'::text]))),
    CONSTRAINT site_role_until_of_deed CHECK (((role = ANY (ARRAY['manages'::text, 'lists'::text])) OR (until IS NULL)))
);

CREATE TABLE public.site_role_history (
    id uuid NOT NULL,
    site_role_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    account_id uuid,
    action text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    reason text,
    declared jsonb
);

CREATE TABLE public.site_source (
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    dataset_id text NOT NULL,
    source_key text NOT NULL,
    source_date date,
    "values" jsonb NOT NULL,
    notes jsonb DEFAULT '[]'::jsonb NOT NULL,
    content_hash text NOT NULL,
    import_run_id uuid,
    first_seen_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL
);

CREATE TABLE public.standing_answer (
    id uuid NOT NULL,
    site_id uuid NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    account_id uuid,
    network_key text,
    photo_id uuid,
    set_aside_reason text,
    set_aside_at timestamp with time zone,
    CONSTRAINT standing_answer_known CHECK ((answer = ANY (ARRAY['standing'::text, 'lived_in'::text, 'demolished'::text, 'never_built'::text]))),
    CONSTRAINT standing_answer_set_aside_says_why CHECK (((set_aside_at IS NULL) = (set_aside_reason IS NULL)))
);

CREATE TABLE public.standing_statement (
    site_id uuid NOT NULL,
    says text NOT NULL,
    note text,
    stated_at timestamp with time zone NOT NULL,
    organisation_id uuid NOT NULL,
    account_id uuid NOT NULL,
    CONSTRAINT standing_statement_known CHECK ((says = ANY (ARRAY['standing'::text, 'lived_in'::text, 'demolished'::text, 'never_built'::text])))
);

CREATE TABLE public.stored_file (
    name text NOT NULL,
    bytes bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    unused_since timestamp with time zone,
    CONSTRAINT stored_file_bytes_positive CHECK ((bytes > 0)),
    CONSTRAINT stored_file_name_is_hash CHECK ((name ~ '^[0-9a-f]{64}$'::text))
);

CREATE TABLE public.stored_match (
    project_id uuid NOT NULL,
    option_id uuid NOT NULL,
    site_id uuid NOT NULL,
    place integer NOT NULL,
    method_version text NOT NULL,
    matched_at timestamp with time zone NOT NULL,
    need json NOT NULL,
    option json NOT NULL,
    result json NOT NULL
);

CREATE TABLE public.subscriber (
    id uuid NOT NULL,
    email text NOT NULL,
    email_key text GENERATED ALWAYS AS (lower(email)) STORED,
    language text NOT NULL,
    account_id uuid,
    created_at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    CONSTRAINT subscriber_email_one_line CHECK (((email !~ '[[:cntrl:]]'::text) AND (length(email) <= 254))),
    CONSTRAINT subscriber_language_known CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
);

CREATE TABLE public.subscription (
    id uuid NOT NULL,
    subscriber_id uuid NOT NULL,
    about text NOT NULL,
    subject text NOT NULL,
    frequency text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    active_since timestamp with time zone,
    digested_at timestamp with time zone,
    moved_from text,
    CONSTRAINT subscription_about_known CHECK ((about = ANY (ARRAY['place'::text, 'project'::text, 'call'::text, 'organisation'::text, 'commune'::text, 'search'::text]))),
    CONSTRAINT subscription_frequency_known CHECK ((frequency = ANY (ARRAY['at_once'::text, 'daily'::text, 'weekly'::text]))),
    CONSTRAINT subscription_moved_from_length CHECK (((octet_length(moved_from) >= 1) AND (octet_length(moved_from) <= 1000))),
    CONSTRAINT subscription_subject_length CHECK (((octet_length(subject) >= 1) AND (octet_length(subject) <= 1000)))
);

CREATE TABLE public.territory (
    id text NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_plain text GENERATED ALWAYS AS (public.plain_text(name)) STORED,
    region_code text,
    department_code text,
    epci_code text,
    postal_codes text[] DEFAULT '{}'::text[] NOT NULL,
    population integer,
    area_ha numeric,
    point public.geometry(Point,4326),
    point_dataset_id text,
    contour public.geometry(MultiPolygon,4326),
    contour_dataset_id text,
    CONSTRAINT territory_id_form CHECK ((id = ((kind || ':'::text) || code))),
    CONSTRAINT territory_kind_known CHECK ((kind = ANY (ARRAY['region'::text, 'department'::text, 'epci'::text, 'commune'::text])))
);

CREATE TABLE public.told (
    subscription_id uuid NOT NULL,
    event_id uuid NOT NULL,
    told_at timestamp with time zone NOT NULL
);

CREATE TABLE public.undeliverable_address (
    address text NOT NULL,
    since timestamp with time zone NOT NULL,
    reason text NOT NULL,
    mail_id uuid NOT NULL,
    CONSTRAINT undeliverable_address_lower CHECK ((address = lower(address)))
);

ALTER TABLE ONLY public.schema_migration ALTER COLUMN id SET DEFAULT nextval('public.schema_migration_id_seq'::regclass);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT "PK_0edff5015b71cc0389ae0f4b9a1" PRIMARY KEY (id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_email_unique UNIQUE (email_key);

ALTER TABLE ONLY public.account_identity
    ADD CONSTRAINT account_identity_one_per_issuer UNIQUE (account_id, issuer);

ALTER TABLE ONLY public.account_identity
    ADD CONSTRAINT account_identity_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_identity
    ADD CONSTRAINT account_identity_subject_unique UNIQUE (issuer, subject);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_token
    ADD CONSTRAINT account_token_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY public.agreement_comment
    ADD CONSTRAINT agreement_comment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.agreement_condition_met
    ADD CONSTRAINT agreement_condition_met_pkey PRIMARY KEY (agreement_id, condition_id);

ALTER TABLE ONLY public.agreement_history
    ADD CONSTRAINT agreement_history_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_renewed_once UNIQUE (renews_id);

ALTER TABLE ONLY public.agreement_report
    ADD CONSTRAINT agreement_report_pkey PRIMARY KEY (agreement_id, year);

ALTER TABLE ONLY public.agreement_told
    ADD CONSTRAINT agreement_told_pkey PRIMARY KEY (agreement_id, what, day);

ALTER TABLE ONLY public.application_correction
    ADD CONSTRAINT application_correction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.application_file
    ADD CONSTRAINT application_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.application_filing
    ADD CONSTRAINT application_filing_once UNIQUE (application_id, sequence);

ALTER TABLE ONLY public.application_filing
    ADD CONSTRAINT application_filing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.application_history
    ADD CONSTRAINT application_history_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.application
    ADD CONSTRAINT application_number_unique UNIQUE (number);

ALTER TABLE ONLY public.application_partner
    ADD CONSTRAINT application_partner_pkey PRIMARY KEY (application_id, organisation_id);

ALTER TABLE ONLY public.application
    ADD CONSTRAINT application_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.award_amendment
    ADD CONSTRAINT award_amendment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.award_line
    ADD CONSTRAINT award_line_once UNIQUE NULLS NOT DISTINCT (call_id, site_id, application_id);

ALTER TABLE ONLY public.award_line
    ADD CONSTRAINT award_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_pkey PRIMARY KEY (call_id);

ALTER TABLE ONLY public.call_extension
    ADD CONSTRAINT call_extension_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_history
    ADD CONSTRAINT call_history_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_lot
    ADD CONSTRAINT call_lot_pkey PRIMARY KEY (call_id, site_id);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_question
    ADD CONSTRAINT call_question_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_visit_booking
    ADD CONSTRAINT call_visit_booking_pkey PRIMARY KEY (visit_id, account_id);

ALTER TABLE ONLY public.call_visit
    ADD CONSTRAINT call_visit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dataset
    ADD CONSTRAINT dataset_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.decision_letter
    ADD CONSTRAINT decision_letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.favourite
    ADD CONSTRAINT favourite_pkey PRIMARY KEY (account_id, site_id);

ALTER TABLE ONLY public.former_commune
    ADD CONSTRAINT former_commune_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.import_run
    ADD CONSTRAINT import_run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inbox_notice
    ADD CONSTRAINT inbox_notice_once UNIQUE (account_id, dedupe_key);

ALTER TABLE ONLY public.inbox_notice
    ADD CONSTRAINT inbox_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.inbox_setting
    ADD CONSTRAINT inbox_setting_pkey PRIMARY KEY (account_id, kind);

ALTER TABLE ONLY public.instruction_act
    ADD CONSTRAINT instruction_act_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.instruction_assignment
    ADD CONSTRAINT instruction_assignment_pkey PRIMARY KEY (application_id, account_id);

ALTER TABLE ONLY public.instruction_check
    ADD CONSTRAINT instruction_check_pkey PRIMARY KEY (application_id, criterion);

ALTER TABLE ONLY public.instruction_criterion
    ADD CONSTRAINT instruction_criterion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.instruction_label
    ADD CONSTRAINT instruction_label_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.instruction_labelled
    ADD CONSTRAINT instruction_labelled_pkey PRIMARY KEY (application_id, label_id);

ALTER TABLE ONLY public.instruction_note
    ADD CONSTRAINT instruction_note_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.instruction_opinion
    ADD CONSTRAINT instruction_opinion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.instruction_opinion
    ADD CONSTRAINT instruction_opinion_token UNIQUE (token_hash);

ALTER TABLE ONLY public.instruction_reading
    ADD CONSTRAINT instruction_reading_pkey PRIMARY KEY (application_id, account_id);

ALTER TABLE ONLY public.instruction_view
    ADD CONSTRAINT instruction_view_named_once UNIQUE (organisation_id, account_id, name);

ALTER TABLE ONLY public.instruction_view
    ADD CONSTRAINT instruction_view_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.interest
    ADD CONSTRAINT interest_application_once UNIQUE (application_id);

ALTER TABLE ONLY public.interest_history
    ADD CONSTRAINT interest_history_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.interest
    ADD CONSTRAINT interest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.interest_rival
    ADD CONSTRAINT interest_rival_once UNIQUE (interest_id, organisation_id);

ALTER TABLE ONLY public.interest_rival
    ADD CONSTRAINT interest_rival_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_token_unique UNIQUE (token_hash);

ALTER TABLE ONLY public.join_request
    ADD CONSTRAINT join_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.journal_act
    ADD CONSTRAINT journal_act_hash_unique UNIQUE (hash);

ALTER TABLE ONLY public.journal_act
    ADD CONSTRAINT journal_act_pk PRIMARY KEY (seq);

ALTER TABLE ONLY public.journal_act
    ADD CONSTRAINT journal_act_previous_unique UNIQUE (previous_hash);

ALTER TABLE ONLY public.journal_head
    ADD CONSTRAINT journal_head_pk PRIMARY KEY (id);

ALTER TABLE ONLY public.knock_letter
    ADD CONSTRAINT knock_letter_code_unique UNIQUE (code_hash);

ALTER TABLE ONLY public.knock_letter
    ADD CONSTRAINT knock_letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.knock_party
    ADD CONSTRAINT knock_party_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.known_facts
    ADD CONSTRAINT known_facts_pkey PRIMARY KEY (about, thing_id);

ALTER TABLE ONLY public.legal_answer
    ADD CONSTRAINT legal_answer_pkey PRIMARY KEY (procedure_id, version);

ALTER TABLE ONLY public.legal_notice_extension
    ADD CONSTRAINT legal_notice_extension_pkey PRIMARY KEY (notice_id, from_closes_at);

ALTER TABLE ONLY public.legal_notice
    ADD CONSTRAINT legal_notice_once UNIQUE (procedure_id, kind);

ALTER TABLE ONLY public.legal_notice
    ADD CONSTRAINT legal_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.legal_procedure
    ADD CONSTRAINT legal_procedure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.legal_proof
    ADD CONSTRAINT legal_proof_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.legal_rule_correction
    ADD CONSTRAINT legal_rule_correction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.legal_step
    ADD CONSTRAINT legal_step_pkey PRIMARY KEY (procedure_id, step);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (organisation_id, account_id);

ALTER TABLE ONLY public.message_closing
    ADD CONSTRAINT message_closing_pkey PRIMARY KEY (application_id);

ALTER TABLE ONLY public.message_file
    ADD CONSTRAINT message_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.message_reading
    ADD CONSTRAINT message_reading_pkey PRIMARY KEY (application_id, account_id);

ALTER TABLE ONLY public.network_link
    ADD CONSTRAINT network_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_event_key_unique UNIQUE (event_key);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notice_topic
    ADD CONSTRAINT notice_topic_pkey PRIMARY KEY (about, subject, notice_id);

ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisation_evidence
    ADD CONSTRAINT organisation_evidence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisation_status
    ADD CONSTRAINT organisation_status_pkey PRIMARY KEY (organisation_id, status);

ALTER TABLE ONLY public.outgoing_mail
    ADD CONSTRAINT outgoing_mail_event_key_unique UNIQUE (event_key);

ALTER TABLE ONLY public.outgoing_mail
    ADD CONSTRAINT outgoing_mail_message_id_unique UNIQUE (message_id);

ALTER TABLE ONLY public.outgoing_mail
    ADD CONSTRAINT outgoing_mail_pk PRIMARY KEY (id);

ALTER TABLE ONLY public.premises
    ADD CONSTRAINT premises_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.project_history
    ADD CONSTRAINT project_history_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.project_match
    ADD CONSTRAINT project_match_pkey PRIMARY KEY (project_id);

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rate_limit
    ADD CONSTRAINT rate_limit_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY public.review_note
    ADD CONSTRAINT review_note_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.review
    ADD CONSTRAINT review_pkey PRIMARY KEY (call_id);

ALTER TABLE ONLY public.review_reading
    ADD CONSTRAINT review_reading_once UNIQUE (reviewer_id, application_id);

ALTER TABLE ONLY public.review_reading
    ADD CONSTRAINT review_reading_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.reviewer
    ADD CONSTRAINT reviewer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (sid);

ALTER TABLE ONLY public.shortlist_choice
    ADD CONSTRAINT shortlist_choice_pkey PRIMARY KEY (application_id);

ALTER TABLE ONLY public.site_cell
    ADD CONSTRAINT site_cell_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.site_history
    ADD CONSTRAINT site_history_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.site_import_mapping
    ADD CONSTRAINT site_import_mapping_pkey PRIMARY KEY (organisation_id, headings);

ALTER TABLE ONLY public.site_import
    ADD CONSTRAINT site_import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.site_import_row
    ADD CONSTRAINT site_import_row_pkey PRIMARY KEY (import_id, line);

ALTER TABLE ONLY public.site_listing
    ADD CONSTRAINT site_listing_pkey PRIMARY KEY (site_id);

ALTER TABLE ONLY public.site_match
    ADD CONSTRAINT site_match_pkey PRIMARY KEY (option_id);

ALTER TABLE ONLY public.site_media
    ADD CONSTRAINT site_media_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.site_media_rendition
    ADD CONSTRAINT site_media_rendition_pkey PRIMARY KEY (media_id, format, width_px);

ALTER TABLE ONLY public.site_merge
    ADD CONSTRAINT site_merge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.site_proposal
    ADD CONSTRAINT site_proposal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.site_provenance
    ADD CONSTRAINT site_provenance_pkey PRIMARY KEY (site_id, field);

ALTER TABLE ONLY public.site_role_history
    ADD CONSTRAINT site_role_history_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.site_role
    ADD CONSTRAINT site_role_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.site_source
    ADD CONSTRAINT site_source_key_once UNIQUE (dataset_id, source_key);

ALTER TABLE ONLY public.site_source
    ADD CONSTRAINT site_source_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.standing_answer
    ADD CONSTRAINT standing_answer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.standing_statement
    ADD CONSTRAINT standing_statement_pkey PRIMARY KEY (site_id);

ALTER TABLE ONLY public.stored_file
    ADD CONSTRAINT stored_file_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.stored_match
    ADD CONSTRAINT stored_match_pkey PRIMARY KEY (project_id, option_id);

ALTER TABLE ONLY public.subscriber
    ADD CONSTRAINT subscriber_email_unique UNIQUE (email_key);

ALTER TABLE ONLY public.subscriber
    ADD CONSTRAINT subscriber_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT subscription_once UNIQUE (subscriber_id, about, subject);

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT subscription_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.territory_label
    ADD CONSTRAINT territory_label_pkey PRIMARY KEY (territory_id, label);

ALTER TABLE ONLY public.territory
    ADD CONSTRAINT territory_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.told
    ADD CONSTRAINT told_pkey PRIMARY KEY (subscription_id, event_id);

ALTER TABLE ONLY public.transit_stop
    ADD CONSTRAINT transit_stop_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.undeliverable_address
    ADD CONSTRAINT undeliverable_address_pk PRIMARY KEY (address);

CREATE INDEX account_token_account ON public.account_token USING btree (account_id, purpose);

CREATE INDEX agreement_application ON public.agreement USING btree (application_id);

CREATE INDEX agreement_comment_agreement ON public.agreement_comment USING btree (agreement_id, id);

CREATE INDEX agreement_ending ON public.agreement USING btree (ends_on) WHERE (state = 'signed'::text);

CREATE INDEX agreement_history_latest ON public.agreement_history USING btree (agreement_id, id);

CREATE INDEX agreement_occupant ON public.agreement USING btree (occupant_organisation_id, id);

CREATE INDEX agreement_owner ON public.agreement USING btree (owner_organisation_id, id);

CREATE INDEX agreement_site ON public.agreement USING btree (site_id);

CREATE INDEX application_call ON public.application USING btree (call_id, state) WHERE (call_id IS NOT NULL);

CREATE INDEX application_correction_application ON public.application_correction USING btree (application_id, id);

CREATE INDEX application_correction_due ON public.application_correction USING btree (due_at) WHERE (closed_at IS NULL);

CREATE UNIQUE INDEX application_correction_one_open ON public.application_correction USING btree (application_id) WHERE (closed_at IS NULL);

CREATE INDEX application_file_application ON public.application_file USING btree (application_id, id);

CREATE INDEX application_file_source ON public.application_file USING btree (source_name);

CREATE INDEX application_file_waiting ON public.application_file USING btree (created_at) WHERE (state = 'received'::text);

CREATE INDEX application_history_latest ON public.application_history USING btree (application_id, id);

CREATE INDEX application_organisation ON public.application USING btree (organisation_id, id);

CREATE INDEX application_partner_organisation ON public.application_partner USING btree (organisation_id, state);

CREATE INDEX application_project ON public.application USING btree (project_id) WHERE (project_id IS NOT NULL);

CREATE INDEX application_site ON public.application USING btree (site_id, state) WHERE (site_id IS NOT NULL);

CREATE INDEX award_amendment_call ON public.award_amendment USING btree (call_id, id);

CREATE INDEX award_line_application ON public.award_line USING btree (application_id);

CREATE UNIQUE INDEX award_line_one_selected ON public.award_line USING btree (call_id, site_id) NULLS NOT DISTINCT WHERE (outcome = 'selected'::text);

CREATE INDEX award_line_site ON public.award_line USING btree (site_id) WHERE (site_id IS NOT NULL);

CREATE UNIQUE INDEX award_line_waiting ON public.award_line USING btree (call_id, site_id, waiting_rank) NULLS NOT DISTINCT WHERE (outcome = 'waiting_list'::text);

CREATE INDEX call_extension_call ON public.call_extension USING btree (call_id, id);

CREATE INDEX call_history_latest ON public.call_history USING btree (call_id, id);

CREATE INDEX call_lot_site ON public.call_lot USING btree (site_id);

CREATE INDEX call_organisation ON public.call USING btree (organisation_id, id);

CREATE INDEX call_published ON public.call USING btree (closes_at, id) WHERE (published_at IS NOT NULL);

CREATE INDEX call_question_call ON public.call_question USING btree (call_id, id);

CREATE INDEX call_visit_booking_account ON public.call_visit_booking USING btree (account_id);

CREATE INDEX call_visit_call ON public.call_visit USING btree (call_id, starts_at);

CREATE INDEX call_visit_starts ON public.call_visit USING btree (starts_at) WHERE (cancelled_at IS NULL);

CREATE INDEX decision_letter_application ON public.decision_letter USING btree (application_id, id);

CREATE INDEX favourite_from_site ON public.favourite USING btree (from_site_id) WHERE (from_site_id IS NOT NULL);

CREATE INDEX favourite_site ON public.favourite USING btree (site_id);

CREATE INDEX inbox_notice_at ON public.inbox_notice USING btree (at);

CREATE INDEX inbox_notice_list ON public.inbox_notice USING btree (account_id, id) WHERE shown;

CREATE INDEX inbox_notice_mailed ON public.inbox_notice USING btree (account_id, mailed_at) WHERE (mailed_at IS NOT NULL);

CREATE INDEX inbox_notice_to_mail ON public.inbox_notice USING btree (account_id, id) WHERE (mail = 'waiting'::text);

CREATE INDEX inbox_notice_unread ON public.inbox_notice USING btree (account_id) WHERE (shown AND (read_at IS NULL));

CREATE INDEX instruction_act_latest ON public.instruction_act USING btree (application_id, id);

CREATE INDEX instruction_assignment_account ON public.instruction_assignment USING btree (account_id);

CREATE INDEX instruction_criterion_application ON public.instruction_criterion USING btree (application_id, id) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX instruction_label_named_once ON public.instruction_label USING btree (organisation_id, lower(name)) WHERE (removed_at IS NULL);

CREATE INDEX instruction_labelled_label ON public.instruction_labelled USING btree (label_id);

CREATE INDEX instruction_note_application ON public.instruction_note USING btree (application_id, id);

CREATE INDEX instruction_opinion_application ON public.instruction_opinion USING btree (application_id, id);

CREATE INDEX instruction_opinion_waiting ON public.instruction_opinion USING btree (due_at) WHERE ((state = 'asked'::text) AND (reminded_at IS NULL));

CREATE INDEX instruction_reading_account ON public.instruction_reading USING btree (account_id);

CREATE INDEX instruction_view_account ON public.instruction_view USING btree (account_id);

CREATE INDEX interest_history_latest ON public.interest_history USING btree (interest_id, id);

CREATE UNIQUE INDEX interest_one_window ON public.interest USING btree (site_id) WHERE (state = 'publicity_open'::text);

CREATE INDEX interest_owner ON public.interest USING btree (owner_id, received_at, id);

CREATE INDEX interest_silent ON public.interest USING btree (received_at) WHERE ((state = 'received'::text) AND silence_counts AND (silence_told_at IS NULL));

CREATE INDEX interest_site ON public.interest USING btree (site_id, state);

CREATE INDEX invitation_address ON public.invitation USING btree (email_key);

CREATE UNIQUE INDEX invitation_one_pending ON public.invitation USING btree (organisation_id, email_key) WHERE (state = 'pending'::text);

CREATE INDEX invitation_organisation ON public.invitation USING btree (organisation_id, id DESC);

CREATE INDEX join_request_account ON public.join_request USING btree (account_id, id DESC);

CREATE UNIQUE INDEX join_request_one_pending ON public.join_request USING btree (organisation_id, account_id) WHERE (state = 'pending'::text);

CREATE INDEX join_request_organisation ON public.join_request USING btree (organisation_id, id DESC);

CREATE INDEX journal_act_action ON public.journal_act USING btree (action, seq);

CREATE INDEX journal_act_actor ON public.journal_act USING btree (actor_id, seq);

CREATE INDEX journal_act_organisation ON public.journal_act USING btree (organisation_id, seq);

CREATE INDEX journal_act_thing ON public.journal_act USING btree (thing_kind, thing_id, seq);

CREATE INDEX knock_letter_site ON public.knock_letter USING btree (site_id, written_at);

CREATE INDEX knock_letter_stopped ON public.knock_letter USING btree (address_hash) WHERE (state = 'stopped'::text);

CREATE UNIQUE INDEX knock_party_once ON public.knock_party USING btree (site_id, organisation_id) WHERE (left_at IS NULL);

CREATE INDEX knock_party_organisation ON public.knock_party USING btree (organisation_id);

CREATE INDEX legal_notice_latest ON public.legal_notice USING btree (published_at, id);

CREATE INDEX legal_notice_sites ON public.legal_notice USING gin (site_ids);

CREATE UNIQUE INDEX legal_procedure_application ON public.legal_procedure USING btree (application_id) WHERE (application_id IS NOT NULL);

CREATE UNIQUE INDEX legal_procedure_call ON public.legal_procedure USING btree (call_id) WHERE (call_id IS NOT NULL);

CREATE INDEX legal_proof_procedure ON public.legal_proof USING btree (procedure_id, id);

CREATE INDEX legal_proof_source ON public.legal_proof USING btree (source_name);

CREATE INDEX legal_proof_waiting ON public.legal_proof USING btree (created_at) WHERE (state = 'received'::text);

CREATE INDEX legal_rule_correction_key ON public.legal_rule_correction USING btree (rule_key, id);

CREATE INDEX membership_account ON public.membership USING btree (account_id);

CREATE INDEX message_file_application ON public.message_file USING btree (application_id, id);

CREATE INDEX message_file_message ON public.message_file USING btree (message_id) WHERE (message_id IS NOT NULL);

CREATE INDEX message_file_source ON public.message_file USING btree (source_name);

CREATE INDEX message_file_waiting ON public.message_file USING btree (created_at) WHERE ((state = 'received'::text) OR (message_id IS NULL));

CREATE INDEX message_reading_account ON public.message_reading USING btree (account_id);

CREATE INDEX message_thread ON public.message USING btree (application_id, id);

CREATE INDEX network_link_member ON public.network_link USING btree (member_id, id DESC);

CREATE INDEX network_link_network ON public.network_link USING btree (network_id, id DESC);

CREATE UNIQUE INDEX network_link_one_open ON public.network_link USING btree (network_id, member_id) WHERE (state = ANY (ARRAY['asked'::text, 'followed'::text]));

CREATE INDEX notice_at ON public.notice USING btree (at);

CREATE INDEX notice_topic_notice ON public.notice_topic USING btree (notice_id);

CREATE INDEX offer_site ON public.offer USING btree (site_id, "position");

CREATE INDEX organisation_by_name ON public.organisation USING btree (name_plain, id);

CREATE INDEX organisation_claimer ON public.organisation USING btree (claimed_by) WHERE (claimed_by IS NOT NULL);

CREATE INDEX organisation_evidence_ending ON public.organisation_evidence USING btree (ends_on) WHERE (state = ANY (ARRAY['declared'::text, 'checked'::text]));

CREATE UNIQUE INDEX organisation_evidence_once ON public.organisation_evidence USING btree (organisation_id, kind, COALESCE(reference, ''::text), department_ids, ends_on) WHERE (state = ANY (ARRAY['declared'::text, 'checked'::text]));

CREATE INDEX organisation_evidence_organisation ON public.organisation_evidence USING btree (organisation_id, ends_on);

CREATE INDEX organisation_evidence_waiting ON public.organisation_evidence USING btree (created_at, id) WHERE (state = 'declared'::text);

CREATE INDEX organisation_name ON public.organisation USING gin (name_plain public.gin_trgm_ops);

CREATE UNIQUE INDEX organisation_rna ON public.organisation USING btree (rna) WHERE (rna IS NOT NULL);

CREATE UNIQUE INDEX organisation_siret ON public.organisation USING btree (siret) WHERE (siret IS NOT NULL);

CREATE UNIQUE INDEX organisation_territory ON public.organisation USING btree (territory_id) WHERE (territory_id IS NOT NULL);

CREATE INDEX organisation_waiting ON public.organisation USING btree (state, claimed_at, id);

CREATE INDEX outgoing_mail_account ON public.outgoing_mail USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX outgoing_mail_created ON public.outgoing_mail USING btree (created_at);

CREATE INDEX outgoing_mail_watched ON public.outgoing_mail USING btree (state, created_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text, 'failed'::text]));

CREATE INDEX premises_site ON public.premises USING btree (site_id, "position");

CREATE INDEX project_history_account ON public.project_history USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX project_history_project ON public.project_history USING btree (project_id, id);

CREATE INDEX project_match_stale ON public.project_match USING btree (project_id) WHERE stale;

CREATE INDEX project_organisation ON public.project USING btree (organisation_id);

CREATE INDEX project_state ON public.project USING btree (state);

CREATE INDEX reach_key ON public.reach USING btree (key, kind, floor_from_m2) INCLUDE (floor_to_m2, project_id);

CREATE INDEX reach_project ON public.reach USING btree (project_id);

CREATE INDEX recovery_code_account ON public.recovery_code USING btree (account_id);

CREATE INDEX review_note_application ON public.review_note USING btree (application_id, id);

CREATE INDEX review_reading_application ON public.review_reading USING btree (application_id);

CREATE INDEX reviewer_account ON public.reviewer USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX reviewer_email ON public.reviewer USING btree (email_key) WHERE (state = 'invited'::text);

CREATE UNIQUE INDEX reviewer_once ON public.reviewer USING btree (call_id, email_key) WHERE (state = ANY (ARRAY['invited'::text, 'accepted'::text]));

CREATE UNIQUE INDEX reviewer_one_chair ON public.reviewer USING btree (call_id) WHERE (chair AND (state = ANY (ARRAY['invited'::text, 'accepted'::text])));

CREATE INDEX session_account ON public.session USING btree (((sess ->> 'accountId'::text))) WHERE (sess ? 'accountId'::text);

CREATE INDEX session_expire ON public.session USING btree (expire);

CREATE INDEX site_cell_place ON public.site_cell USING btree (gx, gy, shelf) INCLUDE (places, x_m, y_m);

CREATE INDEX site_commune ON public.site USING btree (commune_id);

CREATE INDEX site_department ON public.site USING btree (department_code, state, kind);

CREATE INDEX site_history_latest ON public.site_history USING btree (site_id, id);

CREATE INDEX site_history_site ON public.site_history USING btree (site_id, at);

CREATE INDEX site_import_organisation ON public.site_import USING btree (organisation_id, id);

CREATE INDEX site_import_row_key ON public.site_import_row USING btree (import_id, source_key);

CREATE INDEX site_import_row_site ON public.site_import_row USING btree (site_id) WHERE (site_id IS NOT NULL);

CREATE INDEX site_inventory_id ON public.site USING btree (inventory_id) WHERE (inventory_id IS NOT NULL);

CREATE INDEX site_keeper ON public.site USING btree (COALESCE(keeper_organisation_id, owner_organisation_id), id);

CREATE INDEX site_listing_commune ON public.site_listing USING btree (commune_id);

CREATE INDEX site_listing_department ON public.site_listing USING btree (department_code, shelf, kind);

CREATE INDEX site_listing_name ON public.site_listing USING gin (name_plain public.gin_trgm_ops);

CREATE INDEX site_listing_order ON public.site_listing USING btree (shelf_rank, newest_first, site_id);

CREATE INDEX site_listing_point ON public.site_listing USING gist (point);

CREATE INDEX site_listing_recent ON public.site_listing USING btree (shelf, shown_at DESC, site_id);

CREATE INDEX site_listing_search ON public.site_listing USING gin (search);

CREATE INDEX site_match_area ON public.site_match USING btree (area_key, kind, floor_high_m2) INCLUDE (option_id, site_id, shelf, region_code, department_code, epci_code, commune_code, grid, x_m, y_m, cell, floor_area_m2, floor_from_m2, floor_low_m2, land_area_m2, tenure, cost_cents_per_year, price_cents, available_from_day, available_until_day, features_yes, features_no, constraints_yes, constraints_no, uses_yes, uses_no, works_cents, works_paid_by_owner, walk_to_stop_m);

CREATE INDEX site_match_cell ON public.site_match USING btree (cell, kind, floor_high_m2) INCLUDE (option_id, site_id, shelf, region_code, department_code, epci_code, commune_code, grid, x_m, y_m, floor_area_m2, floor_from_m2, floor_low_m2, land_area_m2, tenure, cost_cents_per_year, price_cents, available_from_day, available_until_day, features_yes, features_no, constraints_yes, constraints_no, uses_yes, uses_no, works_cents, works_paid_by_owner, walk_to_stop_m);

CREATE INDEX site_match_site ON public.site_match USING btree (site_id);

CREATE INDEX site_media_organisation ON public.site_media USING btree (organisation_id) WHERE (purged_at IS NULL);

CREATE INDEX site_media_removed ON public.site_media USING btree (removed_at) WHERE ((removed_at IS NOT NULL) AND (purged_at IS NULL));

CREATE INDEX site_media_rendition_name ON public.site_media_rendition USING btree (name);

CREATE INDEX site_media_site ON public.site_media USING btree (site_id, "position", id);

CREATE INDEX site_media_source ON public.site_media USING btree (source_name) WHERE (source_name IS NOT NULL);

CREATE INDEX site_media_waiting ON public.site_media USING btree (created_at) WHERE (state = ANY (ARRAY['received'::text, 'checked'::text]));

CREATE UNIQUE INDEX site_merge_one_standing ON public.site_merge USING btree (merged_id) WHERE (undone_at IS NULL);

CREATE INDEX site_merge_site ON public.site_merge USING btree (site_id);

CREATE INDEX site_merged_into ON public.site USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX site_parcels ON public.site USING gin (parcels);

CREATE INDEX site_point ON public.site USING gist (point);

CREATE INDEX site_proposal_account ON public.site_proposal USING btree (account_id, id) WHERE (account_id IS NOT NULL);

CREATE INDEX site_proposal_act ON public.site_proposal USING btree (act_id) WHERE (act_id IS NOT NULL);

CREATE INDEX site_proposal_site ON public.site_proposal USING btree (site_id, id);

CREATE INDEX site_proposal_waiting ON public.site_proposal USING btree (id) WHERE (state = 'received'::text);

CREATE INDEX site_proposal_with_address ON public.site_proposal USING btree (decided_at) WHERE (email IS NOT NULL);

CREATE INDEX site_provenance_source ON public.site_provenance USING btree (source_id);

CREATE INDEX site_role_history_account ON public.site_role_history USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX site_role_history_role ON public.site_role_history USING btree (site_role_id, id);

CREATE UNIQUE INDEX site_role_one_checked ON public.site_role USING btree (site_id, organisation_id) WHERE (state = 'checked'::text);

CREATE UNIQUE INDEX site_role_one_declared ON public.site_role USING btree (site_id, organisation_id) WHERE (state = 'declared'::text);

CREATE INDEX site_role_site ON public.site_role USING btree (site_id, id);

CREATE INDEX site_role_to_check ON public.site_role USING btree (id) WHERE (state = 'declared'::text);

CREATE INDEX site_role_until ON public.site_role USING btree (until) WHERE (state = 'checked'::text);

CREATE INDEX site_source_key ON public.site_source USING btree (source_key);

CREATE INDEX site_source_site ON public.site_source USING btree (site_id);

CREATE INDEX site_source_uic ON public.site_source USING btree ((("values" ->> 'facts.uic'::text))) WHERE (("values" ->> 'facts.uic'::text) IS NOT NULL);

CREATE INDEX site_state ON public.site USING btree (state, published_at DESC, id);

CREATE INDEX site_uic ON public.site USING btree (uic) WHERE (uic IS NOT NULL);

CREATE INDEX standing_answer_account ON public.standing_answer USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX standing_answer_photo ON public.standing_answer USING btree (photo_id) WHERE (photo_id IS NOT NULL);

CREATE INDEX standing_answer_site ON public.standing_answer USING btree (site_id, answered_at);

CREATE INDEX standing_answer_to_forget ON public.standing_answer USING btree (answered_at) WHERE (network_key IS NOT NULL);

CREATE INDEX stored_file_unused ON public.stored_file USING btree (unused_since) WHERE (unused_since IS NOT NULL);

CREATE INDEX stored_match_site ON public.stored_match USING btree (site_id);

CREATE UNIQUE INDEX subscriber_account ON public.subscriber USING btree (account_id);

CREATE INDEX subscription_of_subject ON public.subscription USING btree (about, subject) WHERE (active_since IS NOT NULL);

CREATE INDEX subscription_unanswered ON public.subscription USING btree (asked_at) WHERE (active_since IS NULL);

CREATE INDEX territory_contour ON public.territory USING gist (contour);

CREATE INDEX territory_department ON public.territory USING btree (department_code, kind);

CREATE INDEX territory_epci ON public.territory USING btree (epci_code) WHERE (kind = 'commune'::text);

CREATE INDEX territory_name ON public.territory USING gin (name_plain public.gin_trgm_ops);

CREATE INDEX territory_point ON public.territory USING gist (point);

CREATE INDEX transit_stop_point ON public.transit_stop USING gist (point);

CREATE INDEX transit_stop_uic ON public.transit_stop USING btree (uic);

CREATE INDEX undeliverable_address_mail ON public.undeliverable_address USING btree (mail_id);

CREATE TRIGGER agreement_signed_stays BEFORE UPDATE ON public.agreement FOR EACH ROW EXECUTE FUNCTION public.agreement_signed_stays();

CREATE TRIGGER application_filing_append_only BEFORE DELETE OR UPDATE ON public.application_filing FOR EACH ROW EXECUTE FUNCTION public.application_filing_append_only();

CREATE TRIGGER award_published BEFORE DELETE OR UPDATE ON public.award FOR EACH ROW EXECUTE FUNCTION public.award_published();

CREATE TRIGGER call_frozen BEFORE DELETE OR UPDATE ON public.call FOR EACH ROW EXECUTE FUNCTION public.call_frozen();

CREATE TRIGGER call_lot_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.call_lot FOR EACH ROW EXECUTE FUNCTION public.call_lot_frozen();

CREATE TRIGGER commune_listing_on_update AFTER UPDATE ON public.territory REFERENCING OLD TABLE AS former NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.site_listing_follows_commune();

CREATE TRIGGER journal_act_append_only BEFORE DELETE OR UPDATE ON public.journal_act FOR EACH ROW EXECUTE FUNCTION public.refuse_journal_change();

CREATE TRIGGER journal_act_no_truncate BEFORE TRUNCATE ON public.journal_act FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_journal_change();

CREATE TRIGGER journal_head_kept BEFORE DELETE ON public.journal_head FOR EACH ROW EXECUTE FUNCTION public.refuse_journal_change();

CREATE TRIGGER journal_head_no_truncate BEFORE TRUNCATE ON public.journal_head FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_journal_change();

CREATE TRIGGER legal_answer_append_only BEFORE DELETE OR UPDATE ON public.legal_answer FOR EACH ROW EXECUTE FUNCTION public.legal_proof_append_only();

CREATE TRIGGER legal_notice_frozen BEFORE DELETE OR UPDATE ON public.legal_notice FOR EACH ROW EXECUTE FUNCTION public.legal_notice_frozen();

CREATE TRIGGER legal_proof_kept BEFORE DELETE OR UPDATE ON public.legal_proof FOR EACH ROW EXECUTE FUNCTION public.legal_proof_file_kept();

CREATE TRIGGER legal_rule_correction_append_only BEFORE DELETE OR UPDATE ON public.legal_rule_correction FOR EACH ROW EXECUTE FUNCTION public.legal_proof_append_only();

CREATE TRIGGER legal_step_append_only BEFORE DELETE OR UPDATE ON public.legal_step FOR EACH ROW EXECUTE FUNCTION public.legal_proof_append_only();

CREATE TRIGGER membership_keeps_administrator_on_delete AFTER DELETE ON public.membership FOR EACH ROW WHEN ((old.role = 'administrator'::text)) EXECUTE FUNCTION public.membership_keeps_administrator();

CREATE TRIGGER membership_keeps_administrator_on_update AFTER UPDATE ON public.membership FOR EACH ROW WHEN (((old.role = 'administrator'::text) AND ((new.role IS DISTINCT FROM old.role) OR (new.organisation_id IS DISTINCT FROM old.organisation_id)))) EXECUTE FUNCTION public.membership_keeps_administrator();

CREATE TRIGGER message_append_only BEFORE DELETE OR UPDATE ON public.message FOR EACH ROW EXECUTE FUNCTION public.message_append_only();

CREATE TRIGGER offer_listing_on_delete AFTER DELETE ON public.offer REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.site_listing_follows_part();

CREATE TRIGGER offer_listing_on_insert AFTER INSERT ON public.offer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.site_listing_follows_part();

CREATE TRIGGER offer_listing_on_update AFTER UPDATE ON public.offer REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.site_listing_follows_part();

CREATE TRIGGER premises_listing_on_delete AFTER DELETE ON public.premises REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.site_listing_follows_part();

CREATE TRIGGER premises_listing_on_insert AFTER INSERT ON public.premises REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.site_listing_follows_part();

CREATE TRIGGER premises_listing_on_update AFTER UPDATE ON public.premises REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.site_listing_follows_part();

CREATE TRIGGER project_match_on_insert AFTER INSERT ON public.project REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.project_match_follows_project();

CREATE TRIGGER project_match_on_update AFTER UPDATE ON public.project REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.project_match_follows_project();

CREATE TRIGGER review_scores_locked BEFORE DELETE OR UPDATE ON public.review_reading FOR EACH ROW EXECUTE FUNCTION public.review_scores_locked();

CREATE TRIGGER site_cell_on_delete AFTER DELETE ON public.site_listing REFERENCING OLD TABLE AS before_change FOR EACH STATEMENT EXECUTE FUNCTION public.site_cell_follows_listing();

CREATE TRIGGER site_cell_on_insert AFTER INSERT ON public.site_listing REFERENCING NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION public.site_cell_follows_listing();

CREATE TRIGGER site_cell_on_update AFTER UPDATE ON public.site_listing REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION public.site_cell_follows_listing();

CREATE TRIGGER site_listing_keeps_order BEFORE INSERT OR UPDATE ON public.site_listing FOR EACH ROW EXECUTE FUNCTION public.site_listing_order();

CREATE TRIGGER site_listing_on_insert AFTER INSERT ON public.site REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.site_listing_follows_site();

CREATE TRIGGER site_listing_on_update AFTER UPDATE ON public.site REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.site_listing_follows_site();

CREATE TRIGGER site_match_on_insert AFTER INSERT ON public.site_listing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.site_match_follows_listing();

CREATE TRIGGER site_match_on_update AFTER UPDATE ON public.site_listing REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.site_match_follows_listing();

ALTER TABLE ONLY public.account_identity
    ADD CONSTRAINT account_identity_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.account_token
    ADD CONSTRAINT account_token_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.agreement_comment
    ADD CONSTRAINT agreement_comment_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.agreement_comment
    ADD CONSTRAINT agreement_comment_agreement_fk FOREIGN KEY (agreement_id) REFERENCES public.agreement(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.agreement_comment
    ADD CONSTRAINT agreement_comment_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.agreement_condition_met
    ADD CONSTRAINT agreement_condition_met_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.agreement_condition_met
    ADD CONSTRAINT agreement_condition_met_agreement_fk FOREIGN KEY (agreement_id) REFERENCES public.agreement(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.agreement_history
    ADD CONSTRAINT agreement_history_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.agreement_history
    ADD CONSTRAINT agreement_history_agreement_fk FOREIGN KEY (agreement_id) REFERENCES public.agreement(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_occupant_fk FOREIGN KEY (occupant_organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_owner_fk FOREIGN KEY (owner_organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_renews_fk FOREIGN KEY (renews_id) REFERENCES public.agreement(id);

ALTER TABLE ONLY public.agreement_report
    ADD CONSTRAINT agreement_report_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.agreement_report
    ADD CONSTRAINT agreement_report_agreement_fk FOREIGN KEY (agreement_id) REFERENCES public.agreement(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id);

ALTER TABLE ONLY public.agreement_told
    ADD CONSTRAINT agreement_told_agreement_fk FOREIGN KEY (agreement_id) REFERENCES public.agreement(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.application
    ADD CONSTRAINT application_call_fk FOREIGN KEY (call_id) REFERENCES public.call(id);

ALTER TABLE ONLY public.application_correction
    ADD CONSTRAINT application_correction_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.application_correction
    ADD CONSTRAINT application_correction_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.application_file
    ADD CONSTRAINT application_file_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.application_file
    ADD CONSTRAINT application_file_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.application_file
    ADD CONSTRAINT application_file_source_fk FOREIGN KEY (source_name) REFERENCES public.stored_file(name);

ALTER TABLE ONLY public.application_filing
    ADD CONSTRAINT application_filing_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.application_filing
    ADD CONSTRAINT application_filing_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.application_history
    ADD CONSTRAINT application_history_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.application_history
    ADD CONSTRAINT application_history_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.application
    ADD CONSTRAINT application_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.application_partner
    ADD CONSTRAINT application_partner_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.application_partner
    ADD CONSTRAINT application_partner_invited_by_fk FOREIGN KEY (invited_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.application_partner
    ADD CONSTRAINT application_partner_moved_by_fk FOREIGN KEY (moved_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.application_partner
    ADD CONSTRAINT application_partner_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.application
    ADD CONSTRAINT application_project_fk FOREIGN KEY (project_id) REFERENCES public.project(id);

ALTER TABLE ONLY public.application
    ADD CONSTRAINT application_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id);

ALTER TABLE ONLY public.award_amendment
    ADD CONSTRAINT award_amendment_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.award_amendment
    ADD CONSTRAINT award_amendment_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.award_amendment
    ADD CONSTRAINT award_amendment_award_fk FOREIGN KEY (call_id) REFERENCES public.award(call_id);

ALTER TABLE ONLY public.award_amendment
    ADD CONSTRAINT award_amendment_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id);

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_call_fk FOREIGN KEY (call_id) REFERENCES public.call(id);

ALTER TABLE ONLY public.award_line
    ADD CONSTRAINT award_line_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.award_line
    ADD CONSTRAINT award_line_award_fk FOREIGN KEY (call_id) REFERENCES public.award(call_id);

ALTER TABLE ONLY public.award_line
    ADD CONSTRAINT award_line_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id);

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_recorded_by_fk FOREIGN KEY (recorded_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.call_extension
    ADD CONSTRAINT call_extension_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.call_extension
    ADD CONSTRAINT call_extension_call_fk FOREIGN KEY (call_id) REFERENCES public.call(id);

ALTER TABLE ONLY public.call_history
    ADD CONSTRAINT call_history_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.call_history
    ADD CONSTRAINT call_history_call_fk FOREIGN KEY (call_id) REFERENCES public.call(id);

ALTER TABLE ONLY public.call_lot
    ADD CONSTRAINT call_lot_call_fk FOREIGN KEY (call_id) REFERENCES public.call(id);

ALTER TABLE ONLY public.call_lot
    ADD CONSTRAINT call_lot_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.call_question
    ADD CONSTRAINT call_question_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.call_question
    ADD CONSTRAINT call_question_answered_by_fk FOREIGN KEY (answered_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.call_question
    ADD CONSTRAINT call_question_call_fk FOREIGN KEY (call_id) REFERENCES public.call(id);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_territory_fk FOREIGN KEY (territory_id) REFERENCES public.territory(id);

ALTER TABLE ONLY public.call_visit
    ADD CONSTRAINT call_visit_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.call_visit_booking
    ADD CONSTRAINT call_visit_booking_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.call_visit_booking
    ADD CONSTRAINT call_visit_booking_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.call_visit_booking
    ADD CONSTRAINT call_visit_booking_visit_fk FOREIGN KEY (visit_id) REFERENCES public.call_visit(id);

ALTER TABLE ONLY public.call_visit
    ADD CONSTRAINT call_visit_call_fk FOREIGN KEY (call_id) REFERENCES public.call(id);

ALTER TABLE ONLY public.decision_letter
    ADD CONSTRAINT decision_letter_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.favourite
    ADD CONSTRAINT favourite_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.favourite
    ADD CONSTRAINT favourite_from_site_fk FOREIGN KEY (from_site_id) REFERENCES public.site(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.favourite
    ADD CONSTRAINT favourite_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.former_commune
    ADD CONSTRAINT former_commune_current_fk FOREIGN KEY (current_id) REFERENCES public.territory(id);

ALTER TABLE ONLY public.inbox_notice
    ADD CONSTRAINT inbox_notice_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.inbox_setting
    ADD CONSTRAINT inbox_setting_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.instruction_act
    ADD CONSTRAINT instruction_act_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.instruction_act
    ADD CONSTRAINT instruction_act_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.instruction_assignment
    ADD CONSTRAINT instruction_assignment_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.instruction_assignment
    ADD CONSTRAINT instruction_assignment_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.instruction_check
    ADD CONSTRAINT instruction_check_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.instruction_check
    ADD CONSTRAINT instruction_check_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.instruction_criterion
    ADD CONSTRAINT instruction_criterion_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.instruction_criterion
    ADD CONSTRAINT instruction_criterion_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.instruction_label
    ADD CONSTRAINT instruction_label_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.instruction_labelled
    ADD CONSTRAINT instruction_labelled_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.instruction_labelled
    ADD CONSTRAINT instruction_labelled_label_fk FOREIGN KEY (label_id) REFERENCES public.instruction_label(id);

ALTER TABLE ONLY public.instruction_note
    ADD CONSTRAINT instruction_note_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.instruction_note
    ADD CONSTRAINT instruction_note_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.instruction_opinion
    ADD CONSTRAINT instruction_opinion_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.instruction_opinion
    ADD CONSTRAINT instruction_opinion_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.instruction_reading
    ADD CONSTRAINT instruction_reading_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.instruction_reading
    ADD CONSTRAINT instruction_reading_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.instruction_view
    ADD CONSTRAINT instruction_view_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.instruction_view
    ADD CONSTRAINT instruction_view_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.interest
    ADD CONSTRAINT interest_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.interest
    ADD CONSTRAINT interest_call_fk FOREIGN KEY (call_id) REFERENCES public.call(id);

ALTER TABLE ONLY public.interest_history
    ADD CONSTRAINT interest_history_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.interest_history
    ADD CONSTRAINT interest_history_interest_fk FOREIGN KEY (interest_id) REFERENCES public.interest(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.interest
    ADD CONSTRAINT interest_owner_fk FOREIGN KEY (owner_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.interest_rival
    ADD CONSTRAINT interest_rival_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.interest_rival
    ADD CONSTRAINT interest_rival_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.interest_rival
    ADD CONSTRAINT interest_rival_interest_fk FOREIGN KEY (interest_id) REFERENCES public.interest(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.interest_rival
    ADD CONSTRAINT interest_rival_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.interest
    ADD CONSTRAINT interest_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_inviter_fk FOREIGN KEY (invited_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_member_fk FOREIGN KEY (accepted_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.join_request
    ADD CONSTRAINT join_request_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.join_request
    ADD CONSTRAINT join_request_answerer_fk FOREIGN KEY (answered_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.join_request
    ADD CONSTRAINT join_request_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.knock_letter
    ADD CONSTRAINT knock_letter_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.knock_letter
    ADD CONSTRAINT knock_letter_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.knock_letter
    ADD CONSTRAINT knock_letter_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.knock_party
    ADD CONSTRAINT knock_party_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.knock_party
    ADD CONSTRAINT knock_party_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.knock_party
    ADD CONSTRAINT knock_party_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.legal_answer
    ADD CONSTRAINT legal_answer_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.legal_answer
    ADD CONSTRAINT legal_answer_procedure_fk FOREIGN KEY (procedure_id) REFERENCES public.legal_procedure(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.legal_notice
    ADD CONSTRAINT legal_notice_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.legal_notice_extension
    ADD CONSTRAINT legal_notice_extension_notice_fk FOREIGN KEY (notice_id) REFERENCES public.legal_notice(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.legal_notice
    ADD CONSTRAINT legal_notice_procedure_fk FOREIGN KEY (procedure_id) REFERENCES public.legal_procedure(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.legal_procedure
    ADD CONSTRAINT legal_procedure_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.legal_procedure
    ADD CONSTRAINT legal_procedure_call_fk FOREIGN KEY (call_id) REFERENCES public.call(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.legal_procedure
    ADD CONSTRAINT legal_procedure_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.legal_proof
    ADD CONSTRAINT legal_proof_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.legal_proof
    ADD CONSTRAINT legal_proof_procedure_fk FOREIGN KEY (procedure_id) REFERENCES public.legal_procedure(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.legal_proof
    ADD CONSTRAINT legal_proof_source_fk FOREIGN KEY (source_name) REFERENCES public.stored_file(name);

ALTER TABLE ONLY public.legal_rule_correction
    ADD CONSTRAINT legal_rule_correction_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.legal_step
    ADD CONSTRAINT legal_step_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.legal_step
    ADD CONSTRAINT legal_step_procedure_fk FOREIGN KEY (procedure_id) REFERENCES public.legal_procedure(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.message_closing
    ADD CONSTRAINT message_closing_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.message_closing
    ADD CONSTRAINT message_closing_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.message_file
    ADD CONSTRAINT message_file_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.message_file
    ADD CONSTRAINT message_file_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.message_file
    ADD CONSTRAINT message_file_message_fk FOREIGN KEY (message_id) REFERENCES public.message(id);

ALTER TABLE ONLY public.message_file
    ADD CONSTRAINT message_file_source_fk FOREIGN KEY (source_name) REFERENCES public.stored_file(name);

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.message_reading
    ADD CONSTRAINT message_reading_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.message_reading
    ADD CONSTRAINT message_reading_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.network_link
    ADD CONSTRAINT network_link_answerer_fk FOREIGN KEY (answered_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.network_link
    ADD CONSTRAINT network_link_asker_fk FOREIGN KEY (asked_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.network_link
    ADD CONSTRAINT network_link_ender_fk FOREIGN KEY (ended_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.network_link
    ADD CONSTRAINT network_link_member_fk FOREIGN KEY (member_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.network_link
    ADD CONSTRAINT network_link_network_fk FOREIGN KEY (network_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.notice_topic
    ADD CONSTRAINT notice_topic_notice_fk FOREIGN KEY (notice_id) REFERENCES public.notice(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_premises_fk FOREIGN KEY (premises_id) REFERENCES public.premises(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_claimer_fk FOREIGN KEY (claimed_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_commune_fk FOREIGN KEY (commune_id) REFERENCES public.territory(id);

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_dataset_fk FOREIGN KEY (dataset_id) REFERENCES public.dataset(id);

ALTER TABLE ONLY public.organisation_evidence
    ADD CONSTRAINT organisation_evidence_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.organisation_status
    ADD CONSTRAINT organisation_status_dataset_fk FOREIGN KEY (dataset_id) REFERENCES public.dataset(id);

ALTER TABLE ONLY public.organisation_status
    ADD CONSTRAINT organisation_status_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_territory_fk FOREIGN KEY (territory_id) REFERENCES public.territory(id);

ALTER TABLE ONLY public.premises
    ADD CONSTRAINT premises_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.project_history
    ADD CONSTRAINT project_history_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.project_history
    ADD CONSTRAINT project_history_project_fk FOREIGN KEY (project_id) REFERENCES public.project(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.project_match
    ADD CONSTRAINT project_match_project_fk FOREIGN KEY (project_id) REFERENCES public.project(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.reach
    ADD CONSTRAINT reach_project_fk FOREIGN KEY (project_id) REFERENCES public.project_match(project_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.review
    ADD CONSTRAINT review_call_fk FOREIGN KEY (call_id) REFERENCES public.call(id);

ALTER TABLE ONLY public.review
    ADD CONSTRAINT review_minutes_by_fk FOREIGN KEY (minutes_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.review_note
    ADD CONSTRAINT review_note_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.review_note
    ADD CONSTRAINT review_note_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.review_reading
    ADD CONSTRAINT review_reading_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.review_reading
    ADD CONSTRAINT review_reading_reviewer_fk FOREIGN KEY (reviewer_id) REFERENCES public.reviewer(id);

ALTER TABLE ONLY public.reviewer
    ADD CONSTRAINT reviewer_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.reviewer
    ADD CONSTRAINT reviewer_review_fk FOREIGN KEY (call_id) REFERENCES public.review(call_id);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.shortlist_choice
    ADD CONSTRAINT shortlist_choice_application_fk FOREIGN KEY (application_id) REFERENCES public.application(id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_commune_fk FOREIGN KEY (commune_id) REFERENCES public.territory(id);

ALTER TABLE ONLY public.site_history
    ADD CONSTRAINT site_history_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.site_history
    ADD CONSTRAINT site_history_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id);

ALTER TABLE ONLY public.site_import
    ADD CONSTRAINT site_import_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.site_import
    ADD CONSTRAINT site_import_file_fk FOREIGN KEY (file_name) REFERENCES public.stored_file(name);

ALTER TABLE ONLY public.site_import_mapping
    ADD CONSTRAINT site_import_mapping_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.site_import
    ADD CONSTRAINT site_import_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.site_import_row
    ADD CONSTRAINT site_import_row_import_fk FOREIGN KEY (import_id) REFERENCES public.site_import(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.site_import_row
    ADD CONSTRAINT site_import_row_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_keeper_fk FOREIGN KEY (keeper_organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.site_listing
    ADD CONSTRAINT site_listing_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.site_match
    ADD CONSTRAINT site_match_listing_fk FOREIGN KEY (site_id) REFERENCES public.site_listing(site_id) ON DELETE CASCADE;

ALTER TABLE ONLY public.site_media
    ADD CONSTRAINT site_media_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.site_media_rendition
    ADD CONSTRAINT site_media_rendition_media_fk FOREIGN KEY (media_id) REFERENCES public.site_media(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.site_media_rendition
    ADD CONSTRAINT site_media_rendition_name_fk FOREIGN KEY (name) REFERENCES public.stored_file(name);

ALTER TABLE ONLY public.site_media
    ADD CONSTRAINT site_media_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.site_media
    ADD CONSTRAINT site_media_source_fk FOREIGN KEY (source_name) REFERENCES public.stored_file(name);

ALTER TABLE ONLY public.site_merge
    ADD CONSTRAINT site_merge_merged_act_fk FOREIGN KEY (merged_act) REFERENCES public.site_history(id);

ALTER TABLE ONLY public.site_merge
    ADD CONSTRAINT site_merge_merged_fk FOREIGN KEY (merged_id) REFERENCES public.site(id);

ALTER TABLE ONLY public.site_merge
    ADD CONSTRAINT site_merge_site_act_fk FOREIGN KEY (site_act) REFERENCES public.site_history(id);

ALTER TABLE ONLY public.site_merge
    ADD CONSTRAINT site_merge_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_merged_into_fk FOREIGN KEY (merged_into) REFERENCES public.site(id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_owner_organisation_fk FOREIGN KEY (owner_organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.site_proposal
    ADD CONSTRAINT site_proposal_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.site_proposal
    ADD CONSTRAINT site_proposal_decided_by_fk FOREIGN KEY (decided_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.site_proposal
    ADD CONSTRAINT site_proposal_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.site_provenance
    ADD CONSTRAINT site_provenance_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.site_provenance
    ADD CONSTRAINT site_provenance_source_fk FOREIGN KEY (source_id) REFERENCES public.site_source(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.site_role_history
    ADD CONSTRAINT site_role_history_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.site_role_history
    ADD CONSTRAINT site_role_history_role_fk FOREIGN KEY (site_role_id) REFERENCES public.site_role(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.site_role
    ADD CONSTRAINT site_role_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.site_role
    ADD CONSTRAINT site_role_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.site_source
    ADD CONSTRAINT site_source_dataset_fk FOREIGN KEY (dataset_id) REFERENCES public.dataset(id);

ALTER TABLE ONLY public.site_source
    ADD CONSTRAINT site_source_run_fk FOREIGN KEY (import_run_id) REFERENCES public.import_run(id);

ALTER TABLE ONLY public.site_source
    ADD CONSTRAINT site_source_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.standing_answer
    ADD CONSTRAINT standing_answer_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.standing_answer
    ADD CONSTRAINT standing_answer_photo_fk FOREIGN KEY (photo_id) REFERENCES public.site_media(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.standing_answer
    ADD CONSTRAINT standing_answer_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.standing_statement
    ADD CONSTRAINT standing_statement_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.standing_statement
    ADD CONSTRAINT standing_statement_organisation_fk FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.standing_statement
    ADD CONSTRAINT standing_statement_site_fk FOREIGN KEY (site_id) REFERENCES public.site(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.stored_match
    ADD CONSTRAINT stored_match_project_fk FOREIGN KEY (project_id) REFERENCES public.project(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.subscriber
    ADD CONSTRAINT subscriber_account_fk FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT subscription_subscriber_fk FOREIGN KEY (subscriber_id) REFERENCES public.subscriber(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.territory
    ADD CONSTRAINT territory_contour_dataset_fk FOREIGN KEY (contour_dataset_id) REFERENCES public.dataset(id);

ALTER TABLE ONLY public.territory_label
    ADD CONSTRAINT territory_label_dataset_fk FOREIGN KEY (dataset_id) REFERENCES public.dataset(id);

ALTER TABLE ONLY public.territory_label
    ADD CONSTRAINT territory_label_territory_fk FOREIGN KEY (territory_id) REFERENCES public.territory(id);

ALTER TABLE ONLY public.territory
    ADD CONSTRAINT territory_point_dataset_fk FOREIGN KEY (point_dataset_id) REFERENCES public.dataset(id);

ALTER TABLE ONLY public.told
    ADD CONSTRAINT told_subscription_fk FOREIGN KEY (subscription_id) REFERENCES public.subscription(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.transit_stop
    ADD CONSTRAINT transit_stop_dataset_fk FOREIGN KEY (dataset_id) REFERENCES public.dataset(id);

ALTER TABLE ONLY public.undeliverable_address
    ADD CONSTRAINT undeliverable_address_mail_fk FOREIGN KEY (mail_id) REFERENCES public.outgoing_mail(id);
