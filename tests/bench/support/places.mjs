/**
 * Generated places around the communes of the official table, a fifth of the facts unknown. Triggers are off while they are written;
 * the product's own function then derives what is published, and its triggers what is matched.
 */
export async function generatePlaces(db, count) {
  await db.query(`set session_replication_role = replica`);
  await db.query(
    `with commune as (select row_number() over (order by md5(id)) as n, * from territory where kind = 'commune' and point is not null),
     drawn as (select i, 1 + i % (select count(*) from commune) as n, random() as r, random() as s from generate_series(1, $1::int) i)
     insert into site (id, region_code, department_code, commune_id, kind, state, name, point, grid, x_m, y_m, land_area_m2, owner_kind,
       agent_role, condition, features, created_at, updated_at, published_at, state_changed_at)
     select gen_random_uuid(), c.region_code, c.department_code, c.id, (match_words('kind'))[1 + d.i % 12], 'published', 'Lieu ' || d.i, p.point,
       legal_grid(c.department_code), round(st_x(g.at)), round(st_y(g.at)), case when random() < 0.8 then 100 + floor(random() * 5000) end,
       'commune', 'owns', case when random() < 0.8 then (match_words('condition'))[1 + d.i % 5] end,
       case when random() < 0.8 then jsonb_build_object('electricity', random() < 0.7, 'water', random() < 0.7, 'van_access', random() < 0.5)
         else '{}'::jsonb end,
       now(), now(), now() - random() * interval '700 days', now()
     from drawn d join commune c using (n)
     cross join lateral (select st_translate(c.point, (d.r - 0.5) * 0.12, (d.s - 0.5) * 0.08) as point) p
     cross join lateral (select st_transform(p.point, legal_grid(c.department_code)) as at) g`,
    [count],
  );
  await db.query(`insert into premises (id, site_id, name, floor_area_m2)
    select gen_random_uuid(), id, 'Rez-de-chaussée', case when random() < 0.8 then 40 + floor(random() * random() * 2000) end from site`);
  await db.query(`insert into offer (id, site_id, premises_id, tenure, rent_cents_per_year, charges_cents_per_year, taxes_cents_per_year, available_from)
    select gen_random_uuid(), site_id, id, (match_words('tenure'))[1 + floor(random() * 6)::int],
      case when random() < 0.8 then floor(random() * 1500000) end, 0, 0, case when random() < 0.8 then current_date + floor(random() * 400)::int end
    from premises`);
  await db.query('analyze');
  await db.query('set session_replication_role = default');
  await db.query(`select refresh_site_listing(array(select id from site))`);
  await settle(db);
}

/** As many again, nine times, elsewhere within 30 km: only the rows that matching reads. */
export async function multiplyMatches(db) {
  const { rows } =
    await db.query(`select string_agg(column_name, ', ') as list from information_schema.columns where table_name = 'site_match'
    and is_generated = 'NEVER' and column_name not in ('option_id', 'site_id', 'x_m', 'y_m')`);
  const { list } = rows[0];
  await db.query(`insert into site_match (option_id, site_id, x_m, y_m, ${list}) select gen_random_uuid(), gen_random_uuid(),
    x_m + floor((random() - 0.5) * 60000)::int, y_m + floor((random() - 0.5) * 60000)::int, ${list} from site_match, generate_series(1, 9) where x_m > 60000`);
  await settle(db);
}

async function settle(db) {
  await db.query('set session_replication_role = default');
  await db.query('vacuum analyze site_match');
  await db.query('vacuum analyze');
  await db.query('set session_replication_role = replica');
}
