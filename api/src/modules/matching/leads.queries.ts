import type { EntityManager } from 'typeorm';
import type { Activity } from '../sites/site.vocabulary.js';
import type { NeedProfile } from './engine/match.profile.js';
import { Parameters } from './match.sql.js';
import { zoneSql } from './criteria/match.zone-sql.js';
import { OPTION_COLUMNS, toOption, type OptionRow } from './option.queries.js';

/** Leads (shelf C) and living tiers-lieux of a zone: counted and listed by distance. They never meet the score. */

export interface NearPlace {
  readonly siteId: string;
  readonly distanceM: number | null;
}

/** Leads, or living tiers-lieux. Inside the zone for certain: one whose position is unknown is near nothing. */
export async function nearestOnShelf(
  tx: EntityManager,
  shelf: 'lead' | 'living',
  need: NeedProfile,
  limit: number,
): Promise<{ total: number; near: NearPlace[] }> {
  const parameters = new Parameters();
  const { bind } = parameters;
  const asked = { ...need, preferred: [] };
  const inside = need.zone.length === 0 ? 'true' : `not ${zoneSql.unmet(asked, bind)} and not ${zoneSql.unknown(asked, bind)}`;
  const rows: { site_id: string; distance_m: number | null; total: number }[] = await tx.query(
    `with lead as (
      select v.id as site_id, v.name, coalesce(v.region_code, '') as region_code, coalesce(v.department_code, '') as department_code,
        coalesce(v.epci_code, '') as epci_code, coalesce(split_part(v.commune_id, ':', 2), '') as commune_code,
        coalesce(v.grid, 0) as grid, coalesce(v.x_m, 0) as x_m, coalesce(v.y_m, 0) as y_m
      from published_site v where v.shelf = ${bind(shelf, 'text')})
    select m.site_id, ${distanceSql(need, bind)} as distance_m, count(*) over () as total
    from lead m where ${inside}
    order by distance_m nulls last, m.name collate "fr-x-icu", m.site_id limit ${bind(limit, 'int')}`,
    parameters.values,
  );
  return { total: rows[0]?.total ?? 0, near: rows.map((row) => ({ siteId: row.site_id, distanceM: row.distance_m })) };
}

function distanceSql(need: NeedProfile, bind: Parameters['bind']): string {
  const point = need.preferredPoint;
  if (point === null) return 'null::int';
  const dx = `(m.x_m - ${bind(point.xM, 'int')})::bigint`;
  const dy = `(m.y_m - ${bind(point.yM, 'int')})::bigint`;
  return `case when m.grid = ${bind(point.grid, 'int')} then floor(sqrt((${dx} * ${dx} + ${dy} * ${dy})::float8))::int end`;
}

/** What is known of each, in the engine's terms. */
export async function loadLeads(tx: EntityManager, siteIds: readonly string[]): Promise<Map<string, ReturnType<typeof toOption>>> {
  const rows: OptionRow[] = await tx.query(
    `select distinct on (site_id) ${OPTION_COLUMNS.join(', ')} from match_option where site_id = any($1::uuid[]) order by site_id, option_id`,
    [siteIds],
  );
  return new Map(rows.map((row) => [row.site_id, toOption(row)]));
}

interface Living {
  readonly runBy: string | null;
  readonly activities: readonly Activity[] | null;
}

/** Who runs each, and what is done there. */
export async function loadLiving(tx: EntityManager, siteIds: readonly string[]): Promise<Map<string, Living>> {
  const rows: (Living & { id: string })[] = await tx.query(
    `select id, run_by as "runBy", activities_here as activities from published_site_statement where id = any($1::uuid[])`,
    [siteIds],
  );
  return new Map(rows.map(({ id, ...said }) => [id, said]));
}
