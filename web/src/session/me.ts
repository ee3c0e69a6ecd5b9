import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { api, done, unwrap } from '../api/client';

function readMe(signal: AbortSignal) {
  return unwrap(api.GET('/api/me', { signal }));
}
export type Me = Awaited<ReturnType<typeof readMe>>;
export type Account = NonNullable<Me['account']>;
export type MyMembership = Me['memberships'][number];

/** Who is reading: the account, the organisations, the ways to sign in. `account` is null for a visitor. */
export function me() {
  return queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => readMe(signal),
    staleTime: 60_000,
  });
}

/** The account of the person reading, or null; undefined until it is known. */
export function useAccount(): Account | null | undefined {
  return useQuery(me()).data?.account;
}

export function isModerator(account: Account | null | undefined): boolean {
  return account?.platformRole != null;
}

/** After signing in or out nothing read before is worth keeping: every view depends on who asks. */
export async function forgetWhatWasRead(client: QueryClient): Promise<void> {
  client.removeQueries({ type: 'inactive' });
  await client.resetQueries();
}

export async function signOut(client: QueryClient): Promise<void> {
  await done(api.DELETE('/api/session'));
  await forgetWhatWasRead(client);
}

export async function actFor(client: QueryClient, organisationId: string | null): Promise<void> {
  await done(api.PUT('/api/me/acting-for', { body: { organisationId } }));
  await client.invalidateQueries();
}
