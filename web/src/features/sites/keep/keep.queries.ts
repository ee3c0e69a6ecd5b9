import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { components } from '../../../api/schema.gen';
import type { Reference } from './kept-paths';

type Schemas = components['schemas'];
export type KeptSite = Schemas['KeptSite'];
export type SiteFields = Schemas['KeptSiteFields'];
export type SiteEdit = Omit<Schemas['UpdateSite'], 'version'>;
export type NewSite = Schemas['CreateSite'];
export type HistoryLine = Schemas['SiteHistory']['items'][number];
export type DeskPage = Schemas['OrganisationSites'];
export type DeskLine = DeskPage['items'][number];
export type SiteState = KeptSite['state'];

/** A place as its members read and write it. */
export function keptSite(id: string) {
  return queryOptions({
    queryKey: ['kept-sites', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/sites/{id}/kept', { params: { path: { id } }, signal })),
  });
}

export function saveSite(id: string, version: number, edit: SiteEdit) {
  return unwrap(api.PATCH('/api/sites/{id}', { params: { path: { id } }, body: { ...edit, version } }));
}

export function historyOf(id: string) {
  return infiniteQueryOptions({
    queryKey: ['kept-sites', id, 'history'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/sites/{id}/history', { params: { path: { id }, query: pageParam ? { cursor: pageParam } : {} }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** What was imported together is published together: a desk shows as many lines as one looks over. */
const DESK_LINES = 100;

export function placesKeptBy(organisationId: string, state: SiteState | null) {
  return infiniteQueryOptions({
    queryKey: ['kept-sites', 'of', organisationId, state],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/organisations/{id}/sites', {
          params: {
            path: { id: organisationId },
            query: { limit: DESK_LINES, ...(state ? { state } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export interface SimilarTo {
  readonly name: string;
  readonly communeId: string | null;
  readonly point: { readonly lon: number; readonly lat: number } | null;
  readonly reference: Reference | null;
}

/** Public places that may be the one about to be written. */
export function similarPlaces({ name, communeId, point, reference }: SimilarTo) {
  const where = { ...(communeId ? { communeId } : {}), ...(point ? { lon: point.lon, lat: point.lat } : {}), ...reference };
  const query = { name: name.trim(), ...where };
  return queryOptions({
    queryKey: ['sites', 'similar', query],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/sites/similar', { params: { query }, signal }))).items,
    enabled: query.name.length > 2 && Object.keys(where).length > 0,
  });
}

/** Leads of open data in a territory, to be taken up by their owner. */
export function leadsIn(territory: string | null, words: string) {
  const q = words.trim();
  return infiniteQueryOptions({
    queryKey: ['sites', 'leads', territory, q],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/sites', {
          params: {
            query: {
              shelf: 'lead',
              limit: 60,
              ...(territory ? { territory } : {}),
              ...(q ? { q } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: territory !== null || q.length > 2,
  });
}

/** How many open projects ask for each thing an owner may say. */
export function askedFields() {
  return queryOptions({
    queryKey: ['matches', 'asked'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/matches/asked', { signal })),
    staleTime: 300_000,
  });
}
