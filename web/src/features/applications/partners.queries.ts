import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema.gen';
import { applicationById } from './applications.queries';

type Schemas = components['schemas'];

function readPartners(applicationId: string, signal: AbortSignal) {
  return unwrap(api.GET('/api/applications/{id}/partners', { params: { path: { id: applicationId } }, signal }));
}
type PartnerList = Awaited<ReturnType<typeof readPartners>>;
export type Partner = PartnerList['items'][number];
export type Partnership = Schemas['PartnershipList']['items'][number];

export function partnersOf(applicationId: string) {
  return queryOptions({
    queryKey: ['applications', applicationId, 'partners'],
    queryFn: ({ signal }) => readPartners(applicationId, signal),
  });
}

export function partnershipsOf(organisationId: string) {
  return queryOptions({
    queryKey: ['applications', 'partnerships', organisationId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/organisations/{id}/partnerships', { params: { path: { id: organisationId } }, signal })),
  });
}

/** What would be filed has changed with those who write it. */
async function keep(client: QueryClient, applicationId: string, list: PartnerList): Promise<void> {
  client.setQueryData(partnersOf(applicationId).queryKey, list);
  await client.invalidateQueries({ queryKey: applicationById(applicationId).queryKey, exact: true });
}

export async function invitePartner(client: QueryClient, applicationId: string, organisationId: string): Promise<void> {
  const params = { path: { id: applicationId } };
  await keep(client, applicationId, await unwrap(api.POST('/api/applications/{id}/partners', { params, body: { organisationId } })));
}

export async function removePartner(client: QueryClient, applicationId: string, organisationId: string): Promise<void> {
  const params = { path: { id: applicationId, organisationId } };
  const list = await unwrap(api.DELETE('/api/applications/{id}/partners/{organisationId}', { params }));
  await client.invalidateQueries({ queryKey: partnershipsOf(organisationId).queryKey });
  await keep(client, applicationId, list);
}

export async function answerPartnership(
  client: QueryClient,
  applicationId: string,
  organisationId: string,
  accepted: boolean,
): Promise<void> {
  const params = { path: { id: applicationId, organisationId } };
  const list = await unwrap(api.POST('/api/applications/{id}/partners/{organisationId}/answer', { params, body: { accepted } }));
  client.setQueryData(partnershipsOf(organisationId).queryKey, list);
}
