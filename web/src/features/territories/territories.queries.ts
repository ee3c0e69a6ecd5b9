import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

const SUGGESTIONS = 8;

function findTerritories(q: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/territories', { params: { query: { q, limit: SUGGESTIONS } }, signal }));
}
export type Territory = Awaited<ReturnType<typeof findTerritories>>['items'][number];

/** Territories whose name or code begins like what was typed; accents and hyphens do not matter. */
export function territorySuggestions(typed: string) {
  const q = typed.trim();
  return queryOptions({
    queryKey: ['territories', 'suggestions', q],
    queryFn: ({ signal }) => findTerritories(q, signal),
    enabled: q.length >= 2,
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
}
