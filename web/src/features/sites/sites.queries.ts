import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { MapView } from '../../map/map-types';
import { type PlaceSearch, toSiteQuery } from './place-search';

/** The list, page after page; the first page carries the total and the counts per facet. */
export function placeList(search: PlaceSearch) {
  const query = toSiteQuery(search);
  return infiniteQueryOptions({
    queryKey: ['sites', 'list', query],
    queryFn: async ({ pageParam, signal }) =>
      unwrap(api.GET('/api/sites', { params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

function fetchMap(query: Record<string, string>, signal: AbortSignal) {
  return unwrap(api.GET('/api/sites/map', { params: { query }, signal }));
}
export type SiteMap = Awaited<ReturnType<typeof fetchMap>>;

/** What lies in the piece of map being looked at, under the same filters as the list. */
export function placesOnMap(search: PlaceSearch, view: MapView | null) {
  const { sort: _order, ...filters } = toSiteQuery(search);
  const bbox = view?.bounds.map((degrees, index) => clampDegrees(degrees, index)).join(',');
  return queryOptions({
    queryKey: ['sites', 'map', filters, bbox, view && Math.floor(view.zoom)],
    queryFn: ({ signal }) => fetchMap({ ...filters, ...(bbox ? { bbox } : {}), zoom: Math.min(22, view?.zoom ?? 5).toFixed(1) }, signal),
    enabled: view !== null,
    placeholderData: keepPreviousData,
  });
}

/** How many places would be found if one filter were taken off. */
export function placeCount(search: PlaceSearch) {
  const query = { ...toSiteQuery(search), limit: 1 };
  return queryOptions({
    queryKey: ['sites', 'count', query],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/sites', { params: { query }, signal }))).total,
  });
}

function clampDegrees(degrees: number, index: number): string {
  const limit = index % 2 === 0 ? 180 : 90;
  return Math.max(-limit, Math.min(limit, degrees)).toFixed(4);
}

/** A territory chosen as a filter: the address holds its id, the chip says its name. */
export function territoryNamed(id: string) {
  return queryOptions({
    queryKey: ['territories', id],
    queryFn: async ({ signal }) => unwrap(api.GET('/api/territories/{id}', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });
}

export function placeById(id: string) {
  return queryOptions({
    queryKey: ['sites', id],
    queryFn: async ({ signal }) => unwrap(api.GET('/api/sites/{id}', { params: { path: { id } }, signal })),
  });
}

export function placesNear(id: string) {
  return queryOptions({
    queryKey: ['sites', id, 'nearby'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/sites/{id}/nearby', { params: { path: { id } }, signal })),
  });
}
