import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

const page = (id: string, cursor: string) => ({ params: { path: { id }, query: cursor ? { cursor } : {} } });
const cursors = { initialPageParam: '', getNextPageParam: ({ next }: { readonly next: string | null }) => next ?? undefined };

function readMembers(id: string, cursor: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/organisations/{id}/members', { ...page(id, cursor), signal }));
}
export type MemberPage = Awaited<ReturnType<typeof readMembers>>;
export type Member = MemberPage['items'][number];
export type Role = Member['role'];
export const ROLES = ['administrator', 'editor', 'reviewer', 'reader'] as const satisfies readonly Role[];

export function membersOf(id: string) {
  return infiniteQueryOptions({
    queryKey: ['organisations', id, 'members'],
    queryFn: ({ pageParam, signal }) => readMembers(id, pageParam, signal),
    ...cursors,
  });
}

function readInvitations(id: string, cursor: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/organisations/{id}/invitations', { ...page(id, cursor), signal }));
}
export type Invitation = Awaited<ReturnType<typeof readInvitations>>['items'][number];

export function invitationsOf(id: string) {
  return infiniteQueryOptions({
    queryKey: ['organisations', id, 'invitations'],
    queryFn: ({ pageParam, signal }) => readInvitations(id, pageParam, signal),
    ...cursors,
  });
}

function readJoinRequests(id: string, cursor: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/organisations/{id}/join-requests', { ...page(id, cursor), signal }));
}
export type JoinRequest = Awaited<ReturnType<typeof readJoinRequests>>['items'][number];

export function joinRequestsOf(id: string) {
  return infiniteQueryOptions({
    queryKey: ['organisations', id, 'join-requests'],
    queryFn: ({ pageParam, signal }) => readJoinRequests(id, pageParam, signal),
    ...cursors,
  });
}

export function myJoinRequests() {
  return queryOptions({ queryKey: ['me', 'join-requests'], queryFn: ({ signal }) => unwrap(api.GET('/api/me/join-requests', { signal })) });
}

function readNetworkLinks(id: string, cursor: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/organisations/{id}/network-links', { ...page(id, cursor), signal }));
}
export type NetworkLink = Awaited<ReturnType<typeof readNetworkLinks>>['items'][number];

export function networkLinksOf(id: string) {
  return infiniteQueryOptions({
    queryKey: ['organisations', id, 'network-links'],
    queryFn: ({ pageParam, signal }) => readNetworkLinks(id, pageParam, signal),
    ...cursors,
  });
}

function readFollowed(id: string, cursor: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/organisations/{id}/followed', { ...page(id, cursor), signal }));
}

/** What the network sees of those that agreed: their public projects, counted. */
export function followedBy(id: string) {
  return infiniteQueryOptions({
    queryKey: ['organisations', id, 'followed'],
    queryFn: ({ pageParam, signal }) => readFollowed(id, pageParam, signal),
    ...cursors,
  });
}

/** A change among people changes what the reader may do as well. */
export async function peopleChanged(client: QueryClient, organisationId: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['organisations', organisationId] }),
    client.invalidateQueries({ queryKey: ['me'] }),
  ]);
}
