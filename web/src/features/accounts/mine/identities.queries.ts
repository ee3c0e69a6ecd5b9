import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';

function readIdentities(signal: AbortSignal) {
  return unwrap(api.GET('/api/me/identities', { signal }));
}
export type MyIdentity = Awaited<ReturnType<typeof readIdentities>>['items'][number];

export function myIdentities() {
  return queryOptions({ queryKey: ['me', 'identities'], queryFn: ({ signal }) => readIdentities(signal) });
}
