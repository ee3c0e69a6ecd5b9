/**
 * As many generated places as asked, around the communes of the official table: their rows of `site`, and of `site_listing` as the
 * product's own function would derive them, written directly because deriving a million takes a quarter of an hour. Triggers are off,
 * indexes are built after.
 */
export async function generateListing(db, count) {
  const { rows: indexes } = await db.query(
    `select indexname as name, indexdef as definition from pg_indexes where tablename = 'site_listing' and indexname <> 'site_listing_pkey'`,
  );
  for (const { name } of indexes) await db.query(`drop index ${name}`);
  await db.query(`set session_replication_role = replica`);
  await db.query(
    `with commune as (select row_number() over (order by md5(id)) as n, * from territory where kind = 'commune' and point is not null)
     insert into site (id, region_code, department_code, commune_id, kind, state, name, point, grid, x_m, y_m, land_area_m2, owner_kind,
       agent_role, features, created_at, updated_at, published_at, state_changed_at)
     select gen_random_uuid(), c.region_code, c.department_code, c.id, k.kind, 'published',
       (array['Halle', 'Ancienne gare', 'Atelier', 'École', 'Maison', 'Entrepôt', 'Moulin', 'Forge'])[1 + i % 8] || ' de ' || c.name || ' ' || i,
       st_translate(c.point, (random() - 0.5) * 0.12, (random() - 0.5) * 0.08), null, null, null,
       case when random() < 0.8 then 100 + floor(random() * 5000) end, 'commune', 'owns', '{}', now(), now(),
       now() - random() * interval '700 days', now()
     from generate_series(1, $1::int) i join commune c on c.n = 1 + (i::bigint * 7919) % (select count(*) from commune)
     cross join lateral (select (match_words('kind'))[1 + i % 12] as kind) k`,
    [count],
  );
  await db.query(`
    insert into site_listing (site_id, shelf, kind, owner_kind, region_code, department_code, epci_code, commune_id, point, mercator,
      point_precision, shown_at, name_plain, land_area_m2, floors_m2, tenures, features, cost_cents_per_year, available_from, search,
      shelf_rank, newest_first)
    select s.id, f.shelf, s.kind, s.owner_kind, s.region_code, s.department_code, c.epci_code, s.commune_id, s.point,
      st_transform(s.point, 3857), 'exact', s.published_at, plain_text(s.name || ' ' || c.name), s.land_area_m2,
      case when random() < 0.8 then int4multirange(int4range(40, 41 + floor(random() * random() * 2000)::int)) else '{}' end,
      array[(match_words('tenure'))[1 + floor(random() * 6)::int]],
      case when random() < 0.6 then array['electricity', 'water'] else array['van_access'] end,
      case when random() < 0.8 then floor(random() * 1500000) end, case when random() < 0.8 then current_date + floor(random() * 400)::int end,
      setweight(to_tsvector('french_plain', s.name), 'A') || setweight(to_tsvector('french_plain', c.name), 'B'),
      case f.shelf when 'offered' then 0 else 1 end, -(extract(epoch from s.published_at) * 1000000)::bigint
    from site s join territory c on c.id = s.commune_id
    cross join lateral (select case when random() < 0.7 then 'offered' else 'owner_known' end as shelf) f`);
  for (const { definition } of indexes) await db.query(definition);
  await db.query('set session_replication_role = default');
  await db.query('select rebuild_site_cells()');
  await db.query('vacuum analyze site_listing');
  await db.query('vacuum analyze site_cell');
  await db.query('analyze site');
}
