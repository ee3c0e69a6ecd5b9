import proj4 from 'proj4';
import type { GeoJsonGeometry } from '../../import.types.js';

interface CoordinateSystem {
  readonly code: number;
  readonly name: string;
  readonly definition: string;
  /** How a `.prj` file names it, letters and figures only. */
  readonly wkt: RegExp;
}

const utm = (code: number, name: string, zone: number, south: boolean, wkt: RegExp): CoordinateSystem => ({
  code,
  name,
  definition: `+proj=utm +zone=${zone}${south ? ' +south' : ''} +ellps=GRS80 +units=m +no_defs`,
  wkt,
});
/** Conic projections of nine bands of latitude (EPSG:3942 to 3950), used by land registers. */
const BANDS = Array.from({ length: 9 }, (_, at): CoordinateSystem => {
  const lat = 42 + at;
  const definition = `+proj=lcc +lat_1=${lat - 0.75} +lat_2=${lat + 0.75} +lat_0=${lat} +lon_0=3 +x_0=1700000 +y_0=${1 + at}200000 +ellps=GRS80 +units=m +no_defs`;
  return { code: 3942 + at, name: `RGF93 / CC${lat}`, definition, wkt: new RegExp(`cc${lat}(?!\\d)`, 'i') };
});

/** Systems that French files declare: the mainland's, the bands', the older one, and those overseas. */
const SYSTEMS: readonly CoordinateSystem[] = [
  { code: 4326, name: 'WGS84', definition: 'WGS84', wkt: /^geogcs.*(wgs1984|wgs84|rgf93|rgf1993)/i },
  {
    code: 2154,
    name: 'Lambert-93',
    definition: '+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs',
    wkt: /lambert93/i,
  },
  { code: 3857, name: 'Web Mercator', definition: 'EPSG:3857', wkt: /webmercator|pseudomercator/i },
  {
    code: 27572,
    name: 'Lambert II étendu',
    definition:
      '+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000 +y_0=2200000 +a=6378249.2 +b=6356515 +towgs84=-168,-60,320,0,0,0,0 +pm=paris +units=m +no_defs',
    wkt: /lambert(ii|zoneii|2)(etendu|extended)/i,
  },
  ...BANDS,
  utm(5490, 'RGAF09 / UTM 20N', 20, false, /utmzone20n/i),
  utm(2972, 'RGFG95 / UTM 22N', 22, false, /utmzone22n/i),
  utm(2975, 'RGR92 / UTM 40S', 40, true, /utmzone40s/i),
  utm(4471, 'RGM04 / UTM 38S', 38, true, /utmzone38s/i),
  utm(4467, 'RGSPM06 / UTM 21N', 21, false, /utmzone21n/i),
];
const SAME_AS_WGS84 = new Set([4171, 4258, 4979, 5489, 4624, 4627, 4470, 4463]);

export type DeclaredSystem = Pick<CoordinateSystem, 'code' | 'name'> & {
  readonly toDegrees: (x: number, y: number) => readonly [number, number];
};

/** By EPSG number; null = not one of ours: its numbers are then read as everywhere else, by where they fall. */
export function systemOfCode(code: number): DeclaredSystem | null {
  return declared(SYSTEMS.find((system) => system.code === (SAME_AS_WGS84.has(code) ? 4326 : code)));
}

/** By the text of a `.prj` file. */
export function systemOfPrj(prj: string): DeclaredSystem | null {
  const plain = prj.normalize('NFD').replace(/[^A-Za-z0-9]/g, '');
  return declared(SYSTEMS.slice(1).find(({ wkt }) => wkt.test(plain)) ?? SYSTEMS.find(({ wkt }) => wkt.test(plain)));
}

function declared(system: CoordinateSystem | undefined): DeclaredSystem | null {
  if (system === undefined) return null;
  if (system.code === 4326) return { ...system, toDegrees: (x, y) => [x, y] };
  const converter = proj4(system.definition, 'WGS84');
  return { ...system, toDegrees: (x, y) => converter.forward<[number, number]>([x, y]) };
}

/** The geometry in degrees; coordinates that are not finite numbers are left for the reader of the row to refuse. */
export function inDegrees(geometry: GeoJsonGeometry, system: DeclaredSystem | null): GeoJsonGeometry {
  if (system === null || system.code === 4326) return geometry;
  return { type: geometry.type, coordinates: converted(geometry.coordinates, system, 0) };
}

function converted(coordinates: unknown, system: DeclaredSystem, depth: number): unknown {
  if (!Array.isArray(coordinates) || depth > 4) return null;
  const [x, y] = coordinates as unknown[];
  if (typeof x === 'number' && typeof y === 'number') {
    return Number.isFinite(x) && Number.isFinite(y) ? system.toDegrees(x, y).map((degrees) => Number(degrees.toFixed(7))) : [x, y];
  }
  return coordinates.map((part: unknown) => converted(part, system, depth + 1));
}
