import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { Bounds } from '../../map/map-types';
import { TERRITORY_BOUNDS } from '../../map/territories';
import { boundsOf } from './place-map-points';
import type { PlaceSearch } from './place-search';
import { placeList } from './sites.queries';

/** Where the map should look for a search: where it was left, the zone asked for, else around what was found. */
export function usePlaceBounds(search: PlaceSearch): Bounds {
  const { data, isPlaceholderData } = useInfiniteQuery(placeList(search));
  const opening = useRef(search.view ?? search.bbox);
  const narrowed = Boolean(search.q ?? search.territory ?? search.near);
  const first = isPlaceholderData ? undefined : data?.pages[0]?.items;
  return useMemo(() => {
    const given = readBounds(search.bbox ?? opening.current);
    opening.current = undefined;
    if (given) return given;
    return (narrowed && first ? boundsOf(first) : null) ?? TERRITORY_BOUNDS.metropole;
  }, [search.bbox, narrowed, first]);
}

function readBounds(text: string | undefined): Bounds | null {
  const numbers = text?.split(',').map(Number) ?? [];
  const [west, south, east, north] = numbers;
  return west === undefined || south === undefined || east === undefined || north === undefined ? null : [west, south, east, north];
}
