import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { ProblemError, readProblem } from '../../api/problem';
import type { components } from '../../api/schema.gen';
import { currentLanguage } from '../../text/i18n';

type Schemas = components['schemas'];
export type ApplicationSummary = Schemas['ApplicationSummary'];
export type ApplicationState = ApplicationSummary['state'];
export type Question = Schemas['Question'];
export type SimpleQuestion = Schemas['SimpleQuestion'];
export type ApplicationFile = Schemas['ApplicationFile'];
export type ApplicationEdit = Omit<Schemas['UpdateApplication'], 'version'>;

function readApplication(id: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/applications/{id}', { params: { path: { id } }, signal }));
}
export type Application = Awaited<ReturnType<typeof readApplication>>;

export function applicationById(id: string) {
  return queryOptions({ queryKey: ['applications', id], queryFn: ({ signal }) => readApplication(id, signal) });
}

export function applicationsOf(organisationId: string) {
  return infiniteQueryOptions({
    queryKey: ['applications', 'of', organisationId],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/organisations/{id}/applications', {
          params: { path: { id: organisationId }, query: pageParam ? { cursor: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** What waits on the reader, over all their organisations. */
export function myDesk() {
  return queryOptions({ queryKey: ['applications', 'desk'], queryFn: ({ signal }) => unwrap(api.GET('/api/me/desk', { signal })) });
}
export type DeskItem = Schemas['ApplicationDesk']['items'][number];

/** Direct requests for an owner's places. */
export function requestsTo(organisationId: string) {
  return queryOptions({
    queryKey: ['applications', 'requests', organisationId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/organisations/{id}/requests', { params: { path: { id: organisationId } }, signal })),
  });
}

export function receivedFor(callId: string) {
  return queryOptions({
    queryKey: ['applications', 'call', callId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/calls/{id}/applications', { params: { path: { id: callId } }, signal })),
  });
}

/** The saved projects a file may begin from. */
export function projectsToBeginFrom(organisationId: string) {
  return queryOptions({
    queryKey: ['applications', 'projects', organisationId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/organisations/{id}/projects', { params: { path: { id: organisationId } }, signal })),
  });
}

export function saveApplication(id: string, version: number, edit: ApplicationEdit) {
  return unwrap(api.PATCH('/api/applications/{id}', { params: { path: { id } }, body: { ...edit, version } }));
}

export function applicationSpace(id: string) {
  return queryOptions({
    queryKey: ['applications', 'space', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/applications/{id}/space', { params: { path: { id } }, signal })),
  });
}

/** One document, as a form of one part; the server tells what it is by its content. */
export async function sendFile(applicationId: string, file: File): Promise<ApplicationFile> {
  const body = new FormData();
  body.append('file', file);
  const response = await fetch(`/api/applications/${applicationId}/files`, {
    method: 'POST',
    body,
    headers: { 'accept-language': currentLanguage() },
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as ApplicationFile;
  throw new ProblemError(readProblem(response.status, answer, response.headers.get('x-request-id')));
}
