import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';

function readVisits(callId: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/calls/{id}/visits', { params: { path: { id: callId } }, signal }));
}
export type VisitList = Awaited<ReturnType<typeof readVisits>>;
export type Visit = VisitList['items'][number];

export function visitsOf(callId: string) {
  return queryOptions({ queryKey: ['calls', callId, 'visits'], queryFn: ({ signal }) => readVisits(callId, signal) });
}

export function visitorsOf(callId: string, visitId: string) {
  return queryOptions({
    queryKey: ['calls', callId, 'visits', visitId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/calls/{id}/visits/{visitId}/visitors', { params: { path: { id: callId, visitId } }, signal })),
  });
}

interface NewVisit {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly meeting: string;
  readonly capacity: number;
}

/** What one does to the visits of a call; each answer is the list as it is now. */
export function visitActs(client: QueryClient, callId: string) {
  const keep = (list: VisitList) => void client.setQueryData(visitsOf(callId).queryKey, list);
  const path = (visitId: string) => ({ params: { path: { id: callId, visitId } } });
  return {
    add: async (body: NewVisit) => keep(await unwrap(api.POST('/api/calls/{id}/visits', { params: { path: { id: callId } }, body }))),
    cancel: async (visitId: string, reason: string) =>
      keep(await unwrap(api.POST('/api/calls/{id}/visits/{visitId}/cancel', { ...path(visitId), body: { reason } }))),
    book: async (visitId: string, organisationId: string | null) =>
      keep(await unwrap(api.PUT('/api/calls/{id}/visits/{visitId}/booking', { ...path(visitId), body: { organisationId } }))),
    leave: async (visitId: string) => keep(await unwrap(api.DELETE('/api/calls/{id}/visits/{visitId}/booking', path(visitId)))),
    publishLearnt: async (visitId: string, question: string, answer: string) => {
      keep(await unwrap(api.POST('/api/calls/{id}/visits/{visitId}/learnt', { ...path(visitId), body: { question, answer } })));
      await client.invalidateQueries({ queryKey: ['calls', callId] });
    },
    note: async (visitId: string, accountId: string, attended: boolean) => {
      const params = { path: { id: callId, visitId, accountId } };
      await unwrap(api.PUT('/api/calls/{id}/visits/{visitId}/visitors/{accountId}', { params, body: { attended } }));
      await client.invalidateQueries({ queryKey: visitorsOf(callId, visitId).queryKey });
    },
  };
}
