import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemError } from '../api/problem';
import { createAppRouter } from './router';

/** A refusal or a missing thing will not change by asking again; a network hiccup may. */
function mayRetry(failures: number, error: unknown): boolean {
  if (error instanceof ProblemError && error.problem.status < 500) return false;
  return failures < 2;
}

/** `networkMode: always`: without a network the request fails and the page says so, instead of waiting in silence. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 30_000, retry: mayRetry, refetchOnWindowFocus: false, networkMode: 'always' } },
  });
}

export function App() {
  const [queryClient] = useState(createQueryClient);
  const [router] = useState(createAppRouter);
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
