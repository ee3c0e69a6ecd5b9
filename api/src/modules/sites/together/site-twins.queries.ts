import type { EntityManager } from 'typeorm';
import { KEEPER } from '../editing/kept-sites.queries.js';
import { INVENTORY_IDS_OF_SITE, sitesNamed, UICS_OF_SITE } from './same-place.queries.js';
import type { SiteTwins } from './site-merges.schemas.js';

const NEAR_M = 400;
const SHOWN = 12;
/** Names half alike are a sign within the commune; less so only a few steps away. */
const ALIKE = 0.5;
const NEXT_DOOR_M = 60;

/**
 * Sheets that may be of the same place as this one: same identifier, same parcel, name alike in the commune, or next door.
 * @param organisationIds whose sheets may be told of, besides leads; null = everyone's but drafts
 */
export async function findTwins(tx: EntityManager, siteId: string, organisationIds: readonly string[] | null): Promise<SiteTwins['items']> {
  const rows: { twin: SiteTwins['items'][number] }[] = await tx.query(
    `with here as materialized (
       select s.*, ${UICS_OF_SITE} as uics, ${INVENTORY_IDS_OF_SITE} as inventory_ids from site s where s.id = $1),
     named as (${sitesNamed('(select uics from here)::text[]', '(select inventory_ids from here)::text[]')}),
     candidate as (
       select id from named
       union select s.id from site s, here where here.parcels <> '{}' and s.parcels && here.parcels
       union select s.id from site s, here where s.commune_id = here.commune_id
       union select l.site_id from site_listing l, here
         where l.point_precision = 'exact' and l.point && st_expand(here.point, 0.01) and st_dwithin(l.point::geography, here.point::geography, ${NEAR_M})),
     measured as (
       select s.id, s.id in (select id from named) as same_identifier, s.parcels && here.parcels as same_parcel,
         similarity(bare_place_name(s.name), bare_place_name(here.name)) as likeness, st_distance(s.point::geography, here.point::geography) as away
       from candidate join site s using (id) cross join here
       where s.id <> here.id and s.merged_into is null and s.state <> 'closed'
         and case when s.state = 'potential' then $2::uuid[] is null or exists (select from site_listing l where l.site_id = s.id)
                  when $2::uuid[] is null then s.state <> 'draft' else ${KEEPER} = any($2) end),
     alike as (
       select m.*, array_remove(array[case when same_identifier then 'identifier' end, case when same_parcel then 'parcel' end,
         case when likeness > ${ALIKE} then 'name' end, case when away < ${NEXT_DOOR_M} then 'near' end], null) as signs from measured m)
     select jsonb_build_object('id', s.id, 'name', s.name, 'kind', s.kind, 'state', s.state, 'commune', c.name, 'organisation', k.name,
       'signs', a.signs) as twin
     from alike a join site s on s.id = a.id left join territory c on c.id = s.commune_id left join organisation k on k.id = ${KEEPER}
     where a.signs <> '{}' order by same_identifier desc, same_parcel desc, likeness desc, away nulls last, s.id limit ${SHOWN}`,
    [siteId, organisationIds],
  );
  return rows.map(({ twin }) => twin);
}
