import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { ProblemError, readProblem } from '../../api/problem';
import type { components } from '../../api/schema.gen';
import { currentLanguage } from '../../text/i18n';

type Schemas = components['schemas'];
export type Message = Schemas['Message'];
export type MessageFile = Schemas['MessageFile'];

/** The newest first. */
export function messagesOf(applicationId: string) {
  return infiniteQueryOptions({
    queryKey: ['messages', applicationId],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/applications/{id}/messages', {
          params: { path: { id: applicationId }, query: pageParam ? { cursor: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: 60_000,
  });
}

async function again(client: QueryClient, applicationId: string): Promise<void> {
  await client.invalidateQueries({ queryKey: messagesOf(applicationId).queryKey });
}

export async function sendMessage(client: QueryClient, applicationId: string, text: string, files: readonly string[]): Promise<void> {
  const params = { path: { id: applicationId } };
  await unwrap(api.POST('/api/applications/{id}/messages', { params, body: { text, files: [...files] } }));
  await again(client, applicationId);
}

export async function closeMessages(client: QueryClient, applicationId: string, closed: boolean): Promise<void> {
  await unwrap(api.PUT('/api/applications/{id}/messages/closing', { params: { path: { id: applicationId } }, body: { closed } }));
  await again(client, applicationId);
}

/** Read up to there: on this file, and among the notifications. */
export async function readMessages(client: QueryClient, applicationId: string, until: string): Promise<void> {
  await unwrap(api.POST('/api/applications/{id}/messages/read', { params: { path: { id: applicationId } }, body: { until } }));
  await client.invalidateQueries({ queryKey: ['inbox'] });
}

/** One document, as a form of one part; the server tells what it is by its content. */
export async function sendMessageFile(applicationId: string, file: File): Promise<MessageFile> {
  const body = new FormData();
  body.append('file', file);
  const headers = { 'accept-language': currentLanguage() };
  const response = await fetch(`/api/applications/${applicationId}/message-files`, { method: 'POST', body, headers });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as MessageFile;
  throw new ProblemError(readProblem(response.status, answer, response.headers.get('x-request-id')));
}
