import { formatNumber } from '../../lib/format';
import type { Bounds, MapPoints } from '../../map/map-types';
import type { Language } from '../../text/language';
import type { SiteCard } from './site-types';
import type { SiteMap } from './sites.queries';

/** The server's places and clusters in the map's own plain terms. */
export function toMapPoints(answer: SiteMap | undefined, language: Language): MapPoints {
  return {
    type: 'FeatureCollection',
    features: (answer?.features ?? []).map((feature) => {
      const geometry = { type: 'Point' as const, coordinates: [...feature.geometry.coordinates] };
      if (!feature.properties.cluster) {
        const { id, name, shelf } = feature.properties;
        return {
          type: 'Feature',
          geometry,
          properties: {
            id,
            count: 1,
            offered: shelf === 'offered' || shelf === 'owner_known' ? 1 : 0,
            living: shelf === 'living' ? 1 : 0,
            label: name,
          },
        };
      }
      const { count, offered, ownerKnown, living, southWest, northEast, siteIds } = feature.properties;
      return {
        type: 'Feature',
        geometry,
        properties: {
          id: feature.id,
          count,
          offered: offered + ownerKnown,
          living,
          label: formatNumber(count, language),
          members: siteIds,
          bounds: [southWest.lon, southWest.lat, northEast.lon, northEast.lat],
        },
      };
    }),
  };
}

/** Which point to light for a place of the list: itself, or the cluster that holds it. */
export function pointOf(siteId: string | null, answer: SiteMap | undefined): string | null {
  if (!siteId || !answer) return null;
  const feature = answer.features.find(({ properties }) =>
    properties.cluster ? properties.siteIds.includes(siteId) : properties.id === siteId,
  );
  return feature ? (feature.properties.cluster ? feature.id : feature.properties.id) : null;
}

/** Which places of the list to light for a point of the map. */
export function placesAt(pointId: string | null, answer: SiteMap | undefined): readonly string[] {
  if (!pointId || !answer) return [];
  const cluster = answer.features.find((feature) => feature.properties.cluster && feature.id === pointId);
  return cluster?.properties.cluster ? cluster.properties.siteIds : [pointId];
}

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
