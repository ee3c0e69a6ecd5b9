export type ZoneCorner = readonly [lon: number, lat: number];
export const FEWEST_CORNERS = 3;
export const MOST_CORNERS = 40;
/** A wider drawing would go around the world the other way. */
const WIDEST_DEGREES = 180;

export type ZoneFault = 'pairs' | 'few' | 'many' | 'outside' | 'wide' | 'crossing';

/** Why a drawing cannot be searched, or null. The ring is open: its last corner is joined to its first. */
export function whyNotAZone(numbers: readonly number[]): ZoneFault | null {
  if (numbers.length % 2 !== 0) return 'pairs';
  const corners = cornersOf(numbers);
  if (corners.length < FEWEST_CORNERS) return 'few';
  if (corners.length > MOST_CORNERS) return 'many';
  if (corners.some(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90)) return 'outside';
  const lons = corners.map(([lon]) => lon);
  if (Math.max(...lons) - Math.min(...lons) > WIDEST_DEGREES) return 'wide';
  return enclosesNothing(corners) || crosses(corners) ? 'crossing' : null;
}

export function cornersOf(numbers: readonly number[]): ZoneCorner[] {
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => [numbers[index * 2] ?? 0, numbers[index * 2 + 1] ?? 0]);
}

/** Twice the signed area of a triangle: its sign tells on which side of a-b the point c lies. */
function turn(a: ZoneCorner, b: ZoneCorner, c: ZoneCorner): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function enclosesNothing(corners: readonly ZoneCorner[]): boolean {
  const [origin] = corners;
  if (origin === undefined) return true;
  return corners.reduce((sum, corner, index) => sum + turn(origin, corner, corners[(index + 1) % corners.length] ?? origin), 0) === 0;
}

/** Whether two sides that are not neighbours meet, or two corners are the same. */
function crosses(corners: readonly ZoneCorner[]): boolean {
  const sides = corners.map((corner, index) => [corner, corners[(index + 1) % corners.length] ?? corner] as const);
  return sides.some(([a, b], one) => {
    if (a[0] === b[0] && a[1] === b[1]) return true;
    return sides.some(([c, d], other) => {
      const neighbours = other - one <= 1 || (one === 0 && other === sides.length - 1);
      return !neighbours && meet(a, b, c, d);
    });
  });
}

function meet(a: ZoneCorner, b: ZoneCorner, c: ZoneCorner, d: ZoneCorner): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (abc === 0 && lies(a, b, c)) || (abd === 0 && lies(a, b, d)) || (cda === 0 && lies(c, d, a)) || (cdb === 0 && lies(c, d, b));
}

/** Whether a point of the line of a-b is between them. */
function lies(a: ZoneCorner, b: ZoneCorner, point: ZoneCorner): boolean {
  const between = (axis: 0 | 1) => point[axis] >= Math.min(a[axis], b[axis]) && point[axis] <= Math.max(a[axis], b[axis]);
  return between(0) && between(1);
}
