import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];
export type ReceivedOpinion = Schemas['ReceivedOpinion'];
export type Conclusion = Schemas['AnswerOpinion']['conclusion'];
export const CONCLUSIONS = ['favourable', 'with_reservations', 'unfavourable', 'none'] as const satisfies readonly Conclusion[];

/** What the link of a letter opens. */
export function receivedOpinion(token: string) {
  return queryOptions({
    queryKey: ['opinions', 'received', token],
    queryFn: () => unwrap(api.POST('/api/opinion-requests/received', { body: { token } })),
    retry: false,
  });
}

export function sharedOpinions(id: string) {
  return queryOptions({
    queryKey: ['opinions', 'shared', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/applications/{id}/opinions', { params: { path: { id } }, signal })),
  });
}

export const giveOpinion = (body: Schemas['AnswerOpinion']) => unwrap(api.POST('/api/opinion-requests/answer', { body }));
