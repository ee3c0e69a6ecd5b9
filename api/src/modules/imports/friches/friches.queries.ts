import type { EntityManager } from 'typeorm';
import { loadTerritoryIndex } from '../../territories/territory.index.js';
import type { CommuneExtent } from './friches.communes.js';
import { PlaceIndex, type FrichesContext, type KnownPlace } from './friches.context.js';
import { FRICHES_RULES } from './friches.lead.js';
import type { ImportRun } from '../import.types.js';

/** Communes with what a point is compared with, and the places already known: loaded once for the whole file. */
export async function loadFrichesContext(tx: EntityManager, run: ImportRun): Promise<FrichesContext> {
  return {
    territories: await loadTerritoryIndex(tx),
    extents: await loadExtents(tx),
    asOf: run.asOf,
    today: run.startedAt.toISOString().slice(0, 10),
    places: new PlaceIndex(await knownPlaces(tx)),
  };
}

type ExtentRow = { id: string; areaHa: number | null; west: number | null; south: number; east: number; north: number };

export async function loadExtents(tx: EntityManager): Promise<Map<string, CommuneExtent>> {
  const rows = await tx.query<ExtentRow[]>(
    `select id, area_ha::float8 as "areaHa",
            st_xmin(contour) as west, st_ymin(contour) as south, st_xmax(contour) as east, st_ymax(contour) as north
       from territory where kind = 'commune' and (area_ha is not null or contour is not null)`,
  );
  return new Map(
    rows.map(({ id, areaHa, west, south, east, north }) => [id, { areaHa, box: west === null ? null : [west, south, east, north] }]),
  );
}

async function knownPlaces(tx: EntityManager): Promise<KnownPlace[]> {
  const rows = await tx.query<{ key: string; aliases: string | null; lon: number | null; lat: number | null; name: string | null }[]>(
    `select source_key as key, values->>'facts.site_id' as aliases, values->>'name' as name,
            (values->'point'->>'lon')::float8 as lon, (values->'point'->>'lat')::float8 as lat
       from site_source where dataset_id = any($1)
      order by array_position($1, dataset_id), source_key`,
    [FRICHES_RULES.datasetOrder],
  );
  return rows.map(({ key, aliases, lon, lat, name }) => ({
    key,
    aliases: aliases?.split(' | ') ?? [],
    point: lon === null || lat === null ? null : { lon, lat },
    name,
  }));
}
