import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readDeskSearch } from '../features/sites/keep/desk-search';
import { asText, withoutBlanks } from '../lib/search-string';
import { insidePage } from './inside-page';
import { root } from './root-route';

const myPlaces = createRoute({
  getParentRoute: () => root,
  path: '/mes-lieux',
  validateSearch: readDeskSearch,
  component: lazyRouteComponent(() => insidePage(import('../pages/my-places/my-places')), 'MyPlacesPage'),
});

const newPlace = createRoute({
  getParentRoute: () => root,
  path: '/mes-lieux/nouveau',
  component: lazyRouteComponent(() => insidePage(import('../pages/my-places/new-place')), 'NewPlacePage'),
});

const claimPlaces = createRoute({
  getParentRoute: () => root,
  path: '/mes-lieux/reprendre',
  validateSearch: (search: Record<string, unknown>): { readonly lieu?: string | undefined } =>
    withoutBlanks({ lieu: asText(search['lieu']) }),
  component: lazyRouteComponent(() => insidePage(import('../pages/my-places/claim-places')), 'ClaimPlacesPage'),
});

const myPlace = createRoute({
  getParentRoute: () => root,
  path: '/mes-lieux/$siteId',
  component: lazyRouteComponent(() => insidePage(import('../pages/my-places/my-place')), 'MyPlacePage'),
});

const mergePlaces = createRoute({
  getParentRoute: () => root,
  path: '/mes-lieux/$siteId/reunir',
  validateSearch: (search: Record<string, unknown>): { readonly avec?: string | undefined } =>
    withoutBlanks({ avec: asText(search['avec']) }),
  component: lazyRouteComponent(() => insidePage(import('../pages/my-places/merge-places')), 'MergePlacesPage'),
});

/** The pages of the members who keep places. */
export const myPlacesRoutes = [myPlaces, newPlace, claimPlaces, myPlace, mergePlaces] as const;
