import { readPoint, type LonLat, type ReadPoint } from '../../territories/french-point.rules.js';
import { said } from './friches.cells.js';
import { centreOf, readGeoJson, readWkt, type Pair, type WrittenShape } from './friches.wkt.js';
import type { GeoJsonGeometry, Note } from '../import.types.js';

export interface ReadLocation {
  readonly point: LonLat | null;
  readonly outline: { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Pair[])[])[] } | null;
  readonly notes: readonly Note[];
}
type Values = Readonly<Record<string, string>>;
/** Which metres are tried first: some pairs are French ground in both systems. */
type Grid = 'lambert_93' | 'web_mercator';

const SYSTEMS = {
  lambert_93: 'Lambert-93',
  web_mercator: 'Web Mercator',
  utm_20n: 'UTM 20 Nord',
  utm_22n: 'UTM 22 Nord',
  utm_40s: 'UTM 40 Sud',
  utm_38s: 'UTM 38 Sud',
} as const;

/**
 * Where the place is. The standard's own example writes POINT(lat lon), real exports POINT(lon lat): the boxes of France decide, and
 * the report says what was done. Every corner of the outline follows the same test.
 */
export function readLocation(values: Values, geometry: GeoJsonGeometry | null, likelier: Grid = 'lambert_93'): ReadLocation {
  const notes: Note[] = [];
  const shape = readShape(values, geometry, notes);
  const outline = shape && shape.polygons.length > 0 ? outlineOf(shape, notes, likelier) : null;
  const { field, value, read } = writtenPoint(values, shape, likelier);
  if (read.point === null) {
    notes.push({ field, value, cause: read.how === 'missing' ? 'point_missing' : 'point_unreadable' });
    return { point: null, outline, notes };
  }
  const point = { lon: round6(read.point.lon), lat: round6(read.point.lat) };
  const found = `${point.lon} ${point.lat}`;
  if (read.how === 'swapped') notes.push({ field, value, cause: 'point_swapped', params: { found } });
  else if (read.how !== 'as_written') notes.push({ field, value, cause: 'point_projected', params: { found, system: SYSTEMS[read.how] } });
  else if (field === 'geompoint') notes.push({ field, value, cause: 'point_read_lon_lat', params: { found } });
  return { point, outline, notes };
}

/** From the surest column to the least: the point in WKT, two columns of numbers, the geometry of the feature, the middle of the outline. */
function writtenPoint(
  values: Values,
  shape: WrittenShape | null,
  likelier: Grid,
): { field: string | null; value: string | null; read: ReadPoint } {
  const wkt = said(values['geompoint']);
  if (wkt) {
    const written = readWkt(wkt);
    const pair = written && (written.point ?? centreOf(written.polygons));
    return { field: 'geompoint', value: wkt.slice(0, 80), read: pair ? readPair(pair, likelier) : { point: null, how: 'unreadable' } };
  }
  const [x, y] = [said(values['longitude']), said(values['latitude'])];
  if (x ?? y) return { field: 'longitude', value: `${x} ${y}`, read: readPoint(x ?? '', y ?? '', likelier) };
  const pair = shape && (shape.point ?? centreOf(shape.polygons));
  return { field: null, value: pair?.join(' ') ?? null, read: pair ? readPair(pair, likelier) : { point: null, how: 'missing' } };
}

function readShape(values: Values, geometry: GeoJsonGeometry | null, notes: Note[]): WrittenShape | null {
  const wkt = said(values['geomsurf']);
  const shape = wkt ? readWkt(wkt) : null;
  if (wkt && !shape) notes.push({ field: 'geomsurf', value: wkt.slice(0, 80), cause: 'outline_unreadable' });
  return shape ?? (geometry && readGeoJson(geometry));
}

function outlineOf({ polygons }: WrittenShape, notes: Note[], likelier: Grid): ReadLocation['outline'] {
  const lost: Pair[] = [];
  const coordinates = polygons.map((rings) =>
    rings.map((ring) =>
      ring.map((pair): Pair => {
        const { point } = readPair(pair, likelier);
        if (!point) lost.push(pair);
        return point ? [round6(point.lon), round6(point.lat)] : pair;
      }),
    ),
  );
  if (lost.length === 0) return { type: 'MultiPolygon', coordinates };
  notes.push({ field: 'geomsurf', value: lost[0]?.join(' ') ?? null, cause: 'outline_unreadable' });
  return null;
}

const readPair = ([x, y]: Pair, likelier: Grid): ReadPoint => readPoint(String(x), String(y), likelier);
const round6 = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
