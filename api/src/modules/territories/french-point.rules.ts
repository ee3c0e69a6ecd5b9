import proj4 from 'proj4';

/** Where French ground lies, in degrees: the test that tells longitude from latitude and metres from degrees. */
interface Box {
  readonly departments: readonly string[] | null;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}
const FRENCH_BOXES: readonly Box[] = [
  { departments: null, west: -5.5, south: 41.2, east: 9.8, north: 51.3 },
  { departments: ['971', '977', '978'], west: -63.3, south: 15.7, east: -60.9, north: 18.2 },
  { departments: ['972'], west: -61.4, south: 14.2, east: -60.7, north: 15.1 },
  { departments: ['973'], west: -54.8, south: 2, east: -51.4, north: 6.1 },
  { departments: ['974'], west: 55, south: -21.6, east: 56, north: -20.6 },
  { departments: ['976'], west: 44.8, south: -13.2, east: 45.5, north: -12.4 },
  { departments: ['975'], west: -56.7, south: 46.6, east: -56, north: 47.3 },
];

export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

export function isInFrance({ lon, lat }: LonLat): boolean {
  return boxOf({ lon, lat }) !== undefined;
}
function boxOf({ lon, lat }: LonLat): Box | undefined {
  return FRENCH_BOXES.find((box) => lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north);
}

/** The overseas department whose ground a point lies on; null in metropolitan France or elsewhere. */
export function overseasDepartmentOf(point: LonLat): string | null {
  return boxOf(point)?.departments?.[0] ?? null;
}

/** Legal grids overseas; their metres never fall into French ground when read in another of these. */
const OVERSEAS_GRIDS = {
  utm_20n: { definition: '+proj=utm +zone=20 +ellps=GRS80 +units=m +no_defs', departments: ['971', '972'] },
  utm_22n: { definition: '+proj=utm +zone=22 +ellps=GRS80 +units=m +no_defs', departments: ['973'] },
  utm_40s: { definition: '+proj=utm +zone=40 +south +ellps=GRS80 +units=m +no_defs', departments: ['974'] },
  utm_38s: { definition: '+proj=utm +zone=38 +south +ellps=GRS80 +units=m +no_defs', departments: ['976'] },
} as const;
type OverseasGrid = keyof typeof OVERSEAS_GRIDS;

export type ReadPoint =
  | { readonly point: LonLat; readonly how: 'as_written' | 'swapped' | 'web_mercator' | 'lambert_93' | OverseasGrid }
  | { readonly point: null; readonly how: 'missing' | 'unreadable' };

const LAMBERT_93 = '+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs';
const EARTH_RADIUS_M = 6_371_008;

/**
 * Reads two numbers as a point in France: degrees in either order, or metres whatever the column says. An order is only changed when
 * the written one lies outside France and the other inside. Some pairs of metres are in France in both systems: `likelier` comes first.
 */
export function readPoint(x: string, y: string, likelier: 'lambert_93' | 'web_mercator' = 'lambert_93'): ReadPoint {
  if (x.trim() === '' && y.trim() === '') return { point: null, how: 'missing' };
  const [first, second] = [readNumber(x), readNumber(y)];
  if (first === null || second === null) return { point: null, how: 'unreadable' };
  const lambert = { point: fromLambert93(first, second), how: 'lambert_93' } as const;
  const mercator = { point: fromWebMercator(first, second), how: 'web_mercator' } as const;
  const readings = [
    { point: { lon: first, lat: second }, how: 'as_written' } as const,
    { point: { lon: second, lat: first }, how: 'swapped' } as const,
    ...metresInOrder(lambert, mercator, likelier),
  ];
  for (const { point, how } of readings) if (point && isInFrance(point)) return { point, how };
  return readOverseas(first, second) ?? { point: null, how: 'unreadable' };
}

/** The likelier system first, unless it leads into the sea or to Spain: south of the Pyrenees there is only Corsica. */
function metresInOrder<L extends { readonly point: LonLat | null }, M extends { readonly point: LonLat | null }>(
  lambert: L,
  mercator: M,
  likelier: 'lambert_93' | 'web_mercator',
): readonly (L | M)[] {
  const ordered = likelier === 'lambert_93' ? [lambert, mercator] : [mercator, lambert];
  const isAstray = ({ point }: L | M) => point !== null && point.lat < 42.3 && point.lon < 8.4;
  return [...ordered.filter((reading) => !isAstray(reading)), ...ordered.filter(isAstray)];
}

function readOverseas(x: number, y: number): ReadPoint | null {
  if (x < 100_000 || x > 900_000 || y < 200_000 || y > 9_000_000) return null;
  for (const [how, { definition, departments }] of Object.entries(OVERSEAS_GRIDS)) {
    const point = toDegrees(definition, x, y);
    const department = point && overseasDepartmentOf(point);
    if (department && (departments as readonly string[]).includes(department)) return { point, how: how as OverseasGrid };
  }
  return null;
}

/** Decimal comma, thin spaces and a leading plus are accepted. */
export function readNumber(text: string): number | null {
  const clean = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(clean) ? Number(clean) : null;
}

export function fromWebMercator(x: number, y: number): LonLat | null {
  return Math.abs(x) <= 180 && Math.abs(y) <= 180 ? null : toDegrees('EPSG:3857', x, y);
}

export function fromLambert93(x: number, y: number): LonLat | null {
  return x < 0 || x > 1_300_000 || y < 6_000_000 || y > 7_200_000 ? null : toDegrees(LAMBERT_93, x, y);
}

/** Seven decimals are a centimetre. */
function toDegrees(system: string, x: number, y: number): LonLat | null {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  const [lon = NaN, lat = NaN] = proj4(system, 'WGS84', [x, y]);
  return Number.isFinite(lon) && Number.isFinite(lat) ? { lon: Number(lon.toFixed(7)), lat: Number(lat.toFixed(7)) } : null;
}

/** Great-circle distance in metres, for plausibility only. */
export function distanceM(from: LonLat, to: LonLat): number {
  const radians = Math.PI / 180;
  const dLat = (to.lat - from.lat) * radians;
  const dLon = (to.lon - from.lon) * radians;
  const half = Math.sin(dLat / 2) ** 2 + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(half));
}
