import { createRootRoute, createRoute, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { readNeed } from '../features/matching/need/need-search';
import { readPlaceSearch } from '../features/sites/place-search';
import { asText } from '../lib/search-string';
import { isLanguage, type Language } from '../text/language';
import { Layout } from './layout';

interface RootSearch {
  readonly lang?: Language;
}

const root = createRootRoute({
  component: Layout,
  validateSearch: (search: Record<string, unknown>): RootSearch => {
    const lang = asText(search['lang']);
    return isLanguage(lang) ? { lang } : {};
  },
  search: { middlewares: [retainSearchParams(['lang'])] },
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/home'), 'HomePage'),
});

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

const method = createRoute({
  getParentRoute: () => root,
  path: '/methode',
  component: lazyRouteComponent(() => import('../pages/method'), 'MethodPage'),
});

const about = createRoute({
  getParentRoute: () => root,
  path: '/a-propos',
  component: lazyRouteComponent(() => import('../pages/about'), 'AboutPage'),
});

const legal = createRoute({
  getParentRoute: () => root,
  path: '/mentions-legales',
  component: lazyRouteComponent(() => import('../pages/legal'), 'LegalPage'),
});

const accessibility = createRoute({
  getParentRoute: () => root,
  path: '/accessibilite',
  component: lazyRouteComponent(() => import('../pages/accessibility'), 'AccessibilityPage'),
});

const credits = createRoute({
  getParentRoute: () => root,
  path: '/credits',
  component: lazyRouteComponent(() => import('../pages/credits'), 'CreditsPage'),
});

export const routeTree = root.addChildren([home, places, place, need, needStep, results, method, about, legal, accessibility, credits]);
