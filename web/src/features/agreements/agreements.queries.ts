import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];
export type AgreementSummary = Schemas['AgreementSummary'];
export type AgreementState = AgreementSummary['state'];
export type Agreement = Schemas['AgreementView'];
export type Terms = Schemas['AgreementTerms'];
export type AgreementEdit = Omit<Schemas['UpdateAgreement'], 'version'>;
export type Condition = Terms['conditions'][number];

export function agreementById(id: string) {
  return queryOptions({
    queryKey: ['agreements', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/agreements/{id}', { params: { path: { id } }, signal })),
  });
}

export function agreementsOf(organisationId: string) {
  return infiniteQueryOptions({
    queryKey: ['agreements', 'of', organisationId],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/api/organisations/{id}/agreements', {
          params: { path: { id: organisationId }, query: pageParam ? { cursor: pageParam } : {} },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function historyOfAgreement(id: string) {
  return infiniteQueryOptions({
    queryKey: ['agreements', id, 'history'],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/agreements/{id}/history', { params: { path: { id }, query: pageParam ? { cursor: pageParam } : {} }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** Keeps what an act answers: the agreement as it is now, and lists that are to be read again. */
export function useKeepAgreement() {
  const client = useQueryClient();
  return async (answer: Promise<Agreement>): Promise<Agreement> => {
    const agreement = await answer;
    client.setQueryData(agreementById(agreement.id).queryKey, agreement);
    await Promise.all([
      client.invalidateQueries({ queryKey: ['agreements', 'of'] }),
      client.invalidateQueries({ queryKey: historyOfAgreement(agreement.id).queryKey }),
    ]);
    return agreement;
  };
}
