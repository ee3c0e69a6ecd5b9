import type { GeoJsonGeometry } from '../import.types.js';

/** Numbers as written, axis order not yet decided. */
export type Pair = readonly [number, number];
export interface WrittenShape {
  readonly point: Pair | null;
  /** Polygons, each with its rings; empty for a point. */
  readonly polygons: readonly (readonly (readonly Pair[])[])[];
}

const NUMBER = /[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** POINT, POLYGON and MULTIPOLYGON of Well-Known Text, with or without an SRID or Z values. Null when it is something else. */
export function readWkt(text: string): WrittenShape | null {
  const found = /^(?:SRID=\d+;\s*)?(POINT|POLYGON|MULTIPOLYGON)\s*(?:ZM|Z|M)?\s*(\(.*\))$/is.exec(text.trim());
  const [, kind, body] = found ?? [];
  if (!kind || !body || !balanced(body) || !/^[\d\s().,+\-e]*$/i.test(body)) return null;
  if (kind.toUpperCase() === 'POINT') {
    const pair = readPair(body);
    return pair ? { point: pair, polygons: [] } : null;
  }
  const polygons = (
    kind.toUpperCase() === 'POLYGON' ? [body] : [...body.matchAll(/\((\([^()]*\)(?:\s*,\s*\([^()]*\))*)\)/g)].map((part) => part[0])
  ).map((polygon) => [...polygon.matchAll(/\(([^()]+)\)/g)].map((ring) => readRing(ring[1] ?? '')));
  return polygons.length > 0 && polygons.every(isSound) ? { point: null, polygons: closeAll(polygons) } : null;
}

/** The same from GeoJSON. */
export function readGeoJson(geometry: GeoJsonGeometry): WrittenShape | null {
  const { type, coordinates } = geometry;
  if (type === 'Point') return isPair(coordinates) ? { point: [coordinates[0], coordinates[1]], polygons: [] } : null;
  if (type === 'MultiPoint' && Array.isArray(coordinates) && isPair(coordinates[0])) {
    return { point: [coordinates[0][0], coordinates[0][1]], polygons: [] };
  }
  const polygons: unknown = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!Array.isArray(polygons)) return null;
  const read = polygons.map((rings: unknown) =>
    Array.isArray(rings)
      ? rings.map((ring: unknown) =>
          Array.isArray(ring) ? ring.map((at: unknown) => (isPair(at) ? ([at[0], at[1]] as const) : null)) : [],
        )
      : [],
  );
  return read.length > 0 && read.every(isSound) ? { point: null, polygons: closeAll(read) } : null;
}

/** Centre of the largest ring: good enough to say where a place is when only its outline is given. */
export function centreOf(polygons: WrittenShape['polygons']): Pair | null {
  const ring = polygons
    .map((rings) => rings[0] ?? [])
    .reduce<readonly Pair[]>((best, next) => (Math.abs(area2(next)) > Math.abs(area2(best)) ? next : best), []);
  const total = area2(ring);
  const [originX, originY] = ring[0] ?? [0, 0];
  if (total === 0) return ring[0] ?? null;
  let x = 0;
  let y = 0;
  eachEdge(ring, ([x1, y1], [x2, y2]) => {
    const cross = (x1 - originX) * (y2 - originY) - (x2 - originX) * (y1 - originY);
    x += (x1 + x2 - 2 * originX) * cross;
    y += (y1 + y2 - 2 * originY) * cross;
  });
  return [originX + x / (3 * total), originY + y / (3 * total)];
}

function area2(ring: readonly Pair[]): number {
  const [originX, originY] = ring[0] ?? [0, 0];
  let total = 0;
  eachEdge(ring, ([x1, y1], [x2, y2]) => (total += (x1 - originX) * (y2 - originY) - (x2 - originX) * (y1 - originY)));
  return total;
}
function eachEdge(ring: readonly Pair[], visit: (from: Pair, to: Pair) => void): void {
  for (let at = 1; at < ring.length; at++) visit(ring[at - 1] ?? [0, 0], ring[at] ?? [0, 0]);
}
function readPair(text: string): Pair | null {
  const [x, y] = (text.match(NUMBER) ?? []).map(Number);
  return x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
}
function readRing(text: string): (Pair | null)[] {
  return text.split(',').map(readPair);
}
function isPair(value: unknown): value is [number, number] {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
}
function isSound(rings: readonly (readonly (Pair | null)[])[]): rings is Pair[][] {
  return rings.length > 0 && rings.every((ring) => ring.length >= 3 && ring.every((pair) => pair !== null));
}
function closeAll(polygons: readonly Pair[][][]): Pair[][][] {
  return polygons.map((rings) =>
    rings.map((ring) => {
      const [first, last] = [ring[0], ring.at(-1)];
      return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
    }),
  );
}
function balanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth++;
    else if (letter === ')' && --depth < 0) return false;
  }
  return depth === 0;
}
