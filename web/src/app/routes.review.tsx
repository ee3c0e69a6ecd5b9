import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insidePage } from './inside-page';
import { root } from './root-route';

const myReviews = createRoute({
  getParentRoute: () => root,
  path: '/evaluations',
  component: lazyRouteComponent(() => insidePage(import('../pages/review/my-reviews')), 'MyReviewsPage'),
});

const reading = createRoute({
  getParentRoute: () => root,
  path: '/evaluations/$readingId',
  component: lazyRouteComponent(() => insidePage(import('../pages/review/reading')), 'ReadingPage'),
});

const callReview = createRoute({
  getParentRoute: () => root,
  path: '/mes-appels/$callId/evaluation',
  component: lazyRouteComponent(() => insidePage(import('../pages/review/call-review')), 'CallReviewPage'),
});

const callDecision = createRoute({
  getParentRoute: () => root,
  path: '/mes-appels/$callId/decision',
  component: lazyRouteComponent(() => insidePage(import('../pages/decisions/call-decision')), 'CallDecisionPage'),
});

const callResults = createRoute({
  getParentRoute: () => root,
  path: '/appels/$callId/resultats',
  component: lazyRouteComponent(() => insidePage(import('../pages/decisions/call-results')), 'CallResultsPage'),
});

const applicationDecision = createRoute({
  getParentRoute: () => root,
  path: '/mes-candidatures/$applicationId/decision',
  component: lazyRouteComponent(() => insidePage(import('../pages/decisions/application-decision')), 'ApplicationDecisionPage'),
});

/** The review of a call, its decision, and what everyone reads of it. */
export const reviewRoutes = [myReviews, reading, callReview, callDecision, callResults, applicationDecision] as const;
