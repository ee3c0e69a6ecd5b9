import type { Verdict } from '../criteria/criterion.js';
import type { GridPoint, OptionProfile, Zone, ZonePart } from './match.profile.js';

type Placed = Pick<OptionProfile, 'regionCode' | 'departmentCode' | 'epciCode' | 'communeCode' | 'point'>;
type Circle = Extract<ZonePart, { type: 'circle' }>;
type Polygon = Extract<ZonePart, { type: 'polygon' }>;
type Territories = Extract<ZonePart, { type: 'territories' }>;

/** Met when every group contains the place; a group contains it when one of its parts does. */
export function inZone(zone: Zone, place: Placed): Verdict {
  const verdicts = zone.map((group) => inGroup(group, place));
  if (verdicts.includes('not_met')) return 'not_met';
  return verdicts.includes('unknown') ? 'unknown' : 'met';
}

export function inGroup(group: readonly ZonePart[], place: Placed): Verdict {
  const verdicts = group.map((part) => inPart(part, place));
  if (verdicts.includes('met')) return 'met';
  return verdicts.includes('unknown') ? 'unknown' : 'not_met';
}

function inPart(part: ZonePart, place: Placed): Verdict {
  if (part.type === 'territories') return inTerritories(part, place);
  if (place.point === null) return 'unknown';
  const inside = part.type === 'circle' ? inCircle(part, place.point, part.radiusM) : inPolygon(part, place.point);
  return inside ? 'met' : 'not_met';
}

function inTerritories(part: Territories, place: Placed): Verdict {
  const levels: readonly (readonly [readonly string[], string | null])[] = [
    [part.regions, place.regionCode],
    [part.departments, place.departmentCode],
    [part.epcis, place.epciCode],
    [part.communes, place.communeCode],
  ];
  if (levels.some(([codes, code]) => code !== null && codes.includes(code))) return 'met';
  return levels.some(([codes, code]) => code === null && codes.length > 0) ? 'unknown' : 'not_met';
}

function inCircle(circle: Circle, point: GridPoint, radiusM: number): boolean {
  return circle.centre.grid === point.grid && squaredM2(circle.centre, point) <= radiusM * radiusM;
}

/** Even-odd rule in exact integer arithmetic; the boundary is inside, as for PostGIS `ST_Intersects`. */
export function inPolygon(polygon: Polygon, point: GridPoint): boolean {
  if (polygon.grid !== point.grid) return false;
  let inside = false;
  for (let i = 1; i < polygon.ring.length; i++) {
    const [ax, ay] = polygon.ring[i - 1]!;
    const [bx, by] = polygon.ring[i]!;
    const side = (bx - ax) * (point.yM - ay) - (by - ay) * (point.xM - ax);
    if (side === 0 && between(ax, point.xM, bx) && between(ay, point.yM, by)) return true;
    if (ay > point.yM !== by > point.yM && side > 0 === by > ay) inside = !inside;
  }
  return inside;
}

function between(a: number, value: number, b: number): boolean {
  return Math.min(a, b) <= value && value <= Math.max(a, b);
}

function squaredM2(a: GridPoint, b: GridPoint): number {
  return (a.xM - b.xM) ** 2 + (a.yM - b.yM) ** 2;
}

/** Whole metres, rounded down; `null` across grids, whose metres have nothing in common. */
export function distanceM(a: GridPoint, b: GridPoint): number | null {
  return a.grid === b.grid ? Math.floor(Math.sqrt(squaredM2(a, b))) : null;
}

/** A quarter more than the radius asked. */
export const widerRadiusM = (radiusM: number): number => Math.floor((radiusM * 5) / 4);

/**
 * The smallest radius that would bring the place in, when one group alone leaves it out and that group holds a circle.
 * `near` = within 25 % of the radius asked. Territories and drawings have no “a little larger”.
 */
export function radiusToReach(
  zone: Zone,
  place: Placed,
): { readonly radiusM: number; readonly extraM: number; readonly near: boolean } | null {
  const out = zone.filter((group) => inGroup(group, place) === 'not_met');
  const point = place.point;
  if (out.length !== 1 || point === null) return null;
  const reaches = (out[0] ?? []).flatMap((part) => {
    if (part.type !== 'circle' || part.centre.grid !== point.grid) return [];
    const radiusM = Math.ceil(Math.sqrt(squaredM2(part.centre, point)));
    return [{ radiusM, extraM: radiusM - part.radiusM, near: inCircle(part, point, widerRadiusM(part.radiusM)) }];
  });
  return reaches.sort((a, b) => Number(b.near) - Number(a.near) || a.extraM - b.extraM)[0] ?? null;
}

/** The circle of the zone the place is nearest to, for the words “31 km from the point”. */
export function distanceToZoneM(zone: Zone, place: Placed): number | null {
  const point = place.point;
  if (point === null) return null;
  const distances = zone
    .flat()
    .filter((part) => part.type === 'circle')
    .map((circle) => distanceM(circle.centre, point))
    .filter((metres) => metres !== null);
  return distances.length > 0 ? Math.min(...distances) : null;
}
