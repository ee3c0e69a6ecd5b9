import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import { routeTree } from '../../web/src/app/routes';
import { parseSearch, stringifySearch } from '../../web/src/lib/search-string';
import type { MatchResults, Need } from '../../web/src/features/matching/match-types';
import type { Language } from '../../web/src/text/language';
import { json, problem, speak } from './page';
import { results } from './matching.examples';

const needs: Need[] = [];
/** The needs that the pages asked the API about, in order. */
export const needsAsked = (): readonly Need[] => needs;

/** What the matching API answers: results made from the need, or a refusal. Haute-Marne is the one territory it knows. */
export function matchWith(answer: (need: Need) => MatchResults | Response = () => results()): void {
  needs.length = 0;
  sessionStorage.clear();
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const path = decodeURIComponent(new URL(request.url).pathname);
    if (path === '/api/matches/try') {
      const { need } = (await request.json()) as { need: Need };
      needs.push(need);
      const body = answer(need);
      return body instanceof Response ? body : json(body);
    }
    if (path === '/api/territories/department:52')
      return json({ id: 'department:52', kind: 'department', code: '52', name: 'Haute-Marne' });
    return problem(404, 'not-found', 'Introuvable');
  };
}

/** Opens the whole application at an address. */
export async function open(address: string, language: Language = 'fr') {
  await speak(language);
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({ routeTree, history, parseSearch, stringifySearch });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await act(() => router.load());
  const view = render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return { ...view, history, address: () => router.state.location.href };
}
