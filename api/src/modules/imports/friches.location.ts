import proj4 from 'proj4';
import { asNumber, said } from './friches.cells.js';
import type { GeoJsonGeometry, Note } from './import.types.js';
import { centreOf, readGeoJson, readWkt, type Pair, type WrittenShape } from './friches.wkt.js';

export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}
export interface ReadLocation {
  readonly point: LonLat | null;
  readonly outline: { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Pair[])[])[] } | null;
  readonly notes: readonly Note[];
}

/** France by parts, in degrees: west, south, east, north. No pair of numbers fits one box in one order and another in the other. */
const FRANCE: readonly (readonly [number, number, number, number])[] = [
  [-5.6, 41.2, 9.8, 51.3],
  [-63.3, 15.7, -60.9, 18.3], // Guadeloupe, Saint-Martin, Saint-Barthélemy
  [-61.4, 14.2, -60.7, 15.0], // Martinique
  [-54.8, 2.0, -51.4, 6.0], // Guyane
  [55.0, -21.6, 56.0, -20.7], // La Réunion
  [44.9, -13.1, 45.4, -12.5], // Mayotte
  [-56.6, 46.6, -56.0, 47.3], // Saint-Pierre-et-Miquelon
];
const inFrance = ([lon, lat]: Pair): boolean =>
  FRANCE.some(([west, south, east, north]) => lon >= west && lon <= east && lat >= south && lat <= north);

const LAMBERT_93 = '+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs';
const isLambert93 = ([x, y]: Pair): boolean => x >= 90_000 && x <= 1_300_000 && y >= 6_000_000 && y <= 7_200_000;
const isWebMercator = ([x, y]: Pair): boolean => Math.abs(x) <= 7_200_000 && y >= 5_000_000 && y <= 6_700_000 && x < 1_100_000;

type Reading = 'lon_lat' | 'lat_lon' | 'lambert_93' | 'web_mercator';
const CAUSE_OF: Readonly<Record<Reading, string | null>> = {
  lon_lat: null,
  lat_lon: 'point_swapped',
  lambert_93: 'point_projected',
  web_mercator: 'point_projected',
};

/** Which of the four ways to write a point puts it in France; null when none does. */
function readingOf(pair: Pair): Reading | null {
  if (inFrance(pair)) return 'lon_lat';
  if (inFrance([pair[1], pair[0]])) return 'lat_lon';
  if (isLambert93(pair) && inFrance(toDegrees('lambert_93')(pair))) return 'lambert_93';
  return isWebMercator(pair) && inFrance(toDegrees('web_mercator')(pair)) ? 'web_mercator' : null;
}
function toDegrees(reading: Reading): (pair: Pair) => Pair {
  if (reading === 'lon_lat') return (pair) => pair;
  if (reading === 'lat_lon') return ([lat, lon]) => [lon, lat];
  const from = reading === 'lambert_93' ? LAMBERT_93 : 'EPSG:3857';
  return ([x, y]) => {
    const [lon = NaN, lat = NaN] = proj4(from, 'WGS84', [x, y]);
    return [lon, lat];
  };
}

/**
 * Where the place is. The standard's own example writes POINT(lat lon), real exports POINT(lon lat): the boxes of France decide, and
 * the report says what was done. The outline follows the reading of its own first point.
 */
export function readLocation(values: Readonly<Record<string, string>>, geometry: GeoJsonGeometry | null): ReadLocation {
  const notes: Note[] = [];
  const shape = shapeOf(values, geometry, notes);
  const written = writtenPoint(values, notes) ?? (shape ? (shape.point ?? centreOf(shape.polygons)) : null);
  const reading = written && readingOf(written);
  const field = values['geompoint'] ? 'geompoint' : values['longitude'] ? 'longitude' : null;
  const value = said(values['geompoint']) ?? written?.join(' ') ?? null;
  if (!written) {
    if (notes.length === 0) notes.push({ field, value: null, cause: 'point_missing' });
    return { point: null, outline: null, notes };
  }
  if (!reading) {
    notes.push({ field, value, cause: 'point_unreadable' });
    return { point: null, outline: outlineOf(shape), notes };
  }
  const [lon, lat] = toDegrees(reading)(written).map(round6) as [number, number];
  const found = `${lon} ${lat}`;
  const cause = CAUSE_OF[reading] ?? (values['geompoint'] ? 'point_read_lon_lat' : null);
  if (cause) notes.push({ field, value, cause, params: { found, system: reading === 'lambert_93' ? 'Lambert-93' : 'Web-Mercator' } });
  return { point: { lon, lat }, outline: outlineOf(shape), notes };
}

function writtenPoint(values: Readonly<Record<string, string>>, notes: Note[]): Pair | null {
  const wkt = said(values['geompoint']);
  if (wkt) {
    const read = readWkt(wkt);
    const point = read && (read.point ?? centreOf(read.polygons));
    if (!point) notes.push({ field: 'geompoint', value: wkt.slice(0, 80), cause: 'point_unreadable' });
    return point;
  }
  const [x, y] = [said(values['longitude']), said(values['latitude'])];
  if (!x || !y) return null;
  const pair: Pair = [asNumber(x) ?? NaN, asNumber(y) ?? NaN];
  if (pair.every(Number.isFinite)) return pair;
  notes.push({ field: 'longitude', value: `${x} ${y}`, cause: 'point_unreadable' });
  return null;
}

function shapeOf(values: Readonly<Record<string, string>>, geometry: GeoJsonGeometry | null, notes: Note[]): WrittenShape | null {
  const wkt = said(values['geomsurf']);
  if (!wkt) return geometry && readGeoJson(geometry);
  const shape = readWkt(wkt);
  if (!shape) notes.push({ field: 'geomsurf', value: wkt.slice(0, 80), cause: 'outline_unreadable' });
  return shape ?? (geometry && readGeoJson(geometry));
}

function outlineOf(shape: WrittenShape | null): ReadLocation['outline'] {
  const first = shape?.polygons[0]?.[0]?.[0];
  const reading = first && readingOf(first);
  if (!shape || !reading) return null;
  const turn = toDegrees(reading);
  const coordinates = shape.polygons.map((rings) => rings.map((ring) => ring.map((pair) => turn(pair).map(round6) as unknown as Pair)));
  return { type: 'MultiPolygon', coordinates };
}

const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;
