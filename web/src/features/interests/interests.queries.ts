import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];
export type InterestSummary = Schemas['InterestSummary'];
export type Interest = Schemas['Interest'];

export function interestById(id: string) {
  return queryOptions({
    queryKey: ['interests', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/interests/{id}', { params: { path: { id } }, signal })),
  });
}

export function interestsOf(organisationId: string) {
  return infiniteQueryOptions({
    queryKey: ['interests', 'of', organisationId],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/organisations/{id}/interests', {
          params: { path: { id: organisationId }, query: pageParam ? { cursor: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The request an application began; none for an application to a call. */
export function interestOfApplication(applicationId: string) {
  return queryOptions({
    queryKey: ['interests', 'application', applicationId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/applications/{id}/interest', { params: { path: { id: applicationId } }, signal })),
    retry: false,
  });
}

export function myRivals(noticeId: string) {
  return queryOptions({
    queryKey: ['interests', 'rivals', noticeId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/notices/{id}/rivals', { params: { path: { id: noticeId } }, signal })),
  });
}
