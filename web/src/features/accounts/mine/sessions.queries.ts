import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';

function readSessions(signal: AbortSignal) {
  return unwrap(api.GET('/api/me/sessions', { signal }));
}
export type MySession = Awaited<ReturnType<typeof readSessions>>['items'][number];

export function mySessions() {
  return queryOptions({ queryKey: ['me', 'sessions'], queryFn: ({ signal }) => readSessions(signal), staleTime: 0 });
}
