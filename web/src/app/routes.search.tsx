import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readNeed } from '../features/matching/need/need-search';
import { readPlaceSearch } from '../features/sites/place-search';
import { root } from './root-route';

const places = createRoute({
  getParentRoute: () => root,
  path: '/lieux',
  validateSearch: readPlaceSearch,
  component: lazyRouteComponent(() => import('../pages/places'), 'PlacesPage'),
});

const place = createRoute({
  getParentRoute: () => root,
  path: '/lieux/$siteId',
  component: lazyRouteComponent(() => import('../pages/place'), 'PlacePage'),
});

const need = createRoute({
  getParentRoute: () => root,
  path: '/besoin',
  component: lazyRouteComponent(() => import('../pages/need'), 'NeedPage'),
});

const needStep = createRoute({
  getParentRoute: () => root,
  path: '/besoin/$step',
  validateSearch: readNeed,
  component: lazyRouteComponent(() => import('../pages/need-step'), 'NeedStepPage'),
});

const results = createRoute({
  getParentRoute: () => root,
  path: '/resultats',
  validateSearch: readNeed,
  component: lazyRouteComponent(() => import('../pages/results'), 'ResultsPage'),
});

/** Places, a need and what answers it. */
export const searchRoutes = [places, place, need, needStep, results] as const;
