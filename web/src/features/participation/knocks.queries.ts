import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];
export type SiteKnock = Schemas['SiteKnock'];
export type KnockMember = SiteKnock['mine'][number];
export type KnockLetter = Schemas['KnockLetter'];
export type ReceivedLetter = Schemas['ReceivedKnockLetter'];
export type KnockAnswer = Schemas['KnockAnswer']['answer'];
export const KNOCK_ANSWERS = ['interested', 'not_available', 'not_mine', 'stop'] as const satisfies readonly KnockAnswer[];

/** Who looks at a lead together, and what was answered to them. */
export function knockAt(siteId: string) {
  return queryOptions({
    queryKey: ['sites', 'knock', siteId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/sites/{id}/knock', { params: { path: { id: siteId } }, signal })),
  });
}

export function knockLetter(id: string) {
  return queryOptions({
    queryKey: ['knock-letters', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/knock-letters/{id}', { params: { path: { id } }, signal })),
  });
}

export function receivedLetter(code: string) {
  return queryOptions({
    queryKey: ['knock-letters', 'received', code],
    queryFn: ({ signal }) => unwrap(api.POST('/api/knock-letters/received', { body: { code }, signal })),
    retry: false,
  });
}
