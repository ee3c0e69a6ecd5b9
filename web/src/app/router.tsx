import { createRouter } from '@tanstack/react-router';
import { CrashScreen, NotFoundScreen } from './error-screens';
import { routeTree } from './routes';
import { parseSearch, stringifySearch } from '../lib/search-string';

export function createAppRouter() {
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultNotFoundComponent: NotFoundScreen,
    defaultErrorComponent: CrashScreen,
    scrollRestoration: true,
    parseSearch,
    stringifySearch,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
