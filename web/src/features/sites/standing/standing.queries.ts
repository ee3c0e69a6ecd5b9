import { queryOptions, infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { ProblemError, readProblem } from '../../../api/problem';
import type { components } from '../../../api/schema.gen';
import { currentLanguage } from '../../../text/i18n';

type Schemas = components['schemas'];
export type Standing = Schemas['Standing'];
export type SiteStanding = Schemas['SiteStanding'];
export type StandingAnswers = Schemas['StandingAnswers'];
export type StandingAnswer = StandingAnswers['items'][number];
export const STANDINGS = ['standing', 'lived_in', 'demolished', 'never_built'] as const satisfies readonly Standing[];

export function standingOf(id: string) {
  return queryOptions({
    queryKey: ['sites', 'standing', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/sites/{id}/standing', { params: { path: { id } }, signal })),
  });
}

export function answerStanding(id: string, answer: Standing): Promise<Schemas['StandingAnswered']> {
  return unwrap(api.POST('/api/sites/{id}/standing', { params: { path: { id } }, body: { answer } }));
}

/** By the address given back with the answer, which is the right to send one photo. */
export async function sendPhoto(photoUrl: string, file: File): Promise<void> {
  const form = new FormData();
  form.append('file', file);
  const response = await fetch(photoUrl, { method: 'POST', body: form, headers: { 'accept-language': currentLanguage() } });
  if (response.ok) return;
  const body: unknown = await response.json().catch(() => null);
  throw new ProblemError(readProblem(response.status, body, response.headers.get('x-request-id')));
}

/** What passers-by answered, for who keeps the place and for moderators. */
export function standingAnswers(id: string) {
  return queryOptions({
    queryKey: ['standing-answers', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/sites/{id}/standing-answers', { params: { path: { id } }, signal })),
  });
}

export function placesToLookAt() {
  return infiniteQueryOptions({
    queryKey: ['moderation', 'standing'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/moderation/standing', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
