import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';

export interface OrganisationSearch {
  readonly q?: string | undefined;
  readonly kind?: 'public_owner' | 'ess' | undefined;
}

function findOrganisations({ q, kind }: OrganisationSearch, cursor: string, signal: AbortSignal) {
  const query = { ...(q ? { q } : {}), ...(kind ? { kind } : {}), ...(cursor ? { cursor } : {}) };
  return unwrap(api.GET('/api/organisations', { params: { query }, signal }));
}
export type OrganisationSummary = Awaited<ReturnType<typeof findOrganisations>>['items'][number];

export function organisationList(search: OrganisationSearch) {
  return infiniteQueryOptions({
    queryKey: ['organisations', 'list', search],
    queryFn: ({ pageParam, signal }) => findOrganisations(search, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

function readOrganisation(id: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/organisations/{id}', { params: { path: { id } }, signal }));
}
export type Organisation = Awaited<ReturnType<typeof readOrganisation>>;

/** What the public may see of it, and the inside for its members and the moderators. */
export function organisationById(id: string) {
  return queryOptions({ queryKey: ['organisations', id], queryFn: ({ signal }) => readOrganisation(id, signal) });
}

function readEvidence(id: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/organisations/{id}/evidence', { params: { path: { id } }, signal }));
}
export type Evidence = Awaited<ReturnType<typeof readEvidence>>['items'][number];

export function evidenceOf(id: string) {
  return queryOptions({ queryKey: ['organisations', id, 'evidence'], queryFn: ({ signal }) => readEvidence(id, signal) });
}

function readJournal(id: string, cursor: string, signal: AbortSignal) {
  const query = cursor ? { cursor } : {};
  return unwrap(api.GET('/api/organisations/{id}/journal', { params: { path: { id }, query }, signal }));
}
export type OrganisationAct = Awaited<ReturnType<typeof readJournal>>['items'][number];

export function journalOf(id: string) {
  return infiniteQueryOptions({
    queryKey: ['organisations', id, 'journal'],
    queryFn: ({ pageParam, signal }) => readJournal(id, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
