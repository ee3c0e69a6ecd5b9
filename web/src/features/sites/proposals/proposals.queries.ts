import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import type { components } from '../../../api/schema.gen';

type Schemas = components['schemas'];
export type Proposal = Schemas['SiteProposal'];
export type ProposalToDecide = Schemas['ProposalToDecide'];
export type CorrectableField = Schemas['SiteCorrection']['field'];
export type ProposalAccepted = Schemas['ProposalAccepted'];

export function myProposals() {
  return queryOptions({ queryKey: ['proposals', 'mine'], queryFn: ({ signal }) => unwrap(api.GET('/api/me/site-proposals', { signal })) });
}

/** By the link of a message: what opens it is not kept in the address. */
export function proposalByLink(token: string) {
  return queryOptions({
    queryKey: ['proposals', 'link', token],
    queryFn: ({ signal }) => unwrap(api.POST('/api/site-proposals/read', { body: { token }, signal })),
  });
}

/** What waits for a decision: of an organisation that keeps places, or of moderators when it is null. */
export function proposalsToDecide(organisationId: string | null) {
  return infiniteQueryOptions({
    queryKey: ['proposals', 'to-decide', organisationId],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam ? { cursor: pageParam } : {};
      if (organisationId === null) return unwrap(api.GET('/api/moderation/site-proposals', { params: { query }, signal }));
      return unwrap(api.GET('/api/organisations/{id}/site-proposals', { params: { path: { id: organisationId }, query }, signal }));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
