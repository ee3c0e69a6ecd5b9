import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { loadInsideTexts, startTexts, switchLanguage } from '../../web/src/text/i18n';
import type { Language } from '../../web/src/text/language';

/** What the API answers to each path; a function receives the address asked. Anything else is a 404 problem. */
export type Answers = Readonly<Record<string, unknown>>;

const asked: URL[] = [];
export function requestsTo(path: string): URL[] {
  return asked.filter((url) => url.pathname === path);
}

export function answerWith(answers: Answers): void {
  asked.length = 0;
  globalThis.fetch = (input) => {
    const url = new URL((input as Request).url);
    asked.push(url);
    const answer: unknown = answers[url.pathname];
    if (answer === undefined) return Promise.resolve(problem(404, 'not-found', 'Introuvable'));
    const body: unknown = typeof answer === 'function' ? (answer as (url: URL) => unknown)(url) : answer;
    return body instanceof Error ? Promise.reject(body) : Promise.resolve(body instanceof Response ? body : json(body));
  };
}

export function json(body: unknown, status = 200, type = 'application/json'): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type, 'x-request-id': 'req-from-header' } });
}

export function problem(status: number, code: string, title: string, more: object = {}): Response {
  return json({ type: `/api/docs/problems#${code}`, title, status, code, requestId: 'req-1', ...more }, status, 'application/problem+json');
}

let started = false;
export async function speak(language: Language): Promise<void> {
  if (!started) await startTexts(language);
  await loadInsideTexts();
  started = true;
  await switchLanguage(language);
}

/** Shows a piece of page inside the providers and the addresses that its links lead to. */
export async function show(content: ReactNode, language: Language = 'fr') {
  await speak(language);
  const root = createRootRoute({ component: () => <>{content}</> });
  const paths = ['/', '/lieux', '/lieux/$siteId', '/besoin', '/a-propos'];
  const routeTree = root.addChildren(paths.map((path) => createRoute({ getParentRoute: () => root, path })));
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await act(() => router.load());
  const view = render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return { ...view, router };
}
