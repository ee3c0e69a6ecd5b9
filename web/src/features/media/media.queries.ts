import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';
import { currentLanguage } from '../../text/i18n';

type Schemas = components['schemas'];
export type Media = Schemas['SiteMedia'];
export type MediaEdit = Omit<Schemas['UpdateSiteMedia'], 'version'>;

/** The checks take a few seconds: looked at again until they are done. */
const WAITING_MS = 2_000;
/** Links to private files end after ten minutes. */
const FRESH_LINKS_MS = 5 * 60_000;

function readList(siteId: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/sites/{id}/media', { params: { path: { id: siteId } }, signal }));
}
export type MediaList = Awaited<ReturnType<typeof readList>>;

/** Photos and documents of a place, as those who keep them see them. */
export function mediaOf(siteId: string) {
  return queryOptions({
    queryKey: ['media', siteId, currentLanguage()],
    queryFn: ({ signal }) => readList(siteId, signal),
    refetchInterval: ({ state }) => (state.data?.items.some(isWaiting) ? WAITING_MS : FRESH_LINKS_MS),
  });
}

export function isWaiting({ state }: Media): boolean {
  return state === 'received' || state === 'checked';
}

export function saveMedia(id: string, version: number, edit: MediaEdit): Promise<Media> {
  return unwrap(api.PATCH('/api/media/{id}', { params: { path: { id } }, body: { ...edit, version } }));
}

export function removeMedia(id: string): Promise<Media> {
  return unwrap(api.POST('/api/media/{id}/remove', { params: { path: { id } }, body: {} }));
}

export function restoreMedia(id: string): Promise<Media> {
  return unwrap(api.POST('/api/media/{id}/restore', { params: { path: { id } } }));
}

export function saveOrder(siteId: string, ids: readonly string[]): Promise<MediaList> {
  return unwrap(api.PUT('/api/sites/{id}/media/order', { params: { path: { id: siteId } }, body: { ids: [...ids] } }));
}
