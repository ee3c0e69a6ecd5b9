import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readNeed } from '../features/matching/need/need-search';
import { readCompareSearch } from '../features/sites/compare/compare-search';
import { readPlaceSearch } from '../features/sites/place-search';
import { insidePage } from './inside-page';
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

const poster = createRoute({
  getParentRoute: () => root,
  path: '/lieux/$siteId/affiche',
  component: lazyRouteComponent(() => insidePage(import('../pages/poster')), 'PosterPage'),
});

const compare = createRoute({
  getParentRoute: () => root,
  path: '/comparer',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => insidePage(import('../pages/compare')), 'ComparePage'),
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
export const searchRoutes = [places, place, poster, compare, need, needStep, results] as const;
