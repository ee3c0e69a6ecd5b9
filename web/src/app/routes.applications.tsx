import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { asText, withoutBlanks } from '../lib/search-string';
import { insidePage } from './inside-page';
import { root } from './root-route';

const myApplications = createRoute({
  getParentRoute: () => root,
  path: '/mes-candidatures',
  component: lazyRouteComponent(() => insidePage(import('../pages/applications/my-applications')), 'MyApplicationsPage'),
});

const newApplication = createRoute({
  getParentRoute: () => root,
  path: '/mes-candidatures/nouvelle',
  validateSearch: (
    search: Record<string, unknown>,
  ): { appel?: string | undefined; lieu?: string | undefined; depuis?: string | undefined } =>
    withoutBlanks({ appel: asText(search['appel']), lieu: asText(search['lieu']), depuis: asText(search['depuis']) }),
  component: lazyRouteComponent(() => insidePage(import('../pages/applications/new-application')), 'NewApplicationPage'),
});

const application = createRoute({
  getParentRoute: () => root,
  path: '/mes-candidatures/$applicationId',
  component: lazyRouteComponent(() => insidePage(import('../pages/applications/application')), 'ApplicationPage'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/mes-candidatures/$applicationId/verifier',
  component: lazyRouteComponent(() => insidePage(import('../pages/applications/application-review')), 'ApplicationReviewPage'),
});

const receipt = createRoute({
  getParentRoute: () => root,
  path: '/mes-candidatures/$applicationId/recu',
  component: lazyRouteComponent(() => insidePage(import('../pages/applications/application-receipt')), 'ApplicationReceiptPage'),
});

/** Files that answer calls, or ask for a place. */
export const applicationRoutes = [myApplications, newApplication, application, review, receipt] as const;
