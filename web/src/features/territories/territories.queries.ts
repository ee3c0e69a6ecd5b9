import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';

const SUGGESTIONS = 8;
type TerritoryKind = components['schemas']['TerritoryFound']['kind'];

function findTerritories(q: string, kind: TerritoryKind | undefined, signal: AbortSignal) {
  return unwrap(api.GET('/api/territories', { params: { query: { q, limit: SUGGESTIONS, ...(kind ? { kind } : {}) } }, signal }));
}
export type Territory = Awaited<ReturnType<typeof findTerritories>>['items'][number];

/** Territories whose name or code begins like what was typed; accents and hyphens do not matter. */
export function territorySuggestions(typed: string, kind?: TerritoryKind) {
  const q = typed.trim();
  return queryOptions({
    queryKey: ['territories', 'suggestions', q, kind],
    queryFn: ({ signal }) => findTerritories(q, kind, signal),
    enabled: q.length >= 2,
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
}
