import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';
import { currentLanguage } from '../../text/i18n';

type Schemas = components['schemas'];
export type SiteImport = Schemas['SiteImport'];
export type SiteImportLine = Schemas['SiteImportLine'];
export type SiteImportRow = Schemas['SiteImportRow'];
export type ImportChange = Omit<Schemas['ChangeSiteImport'], 'version'>;
export type RowShow = 'all' | 'warned' | NonNullable<SiteImportRow['outcome']>;

const ROWS_SHOWN = 25;
const POLL_MS = 1_000;

export function isBusy(state: SiteImport['state'] | undefined): boolean {
  return state === 'reading' || state === 'committing' || state === 'undoing';
}

/** Asked again while the service works on it; sentences come in the language being read. */
export function importById(id: string) {
  return queryOptions({
    queryKey: ['site-imports', id, currentLanguage()],
    queryFn: ({ signal }) => unwrap(api.GET('/api/site-imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (isBusy(state.data?.state) ? POLL_MS : false),
  });
}

export function importsOf(organisationId: string) {
  return infiniteQueryOptions({
    queryKey: ['site-imports', 'of', organisationId, currentLanguage()],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/organisations/{id}/site-imports', {
          params: { path: { id: organisationId }, query: pageParam ? { cursor: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function importRows(id: string, show: RowShow, version: number) {
  return infiniteQueryOptions({
    queryKey: ['site-imports', id, 'rows', show, version, currentLanguage()],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/site-imports/{id}/rows', {
          params: { path: { id }, query: { show, limit: ROWS_SHOWN, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
}

export function importPoints(id: string, version: number) {
  return queryOptions({
    queryKey: ['site-imports', id, 'points', version],
    queryFn: ({ signal }) => unwrap(api.GET('/api/site-imports/{id}/points', { params: { path: { id } }, signal })),
  });
}

export function sendFile(organisationId: string, file: File) {
  return unwrap(
    api.POST('/api/organisations/{id}/site-imports', {
      params: { path: { id: organisationId } },
      body: { file: '' },
      bodySerializer: () => {
        const form = new FormData();
        form.append('file', file, file.name);
        return form;
      },
    }),
  );
}

export function changeImport({ id, version }: SiteImport, change: ImportChange) {
  return unwrap(api.PATCH('/api/site-imports/{id}', { params: { path: { id } }, body: { version, ...change } }));
}

export function fixRow(id: string, line: number, cells: Readonly<Record<string, string>>) {
  return unwrap(api.PATCH('/api/site-imports/{id}/rows/{line}', { params: { path: { id, line: String(line) } }, body: { cells } }));
}

export function actOnImport({ id, version }: SiteImport, act: 'commit' | 'undo' | 'drop') {
  const asked = { params: { path: { id } }, body: { version } };
  if (act === 'commit') return unwrap(api.POST('/api/site-imports/{id}/commit', asked));
  if (act === 'undo') return unwrap(api.POST('/api/site-imports/{id}/undo', asked));
  return unwrap(api.POST('/api/site-imports/{id}/drop', asked));
}

export function reportAddress(id: string, format: 'csv' | 'xlsx' | 'json'): string {
  return `/api/site-imports/${id}/report?format=${format}&lang=${currentLanguage()}`;
}
