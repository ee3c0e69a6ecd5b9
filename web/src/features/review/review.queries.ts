import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];
export type SaveScores = Schemas['SaveScores']['scores'];

function readReview(callId: string, signal?: AbortSignal) {
  return unwrap(api.GET('/api/calls/{id}/review', { params: { path: { id: callId } }, ...(signal ? { signal } : {}) }));
}
export type Review = Awaited<ReturnType<typeof readReview>>;
export type LotRanking = NonNullable<Review['ranking']>[number];

export function reviewOf(callId: string) {
  return queryOptions({ queryKey: ['review', callId], queryFn: ({ signal }) => readReview(callId, signal) });
}

export function myReviews() {
  return queryOptions({ queryKey: ['reviews', 'mine'], queryFn: ({ signal }) => unwrap(api.GET('/api/me/reviews', { signal })) });
}
export type MyReviews = Awaited<ReturnType<NonNullable<ReturnType<typeof myReviews>['queryFn']>>>;

function readReading(id: string, signal?: AbortSignal) {
  return unwrap(api.GET('/api/readings/{id}', { params: { path: { id } }, ...(signal ? { signal } : {}) }));
}
export type Reading = Awaited<ReturnType<typeof readReading>>;

export function readingById(id: string) {
  return queryOptions({ queryKey: ['readings', id], queryFn: ({ signal }) => readReading(id, signal) });
}

export function saveScores(id: string, scores: SaveScores) {
  return unwrap(api.PATCH('/api/readings/{id}', { params: { path: { id } }, body: { scores } }));
}

export function comparisonOf(callId: string, applications: readonly string[]) {
  return queryOptions({
    queryKey: ['review', callId, 'comparison', ...applications],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/calls/{id}/review/comparison', {
          params: { path: { id: callId }, query: { applications: applications.join(',') } },
          signal,
        }),
      ),
  });
}
export type Comparison = Awaited<ReturnType<NonNullable<ReturnType<typeof comparisonOf>['queryFn']>>>;
