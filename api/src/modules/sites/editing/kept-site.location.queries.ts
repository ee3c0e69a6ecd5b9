import type { EntityManager } from 'typeorm';
import type { SiteFields } from './kept-site.fields.js';

type Point = NonNullable<SiteFields['point']>;
/** Farther than this no commune's point was found to be the right one: it is asked instead of guessed. */
const NEAREST_COMMUNE_M = 15_000;

/** The commune a point lies in, by its contour where contours are known, else by the nearest commune's point. */
export async function communeAt(tx: EntityManager, { lon, lat }: Point): Promise<{ readonly id: string; readonly inside: boolean } | null> {
  const rows: { id: string; inside: boolean }[] = await tx.query(
    `with at as (select st_setsrid(st_makepoint($1, $2), 4326) as point)
     (select t.id, true as inside from territory t, at where t.kind = 'commune' and t.contour && at.point and st_covers(t.contour, at.point) limit 1)
     union all
     (select t.id, false from territory t, at
       where t.kind = 'commune' and t.point && st_expand(at.point, 0.25) and st_dwithin(t.point::geography, at.point::geography, $3)
       order by t.point <-> at.point limit 1)
     limit 1`,
    [lon, lat, NEAREST_COMMUNE_M],
  );
  return rows[0] ?? null;
}

/** Today's commune under a code, itself or the one it was merged into. */
export async function communeNamed(
  tx: EntityManager,
  id: string,
): Promise<{ readonly id: string; readonly departmentCode: string | null; readonly point: Point | null } | null> {
  const rows: { id: string; departmentCode: string | null; point: Point | null }[] = await tx.query(
    `select t.id, t.department_code as "departmentCode",
       case when t.point is not null then json_build_object('lon', st_x(t.point), 'lat', st_y(t.point)) end as point
     from territory t where t.kind = 'commune' and t.id = coalesce((select current_id from former_commune where $1 = 'commune:' || code), $1)`,
    [id],
  );
  return rows[0] ?? null;
}

/** The drawing as it will be stored, or null when it crosses itself or encloses nothing; and a point inside it. */
export async function readOutline(
  tx: EntityManager,
  geojson: NonNullable<SiteFields['outline']>,
): Promise<{ readonly outline: NonNullable<SiteFields['outline']>; readonly inside: Point } | null> {
  const rows: { valid: boolean; outline: NonNullable<SiteFields['outline']>; inside: Point }[] = await tx.query(
    `with given as (select st_multi(st_force2d(st_setsrid(st_geomfromgeojson($1), 4326))) as shape),
     checked as (select shape, st_isvalid(shape) and st_area(shape) > 0 as valid from given),
     inside as (select case when valid then st_pointonsurface(shape) end as point from checked)
     select valid, st_asgeojson(shape, 7)::json as outline,
       json_build_object('lon', round(st_x(point)::numeric, 7), 'lat', round(st_y(point)::numeric, 7)) as inside
     from checked, inside`,
    [JSON.stringify(geojson)],
  );
  const [read] = rows;
  return read?.valid === true ? read : null;
}

/** Walking distance to the nearest served stop, as imports compute it: a straight line × 1.3, unknown beyond what people walk. */
export async function measureWalk(tx: EntityManager, siteId: string): Promise<void> {
  await tx.query(
    `update site set walk_to_stop_m = n.walk, nearest_stop_id = n.id
     from (select s.id as site_id, k.id, round(k.away * 1.3)::int as walk from site s left join lateral (
       select t.id, st_distance(t.point::geography, s.point::geography) as away from known_stop t
       where t.departures_weekday > 0 and t.point && st_expand(s.point, 0.08) and st_dwithin(t.point::geography, s.point::geography, 5000)
       order by away, t.id limit 1) k on true where s.id = $1) n
     where site.id = n.site_id and (site.walk_to_stop_m, site.nearest_stop_id) is distinct from (n.walk, n.id)`,
    [siteId],
  );
}
