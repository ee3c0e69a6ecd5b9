import type { Polygon } from 'geojson';
import type { Bounds } from './map-types';

/** A corner in degrees, longitude first. */
export type Corner = readonly [number, number];

/** “lon,lat,lon,lat,…” of an address as pairs; the ring is not closed. */
export function readCorners(text: string | undefined): [number, number][] {
  const numbers = text ? text.split(',').map(Number) : [];
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => [numbers[index * 2] ?? 0, numbers[index * 2 + 1] ?? 0]);
}

export function writeCorners(corners: readonly (readonly number[])[]): string {
  return corners.map(([lon = 0, lat = 0]) => `${roundDegrees(lon)},${roundDegrees(lat)}`).join(',');
}

/** Ten metres are enough to say where, and keep addresses short. */
export function roundDegrees(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}

export function polygonOf(corners: readonly Corner[]): Polygon | null {
  const [first] = corners;
  return first ? { type: 'Polygon', coordinates: [[...corners, first].map((corner) => [...corner])] } : null;
}

/** The ring of a drawing, open, without the corners that change its shape least when there are more than an address holds. */
export function cornersOf(drawn: Polygon, most: number): Corner[] {
  const corners = (drawn.coordinates[0] ?? []).slice(0, -1).map(([lon = 0, lat = 0]): Corner => [lon, lat]);
  while (corners.length > most) {
    const weights = corners.map((corner, index) =>
      triangle(corners.at(index - 1) ?? corner, corner, corners[(index + 1) % corners.length] ?? corner),
    );
    corners.splice(weights.indexOf(Math.min(...weights)), 1);
  }
  return corners;
}

function triangle(a: Corner, b: Corner, c: Corner): number {
  return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

/** The rectangle around corners, with some air; null when there is none. */
export function boundsOfCorners(corners: readonly Corner[], airDegrees: number): Bounds | null {
  if (corners.length === 0) return null;
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  return [Math.min(...lons) - airDegrees, Math.min(...lats) - airDegrees, Math.max(...lons) + airDegrees, Math.max(...lats) + airDegrees];
}

/** Corners sorted around their middle: whichever order they were chosen in, the outline never crosses itself. */
export function aroundTheirMiddle(corners: readonly Corner[]): Corner[] {
  if (corners.length === 0) return [];
  const middle = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  const [lon, lat] = [middle(0), middle(1)];
  const angle = (corner: Corner) => Math.atan2(corner[1] - lat, corner[0] - lon);
  return [...corners].sort((a, b) => angle(a) - angle(b));
}
