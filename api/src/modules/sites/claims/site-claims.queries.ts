import type { EntityManager } from 'typeorm';
import { sitesNamed } from '../together/same-place.queries.js';
import type { ClaimSites, SimilarSearch, SimilarSites } from './site-claims.schemas.js';

/** On condition that nobody has taken it up. What open data said of it stays, with its sources. */
export async function takeUp(
  tx: EntityManager,
  siteId: string,
  { organisationId, role }: Pick<ClaimSites, 'organisationId' | 'role'>,
  at: Date,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with taken as (update site s set state = 'draft', keeper_organisation_id = o.id, state_reason = null, state_changed_at = $4, updated_at = $4,
       owner_organisation_id = case when $3 = 'owns' then o.id else s.owner_organisation_id end,
       owner_kind = case when $3 = 'owns' then coalesce(o.owner_kind, s.owner_kind) else s.owner_kind end
     from organisation o where o.id = $2 and s.id = $1 and s.state = 'potential' returning 1) select 1 from taken`,
    [siteId, organisationId, role, at],
  );
  return rows.length === 1;
}

const NEAR_M = 1_500;
const SHOWN = 5;

/** Near and alike in name, on the same parcel or of the same identifier: only what everyone may see, so nothing hidden is given away. */
export async function findSimilar(
  tx: EntityManager,
  { name, communeId, lon, lat, parcel, uic, inventoryId }: SimilarSearch,
): Promise<SimilarSites['items']> {
  const rows: { item: SimilarSites['items'][number] }[] = await tx.query(
    `with asked as (select plain_text($1) as name, case when $3::float8 is not null then st_setsrid(st_makepoint($3, $4), 4326) end as point),
     named as (${sitesNamed('array[$6::text]', 'array[$7::text]')}),
     -- Each way of being near by its own index.
     candidate as (
       select l.site_id as id from site_listing l where l.commune_id = $2
       union select l.site_id from site_listing l, asked
         where l.point_precision = 'exact' and l.point && st_expand(asked.point, 0.03) and st_dwithin(l.point::geography, asked.point::geography, ${NEAR_M})
       union select s.id from site s where s.parcels @> array[$5::text] and s.location_shown = 'exact'
       -- The code of a station says where it is: not of a place that hides it.
       union select n.id from named n join site s on s.id = n.id where s.location_shown = 'exact'),
     near as (
       select p.id, word_similarity(asked.name, p.name_plain) as likeness, coalesce(p.parcels @> array[$5::text], false) as same_parcel,
         p.location_shown = 'exact' and p.id in (select id from named) as same_identifier,
         case when p.point_precision = 'exact' then st_distance(p.point::geography, asked.point::geography) end as away
       from candidate join published_site p on p.id = candidate.id cross join asked)
     select jsonb_build_object('id', p.id, 'name', p.name, 'kind', p.kind, 'shelf', p.shelf, 'commune', c.name,
       'point', case when p.point is not null then jsonb_build_object('lon', st_x(p.point), 'lat', st_y(p.point)) end,
       'distanceM', round(n.away), 'sameParcel', n.same_parcel, 'sameIdentifier', n.same_identifier) as item
     from near n join published_site p on p.id = n.id left join territory c on c.id = p.commune_id
     where n.same_identifier or n.same_parcel or n.likeness > 0.5 or (n.likeness > 0.25 and n.away < 400) or n.away < 60
     order by n.same_identifier desc, n.same_parcel desc, n.likeness desc, n.away nulls last, p.id limit ${SHOWN}`,
    [name, communeId ?? null, lon ?? null, lat ?? null, parcel ?? null, uic ?? null, inventoryId ?? null],
  );
  return rows.map((row) => row.item);
}
