import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { EVERY_CONDITION, filterParameters, FILTER_PARAMETERS } from './sites.conditions.js';
import type { SiteMap } from './sites.map.schemas.js';
import type { MapSearch } from './sites.schemas.js';

const EQUATOR_M = 40_075_016.686;
const TILE_PX = 256;
/** Two symbols nearer than this on the screen are drawn as one. */
const CLUSTER_PX = 48;
const FEATURES_AT_MOST = 2_000;
const size = `$${FILTER_PARAMETERS + 1}::float8`;
const most = `$${FILTER_PARAMETERS + 2}::int`;

@Injectable()
export class SitesMapQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Places of the search grouped on a grid that follows the zoom; a cell with one place is that place. */
  async map(search: MapSearch): Promise<SiteMap> {
    const cellM = (EQUATOR_M / TILE_PX / 2 ** search.zoom) * CLUSTER_PX;
    const rows: { map: SiteMap }[] = await this.db.query(CLUSTERS, [...filterParameters(search), cellM, FEATURES_AT_MOST]);
    if (rows[0] === undefined) throw new Error('A query of aggregates answers one row');
    return rows[0].map;
  }
}

/** The members of a group this small are named, and the first of one that no zoom can part. Beyond, only counts: naming takes time. */
const NAMED_AT_MOST = 12;
const MEMBERS = `
  (select (array_agg(l.site_id order by l.shelf desc, l.site_id))[1:${NAMED_AT_MOST}]
     from site_listing l where ${EVERY_CONDITION} and l.point && st_setsrid(d.extent::geometry, 4326)
       and floor(st_x(l.mercator) / ${size})::bigint = d.gx and floor(st_y(l.mercator) / ${size})::bigint = d.gy)`;

const CLUSTERS = `
  with cells as (
    select floor(st_x(l.mercator) / ${size})::bigint as gx, floor(st_y(l.mercator) / ${size})::bigint as gy, count(*)::int as count,
      count(*) filter (where l.shelf = 'offered') as offered, count(*) filter (where l.shelf = 'owner_known') as owner_known,
      count(*) filter (where l.shelf = 'living') as living, count(*) filter (where l.shelf = 'lead') as leads,
      avg(st_x(l.point)) as lon, avg(st_y(l.point)) as lat, st_extent(l.point) as extent
    from site_listing l where ${EVERY_CONDITION} and l.point is not null
    group by 1, 2),
  drawn as materialized (
    select d.*, case when d.count <= ${NAMED_AT_MOST} or (st_xmin(d.extent) = st_xmax(d.extent) and st_ymin(d.extent) = st_ymax(d.extent))
      then ${MEMBERS} else '{}' end as ids
    from (select * from cells order by count desc, gx, gy limit ${most}) d),
  features as (
    select case when d.count = 1
      then jsonb_build_object('cluster', false, 'id', p.id, 'name', p.name, 'kind', p.kind, 'shelf', p.shelf,
             'pointPrecision', p.point_precision, 'demo', p.demo)
      else jsonb_build_object('cluster', true, 'count', d.count, 'offered', d.offered, 'ownerKnown', d.owner_known, 'living', d.living, 'leads', d.leads,
             'southWest', jsonb_build_object('lon', st_xmin(d.extent), 'lat', st_ymin(d.extent)),
             'northEast', jsonb_build_object('lon', st_xmax(d.extent), 'lat', st_ymax(d.extent)), 'siteIds', d.ids) end as properties,
      d.count, d.gx, d.gy, jsonb_build_object('type', 'Point', 'coordinates', jsonb_build_array(d.lon, d.lat)) as geometry,
      case when d.count = 1 then p.id::text else 'cell:' || d.gx || ':' || d.gy end as id
    from drawn d left join published_site p on d.count = 1 and p.id = d.ids[1])
  select jsonb_build_object(
    'type', 'FeatureCollection',
    'features', coalesce((select jsonb_agg(jsonb_build_object('type', 'Feature', 'id', id, 'geometry', geometry, 'properties', properties)
                                           order by count desc, gx, gy) from features), '[]'),
    'count', coalesce((select sum(count) from drawn), 0),
    'truncated', (select count(*) from cells) > ${most}) as map`;
