import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { components } from '../../../api/schema.gen';

type Schemas = components['schemas'];
export type Twin = Schemas['SiteTwins']['items'][number];
export type MergedSheet = Schemas['SiteTwins']['merged'][number];
export type Comparison = Schemas['SiteComparison'];
export type Sheet = Schemas['SheetToMerge'];

/** Under what other sheets a place may also be registered, and which went into its own. */
export function twinsOf(id: string) {
  return queryOptions({
    queryKey: ['kept-sites', id, 'twins'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/sites/{id}/twins', { params: { path: { id } }, signal })),
  });
}

export function comparisonOf(id: string, other: string) {
  return queryOptions({
    queryKey: ['kept-sites', id, 'with', other],
    queryFn: ({ signal }) => unwrap(api.GET('/api/sites/{id}/comparison', { params: { path: { id }, query: { with: other } }, signal })),
  });
}

export function mergeInto(id: string, body: Schemas['MergeSites']) {
  return unwrap(api.POST('/api/sites/{id}/merge', { params: { path: { id } }, body }));
}

export function undoMerge(merge: string) {
  return unwrap(api.POST('/api/site-merges/{id}/undo', { params: { path: { id: merge } } }));
}

/** The identifier in an address that people copy: that of a sheet, public or kept. */
export function readSheetAddress(text: string): string | null {
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text.trim().toLowerCase())?.[0] ?? null;
}
