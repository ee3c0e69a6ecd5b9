import type { EntityManager } from 'typeorm';
import { FROM, KEEPER, type KeptRecord, RECORD } from '../editing/kept-sites.queries.js';
import type { Shelf } from '../sites.schemas.js';
import type { DeskFigures, DeskSearch } from './site-desk.schemas.js';

export type DeskRecord = KeptRecord & { readonly shelf: Shelf | null; readonly key: number };

const NEWEST_FIRST = '-(extract(epoch from s.updated_at) * 1000000)::bigint';

export async function listKept(tx: EntityManager, organisationId: string, { state, cursor, limit }: DeskSearch): Promise<DeskRecord[]> {
  const [afterKey, afterId] = cursor ?? [null, null];
  const rows: { site: DeskRecord }[] = await tx.query(
    `select ${RECORD} || jsonb_build_object('shelf', (select l.shelf from site_listing l where l.site_id = s.id), 'key', ${NEWEST_FIRST}) as site
     from ${FROM}
     where ${KEEPER} = $1 and ($2::text[] is null or s.state = any($2))
       and ($3::bigint is null or (${NEWEST_FIRST}, s.id) > ($3, $4::uuid))
     order by ${NEWEST_FIRST}, s.id limit $5`,
    [organisationId, state?.length ? state : null, afterKey, afterId, limit + 1],
  );
  return rows.map((row) => row.site);
}

export async function deskFigures(tx: EntityManager, organisationId: string): Promise<DeskFigures> {
  const rows: { figures: DeskFigures }[] = await tx.query(
    `with mine as materialized (select s.* from site s where ${KEEPER} = $1)
     select jsonb_build_object(
       'byState', coalesce((select jsonb_agg(jsonb_build_object('state', state, 'count', count) order by count desc, state)
                            from (select state, count(*)::int as count from mine group by state) g), '[]'),
       'shownFloorM2', coalesce((select sum(r.floor_area_m2) from premises r join mine m on m.id = r.site_id
                                 where exists (select 1 from site_listing l where l.site_id = m.id)), 0),
       'medianDaysToPublish', (select round(percentile_cont(0.5) within group (order by extract(epoch from published_at - created_at) / 86400))::int
                               from mine where published_at is not null)) as figures`,
    [organisationId],
  );
  if (rows[0] === undefined) throw new Error('A query of aggregates answers one row');
  return rows[0].figures;
}
