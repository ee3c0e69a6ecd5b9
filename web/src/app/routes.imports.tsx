import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insidePage } from './inside-page';
import { root } from './root-route';

const newImport = createRoute({
  getParentRoute: () => root,
  path: '/mes-lieux/import',
  component: lazyRouteComponent(() => insidePage(import('../pages/imports/new-import')), 'NewImportPage'),
});

const siteImport = createRoute({
  getParentRoute: () => root,
  path: '/mes-lieux/import/$importId',
  component: lazyRouteComponent(() => insidePage(import('../pages/imports/site-import')), 'SiteImportPage'),
});

/** Places from a file, for those who write places of an organisation. */
export const importRoutes = [newImport, siteImport] as const;
