import type { EntityManager } from 'typeorm';
import type { SiteInterest } from './site-desk.schemas.js';

/**
 * Projects that look for a place, by how well each place suits them: a project counts once a place, by its best option there.
 * Null for a place in a call: its agents judge the files without it.
 */
export async function interestIn(tx: EntityManager, siteIds: readonly string[]): Promise<Map<string, SiteInterest | null>> {
  const rows: { id: string; interest: SiteInterest | null }[] = await tx.query(
    `with best as (
       select site_id, project_id, min(array_position(array['eligible', 'to_confirm', 'near_miss'], result ->> 'eligibility')) as rank
       from stored_match where site_id = any($1::uuid[]) group by site_id, project_id),
     counted as (
     select site_id as id, jsonb_build_object('eligible', count(*) filter (where rank = 1), 'toConfirm', count(*) filter (where rank = 2),
       'nearMiss', count(*) filter (where rank = 3)) as interest
     from best group by site_id)
     select s.id, case when not site_in_running_call(s.id) then counted.interest end as interest
     from unnest($1::uuid[]) s (id) left join counted on counted.id = s.id where counted.id is not null or site_in_running_call(s.id)`,
    [siteIds],
  );
  return new Map(rows.map(({ id, interest }) => [id, interest]));
}

export async function projectsInterestedIn(tx: EntityManager, organisationId: string): Promise<number> {
  const rows: { count: number }[] = await tx.query(
    `select count(distinct m.project_id)::int as count
     from site s join stored_match m on m.site_id = s.id
     where coalesce(s.keeper_organisation_id, s.owner_organisation_id) = $1 and m.result ->> 'eligibility' in ('eligible', 'to_confirm')
       and not site_in_running_call(s.id)`,
    [organisationId],
  );
  return rows[0]?.count ?? 0;
}
