import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

const path = (id: string) => ({ params: { path: { id } } });

function readMembers(id: string, cursor: string, signal: AbortSignal) {
  const query = cursor ? { cursor } : {};
  return unwrap(api.GET('/api/organisations/{id}/members', { params: { path: { id }, query }, signal }));
}
export type MemberPage = Awaited<ReturnType<typeof readMembers>>;
export type Member = MemberPage['items'][number];
export type Role = Member['role'];
export const ROLES = ['administrator', 'editor', 'reviewer', 'reader'] as const satisfies readonly Role[];

export function membersOf(id: string) {
  return infiniteQueryOptions({
    queryKey: ['organisations', id, 'members'],
    queryFn: ({ pageParam, signal }) => readMembers(id, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

function readInvitations(id: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/organisations/{id}/invitations', { ...path(id), signal }));
}
export type Invitation = Awaited<ReturnType<typeof readInvitations>>['items'][number];

export function invitationsOf(id: string) {
  return queryOptions({ queryKey: ['organisations', id, 'invitations'], queryFn: ({ signal }) => readInvitations(id, signal) });
}

function readJoinRequests(id: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/organisations/{id}/join-requests', { ...path(id), signal }));
}
export type JoinRequest = Awaited<ReturnType<typeof readJoinRequests>>['items'][number];

export function joinRequestsOf(id: string) {
  return queryOptions({ queryKey: ['organisations', id, 'join-requests'], queryFn: ({ signal }) => readJoinRequests(id, signal) });
}

export function myJoinRequests() {
  return queryOptions({ queryKey: ['me', 'join-requests'], queryFn: ({ signal }) => unwrap(api.GET('/api/me/join-requests', { signal })) });
}

function readNetworkLinks(id: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/organisations/{id}/network-links', { ...path(id), signal }));
}
export type NetworkLink = Awaited<ReturnType<typeof readNetworkLinks>>['items'][number];

export function networkLinksOf(id: string) {
  return queryOptions({ queryKey: ['organisations', id, 'network-links'], queryFn: ({ signal }) => readNetworkLinks(id, signal) });
}

/** A change among people changes what the reader may do as well. */
export async function peopleChanged(client: QueryClient, organisationId: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['organisations', organisationId] }),
    client.invalidateQueries({ queryKey: ['me'] }),
  ]);
}
