import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client';
import { useAccount } from '../../../session/me';
import { favouritesHere } from './kept-here';

/** Those of the account; what this browser kept before signing in joins them, once. */
function accountFavourites() {
  return queryOptions({
    queryKey: ['favourites', 'account'],
    queryFn: async ({ signal }) => {
      const before = favouritesHere.read();
      if (before.length === 0) return unwrap(api.GET('/api/me/favourites', { signal }));
      const merged = await unwrap(api.POST('/api/me/favourites', { body: { siteIds: [...before] } }));
      favouritesHere.write([]);
      return merged;
    },
    staleTime: 60_000,
  });
}

/** Cards of the places kept in this browser. */
export function cardsOf(ids: readonly string[]) {
  return queryOptions({
    queryKey: ['favourites', 'cards', ids],
    queryFn: async ({ signal }) =>
      ids.length === 0 ? [] : (await unwrap(api.GET('/api/sites/cards', { params: { query: { ids: ids.join(',') } }, signal }))).items,
  });
}

/** The places kept with a star, wherever they are kept. */
export function useFavourites() {
  const client = useQueryClient();
  const account = useAccount();
  const here = favouritesHere.use();
  const theirs = useQuery({ ...accountFavourites(), enabled: account != null });
  const ids: readonly string[] = account == null ? here : (theirs.data?.siteIds ?? []);

  const toggle = async (siteId: string): Promise<void> => {
    const isKept = ids.includes(siteId);
    if (account == null) {
      favouritesHere.write(isKept ? here.filter((id) => id !== siteId) : [siteId, ...here]);
      return;
    }
    const answer = isKept
      ? api.DELETE('/api/me/favourites/{siteId}', { params: { path: { siteId } } })
      : api.POST('/api/me/favourites', { body: { siteIds: [siteId] } });
    client.setQueryData(accountFavourites().queryKey, await unwrap(answer));
  };
  return { ids, toggle, account, theirs };
}
