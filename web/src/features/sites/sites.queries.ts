import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
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

/** Where the tiles of a search are, for the map to ask for those it shows: the piece of map is no filter of them. */
export function placeTiles(search: PlaceSearch): string {
  const { sort: _order, bbox: _seen, ...filters } = toSiteQuery(search);
  const query = new URLSearchParams(filters).toString();
  return `${globalThis.location.origin}/api/sites/tiles/{z}/{x}/{y}${query && '?'}${query}`;
}

/** How many places would be found if one filter were taken off. */
export function placeCount(search: PlaceSearch) {
  const query = { ...toSiteQuery(search), limit: 1 };
  return queryOptions({
    queryKey: ['sites', 'count', query],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/sites', { params: { query }, signal }))).total,
  });
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
