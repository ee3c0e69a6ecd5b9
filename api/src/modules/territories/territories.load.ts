import type { EntityManager } from 'typeorm';
import { readCommunes, readDepartments, readEpcis, readRegions, readTowns } from './official-territories.js';
import { communeRows, epciRows, formerRows, pointRows, type TerritoryRow } from './territories.rules.js';
import { describeOfficialDatasets, sumPopulations, upsertFormerCommunes, upsertPoints, upsertTerritories } from './territories.writes.js';

export const TOWNS_DATASET = 'geonames';

export interface LoadedTerritories {
  readonly territories: number;
  readonly changed: number;
  readonly formerCommunes: number;
  readonly points: number;
}

/**
 * Loads regions, departments, EPCI, communes and merged communes from the packages shipped with the product, with the points of some
 * 9 000 towns. Idempotent; never replaces a point that came from a more complete file.
 */
export async function loadTerritories(tx: EntityManager, at: Date): Promise<LoadedTerritories> {
  await describeOfficialDatasets(tx, at);
  const [regions, departments, epcis, communes, towns] = await Promise.all([
    readRegions(),
    readDepartments(),
    readEpcis(),
    readCommunes(),
    readTowns(),
  ]);
  const communeTable = communeRows(communes, epcis);
  const rows: TerritoryRow[] = [
    ...regions.map(({ code, nom }) => top('region', code, nom, code, null)),
    ...departments.map(({ code, nom, region }) => top('department', code, nom, region, code)),
    ...epciRows(epcis, communeTable),
    ...communeTable,
  ];
  const changed = await upsertTerritories(tx, rows);
  const former = formerRows(communes);
  await upsertFormerCommunes(tx, former);
  const points = pointRows(towns, communeTable, communes);
  await upsertPoints(tx, points, TOWNS_DATASET, [TOWNS_DATASET]);
  await sumPopulations(tx);
  return { territories: rows.length, changed, formerCommunes: former.length, points: points.length };
}

function top(kind: 'region' | 'department', code: string, name: string, regionCode: string, departmentCode: string | null): TerritoryRow {
  return { id: `${kind}:${code}`, kind, code, name, regionCode, departmentCode, epciCode: null, postalCodes: [], population: null };
}
