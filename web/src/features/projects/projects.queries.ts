import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';
import { currentLanguage } from '../../text/i18n';

type Schemas = components['schemas'];
export type SavedProject = Schemas['OrganisationProjects']['items'][number];
export type ProjectEdit = Omit<Schemas['UpdateProject'], 'version'>;
export type History = Schemas['ProjectHistory']['items'][number];
export type NeedBody = Schemas['CreateProject']['need'];

const PLACES_SHOWN = 3;

function readProject(id: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/projects/{id}', { params: { path: { id } }, signal }));
}
export type Project = Awaited<ReturnType<typeof readProject>>;
export type Inside = NonNullable<Project['private']>;

/** The public half for everyone, the whole for members. */
export function projectById(id: string) {
  return queryOptions({
    queryKey: ['projects', id],
    queryFn: ({ signal }) => readProject(id, signal),
  });
}

export function projectsOf(organisationId: string) {
  return infiniteQueryOptions({
    queryKey: ['projects', 'of', organisationId],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/organisations/{id}/projects', {
          params: { path: { id: organisationId }, query: pageParam ? { cursor: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** Counted when asked; the sentences come in the language being read. */
export function matchesOf(id: string) {
  return queryOptions({
    queryKey: ['projects', id, 'matches', currentLanguage()],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/projects/{id}/matches', { params: { path: { id }, query: { perSection: PLACES_SHOWN } }, signal })),
  });
}

export function historyOf(id: string) {
  return infiniteQueryOptions({
    queryKey: ['projects', id, 'history'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/projects/{id}/history', { params: { path: { id }, query: pageParam ? { cursor: pageParam } : {} }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function saveProject(id: string, version: number, edit: ProjectEdit) {
  return unwrap(api.PATCH('/api/projects/{id}', { params: { path: { id } }, body: { ...edit, version } }));
}
