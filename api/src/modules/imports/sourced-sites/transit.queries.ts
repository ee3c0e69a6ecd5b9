import type { EntityManager } from 'typeorm';
import type { KnownStop } from '../stations/stations.map.js';

/** Beyond this straight line nobody walks, and a timetable of regional trains proves nothing: unknown. */
const WALKABLE_M = 5_000;
/** Streets are longer than straight lines (design: domain §5). */
const DETOUR = 1.3;

/**
 * Walking distance from each place to the nearest stop served on a weekday, and which one. Sources of stops cover regional services
 * only, so “none near” is unknown (null), never “no transport”. All places, or only those given. Answers how many changed.
 */
export async function refreshTransit(tx: EntityManager, siteIds: readonly string[] | null = null): Promise<number> {
  const [done] = await tx.query<{ count: number }[]>(
    // Materialised: inlined into the update, the search would run again for each place.
    `with nearest as materialized (
       select site.id, stop.id as stop_id, round(stop.away * ${DETOUR})::int as walk
         from site
         left join lateral (
           select s.id, st_distance(s.point::geography, site.point::geography) as away
             from known_stop s
            where s.departures_weekday > 0
              and s.point && st_expand(site.point, ${WALKABLE_M} / (111320 * greatest(cos(radians(st_y(site.point))), 0.1)), ${WALKABLE_M} / 110574.0)
            order by away, s.id limit 1) stop on stop.away <= ${WALKABLE_M}
        ${siteIds ? 'where site.id = any($1)' : ''}),
     written as (
       update site set walk_to_stop_m = nearest.walk, nearest_stop_id = nearest.stop_id
         from nearest
        where site.id = nearest.id
          and (site.walk_to_stop_m, site.nearest_stop_id) is distinct from (nearest.walk, nearest.stop_id)
       returning 1)
     select count(*)::int as count from written`,
    siteIds ? [siteIds] : [],
  );
  return done?.count ?? 0;
}

export async function readStopsByUic(tx: EntityManager): Promise<Map<string, KnownStop>> {
  const stops = await tx.query<(KnownStop & { uic: string })[]>(
    `select uic, st_x(point) as lon, st_y(point) as lat, coalesce(trains_weekday, 0)::float8 as trains,
            coalesce(coaches_weekday, 0)::float8 as coaches
       from known_stop where uic is not null`,
  );
  return new Map(stops.map(({ uic, ...stop }) => [uic, stop]));
}
