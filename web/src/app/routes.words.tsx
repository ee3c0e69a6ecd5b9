import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insidePage } from './inside-page';
import { root } from './root-route';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/home'), 'HomePage'),
});

const method = createRoute({
  getParentRoute: () => root,
  path: '/methode',
  component: lazyRouteComponent(() => import('../pages/method'), 'MethodPage'),
});

const about = createRoute({
  getParentRoute: () => root,
  path: '/a-propos',
  component: lazyRouteComponent(() => insidePage(import('../pages/about')), 'AboutPage'),
});

const legal = createRoute({
  getParentRoute: () => root,
  path: '/mentions-legales',
  component: lazyRouteComponent(() => insidePage(import('../pages/legal')), 'LegalPage'),
});

const privacy = createRoute({
  getParentRoute: () => root,
  path: '/donnees-personnelles',
  component: lazyRouteComponent(() => insidePage(import('../pages/privacy')), 'PrivacyPage'),
});

const accessibility = createRoute({
  getParentRoute: () => root,
  path: '/accessibilite',
  component: lazyRouteComponent(() => insidePage(import('../pages/accessibility')), 'AccessibilityPage'),
});

const credits = createRoute({
  getParentRoute: () => root,
  path: '/credits',
  component: lazyRouteComponent(() => insidePage(import('../pages/credits')), 'CreditsPage'),
});

/** The front door and the pages that explain the service. */
export const wordRoutes = [home, method, about, legal, privacy, accessibility, credits] as const;
