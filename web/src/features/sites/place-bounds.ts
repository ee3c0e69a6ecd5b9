import type { Bounds } from '../../map/map-types';
import type { SiteCard } from './site-types';

const MARGIN_DEGREES = 0.15;

/** The rectangle around the places of a list; `null` when none has a position. */
export function boundsOf(places: readonly Pick<SiteCard, 'point'>[]): Bounds | null {
  const points = places.map((place) => place.point).filter((point) => point !== null);
  if (points.length === 0) return null;
  const lons = points.map((point) => point.lon);
  const lats = points.map((point) => point.lat);
  return [
    Math.min(...lons) - MARGIN_DEGREES,
    Math.min(...lats) - MARGIN_DEGREES,
    Math.max(...lons) + MARGIN_DEGREES,
    Math.max(...lats) + MARGIN_DEGREES,
  ];
}
