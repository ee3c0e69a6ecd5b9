import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';

function readRoles(siteId: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/sites/{id}/agent-role', { params: { path: { id: siteId } }, signal }));
}
export type AgentRoleView = Awaited<ReturnType<typeof readRoles>>['items'][number];
export type AgentRole = AgentRoleView['role'];
/** Strongest first. */
export const AGENT_ROLES = ['owns', 'manages', 'lists', 'signals'] as const satisfies readonly AgentRole[];

/** In what name the reader's organisations speak for a place; for moderators, all organisations. */
export function rolesOfPlace(siteId: string) {
  return queryOptions({ queryKey: ['sites', siteId, 'agent-role'], queryFn: ({ signal }) => readRoles(siteId, signal) });
}

export function rolesToCheck() {
  return infiniteQueryOptions({
    queryKey: ['moderation', 'agent-roles'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/moderation/agent-roles', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
