import type { Feature, Polygon } from 'geojson';

const EARTH_RADIUS_M = 6_371_008.8;
const SIDES = 72;

/** A circle of the given radius on the globe, as a polygon to draw (never to decide who is inside: the server does). */
export function circlePolygon(lon: number, lat: number, radiusM: number): Feature<Polygon> {
  const radians = Math.PI / 180;
  const angular = radiusM / EARTH_RADIUS_M;
  const ring = Array.from({ length: SIDES + 1 }, (_, index) => {
    const bearing = (index / SIDES) * 2 * Math.PI;
    const lat2 = Math.asin(Math.sin(lat * radians) * Math.cos(angular) + Math.cos(lat * radians) * Math.sin(angular) * Math.cos(bearing));
    const lon2 =
      lon * radians +
      Math.atan2(
        Math.sin(bearing) * Math.sin(angular) * Math.cos(lat * radians),
        Math.cos(angular) - Math.sin(lat * radians) * Math.sin(lat2),
      );
    return [lon2 / radians, lat2 / radians];
  });
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } };
}
