import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { EVERY_CONDITION, filterParameters, FILTER_PARAMETERS } from '../sites.conditions.js';
import type { TileFilter } from './site-tiles.schemas.js';
import { asksForShelvesOnly, CELLS_PER_SIDE, COUNTED_TO_ZOOM, type Tile, tileBox } from './tile.rules.js';

@Injectable()
export class SiteTilesQueries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Empty where nothing stands. */
  async tile(tile: Tile, filter: TileFilter): Promise<Buffer> {
    const counted = tile.z <= COUNTED_TO_ZOOM && asksForShelvesOnly(filter);
    const parameters = filterParameters({ ...filter, bbox: tileBox(tile) });
    const rows: { mvt: Buffer | null }[] = await this.db.query(counted ? FROM_COUNTS : FROM_PLACES, [
      ...parameters,
      tile.z,
      tile.x,
      tile.y,
    ]);
    return rows[0]?.mvt ?? Buffer.alloc(0);
  }
}

const [Z, X, Y] = [1, 2, 3].map((offset) => `$${FILTER_PARAMETERS + offset}::int`) as [string, string, string];
/** Cells along a side of the world at this zoom. */
const ACROSS = `((1 << ${Z}) * ${CELLS_PER_SIDE})`;
const COLUMN = `tile_column(l.mercator, ${ACROSS})`;
const ROW = `tile_row(l.mercator, ${ACROSS})`;
const WITHIN = (cell: string, tile: string) =>
  `${cell} between ${tile} * ${CELLS_PER_SIDE} and ${tile} * ${CELLS_PER_SIDE} + ${CELLS_PER_SIDE - 1}`;
const BY_SHELF = (places: (shelf: string) => string) => `
  ${places('offered')} as offered, ${places('owner_known')} as owner_known, ${places('living')} as living, ${places('lead')} as leads`;

const PLACES = `
  select ${COLUMN} as gx, ${ROW} as gy, count(*)::int as places,
    ${BY_SHELF((shelf) => `(count(*) filter (where l.shelf = '${shelf}'))::int`)},
    avg(st_x(l.mercator)) as x, avg(st_y(l.mercator)) as y,
    min(st_x(l.mercator)) = max(st_x(l.mercator)) and min(st_y(l.mercator)) = max(st_y(l.mercator)) as one_spot
  from site_listing l where ${EVERY_CONDITION} and l.point is not null and ${WITHIN(COLUMN, X)} and ${WITHIN(ROW, Y)}
  group by 1, 2`;

/** Kept cells, gathered by the power of two that this zoom needs. */
const GATHERED = `(1 << (${COUNTED_TO_ZOOM} - ${Z}))`;
const COUNTS = `
  select c.gx / ${GATHERED} as gx, c.gy / ${GATHERED} as gy, sum(c.places)::int as places,
    ${BY_SHELF((shelf) => `coalesce(sum(c.places) filter (where c.shelf = '${shelf}'), 0)::int`)},
    sum(c.x_m)::float8 / sum(c.places) as x, sum(c.y_m)::float8 / sum(c.places) as y, false as one_spot
  from site_cell c
  where c.shelf = any($6::text[])
    and c.gx between ${X} * ${CELLS_PER_SIDE} * ${GATHERED} and (${X} + 1) * ${CELLS_PER_SIDE} * ${GATHERED} - 1
    and c.gy between ${Y} * ${CELLS_PER_SIDE} * ${GATHERED} and (${Y} + 1) * ${CELLS_PER_SIDE} * ${GATHERED} - 1
  group by 1, 2 having sum(c.places) > 0`;

/** The members of a small group, and the first of one that no zoom can part, as the map names them. */
const NAMED_AT_MOST = 12;
const CELL_M = `(40075016.685578488 / ${ACROSS})`;
const LEFT = `(d.gx * ${CELL_M} - 20037508.342789244)`;
const TOP = `(20037508.342789244 - d.gy * ${CELL_M})`;
const CELL_BOX = `st_expand(st_transform(st_makeenvelope(${LEFT}, ${TOP} - ${CELL_M}, ${LEFT} + ${CELL_M}, ${TOP}, 3857), 4326), 0.00001)`;
const MEMBERS = `
  (select (array_agg(l.site_id order by l.shelf desc, l.site_id))[1:${NAMED_AT_MOST}] from site_listing l
   where ${EVERY_CONDITION} and l.point && ${CELL_BOX} and ${COLUMN} = d.gx and ${ROW} = d.gy)`;

const drawn = (cells: string) => `
  with d as materialized (${cells}),
  named as materialized (
    select d.*, case when d.places <= ${NAMED_AT_MOST} or d.one_spot then ${MEMBERS} else '{}' end as ids from d)
  select st_asmvt(f, 'places', 4096, 'geom') as mvt from (
    select st_asmvtgeom(st_setsrid(st_makepoint(n.x, n.y), 3857), st_tileenvelope(${Z}, ${X}, ${Y}), 4096, 0, false) as geom,
      case when n.places = 1 then n.ids[1]::text else 'cell:' || ${Z} || ':' || n.gx || ':' || n.gy end as id,
      n.places as count, n.offered, n.owner_known as "ownerKnown", n.living, n.leads,
      p.name, p.kind, p.shelf, p.point_precision as "pointPrecision", p.demo,
      case when n.places > 1 and cardinality(n.ids) > 0 then array_to_string(n.ids, ',') end as "siteIds", case when n.places > 1 then n.one_spot end as "oneSpot"
    from named n left join lateral (
      select * from published_site s where n.places = 1 and s.id = n.ids[1] limit 1) p on true
    order by n.places desc, n.gx, n.gy) f`;

const FROM_PLACES = drawn(PLACES);
const FROM_COUNTS = drawn(COUNTS);
