import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { boundsOfCorners, readCorners } from '../../map/corners';
import type { Bounds } from '../../map/map-types';
import { TERRITORY_BOUNDS } from '../../map/territories';
import { boundsOf } from './place-bounds';
import type { PlaceSearch } from './place-search';
import { placeList, territoryNamed } from './sites.queries';

/** Where the map should look for a search: where it was left, the zone asked for, else around what was found. */
export function usePlaceBounds(search: PlaceSearch): Bounds {
  const { data, isPlaceholderData } = useInfiniteQuery(placeList(search));
  const opening = useRef(search.view ?? search.bbox);
  const only = search.territory?.length === 1 ? search.territory[0] : undefined;
  const territory = useQuery({ ...territoryNamed(only ?? ''), enabled: only !== undefined });
  const contour = only === undefined ? null : territory.data?.bbox;
  const narrowed = Boolean(search.q ?? search.territory ?? search.near);
  const first = isPlaceholderData ? undefined : data?.pages[0]?.items;
  return useMemo(() => {
    const given =
      readBounds(search.bbox ?? opening.current) ??
      boundsOfCorners(readCorners(search.zone), ZONE_AIR_DEGREES) ??
      aroundPoint(search.near, search.radiusKm);
    opening.current = undefined;
    if (given) return given;
    const [west, south, east, north] = contour ?? [];
    if (west !== undefined && south !== undefined && east !== undefined && north !== undefined) return [west, south, east, north];
    return (narrowed && first ? boundsOf(first) : null) ?? TERRITORY_BOUNDS.metropole;
  }, [search.bbox, search.zone, search.near, search.radiusKm, narrowed, first, contour]);
}

const ZONE_AIR_DEGREES = 0.05;
const KM_PER_DEGREE = 111;
const WITHOUT_RADIUS_KM = 60;

function aroundPoint(near: string | undefined, radiusKm: number | undefined): Bounds | null {
  const [lon, lat] = near?.split(',').map(Number) ?? [];
  if (lon === undefined || lat === undefined) return null;
  const high = ((radiusKm ?? WITHOUT_RADIUS_KM) * 1.1) / KM_PER_DEGREE;
  const wide = high / Math.cos((lat * Math.PI) / 180);
  return [lon - wide, lat - high, lon + wide, lat + high];
}

function readBounds(text: string | undefined): Bounds | null {
  const numbers = text?.split(',').map(Number) ?? [];
  const [west, south, east, north] = numbers;
  return west === undefined || south === undefined || east === undefined || north === undefined ? null : [west, south, east, north];
}
