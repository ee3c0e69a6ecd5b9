import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insidePage } from './inside-page';
import { root } from './root-route';

const law = createRoute({
  getParentRoute: () => root,
  path: '/le-droit',
  component: lazyRouteComponent(() => insidePage(import('../pages/law/law')), 'LawPage'),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: '/avis',
  component: lazyRouteComponent(() => insidePage(import('../pages/law/notices')), 'NoticesPage'),
});

const notice = createRoute({
  getParentRoute: () => root,
  path: '/avis/$noticeId',
  component: lazyRouteComponent(() => insidePage(import('../pages/law/notice')), 'NoticePage'),
});

const callLaw = createRoute({
  getParentRoute: () => root,
  path: '/mes-appels/$callId/droit',
  component: lazyRouteComponent(() => insidePage(import('../pages/law/call-law')), 'CallLawPage'),
});

const interests = createRoute({
  getParentRoute: () => root,
  path: '/demandes',
  component: lazyRouteComponent(() => insidePage(import('../pages/interests/interests')), 'InterestsPage'),
});

const interest = createRoute({
  getParentRoute: () => root,
  path: '/demandes/$interestId',
  component: lazyRouteComponent(() => insidePage(import('../pages/interests/interest')), 'InterestPage'),
});

/** The path the law allows, the notices that prove it, and spontaneous requests. */
export const lawRoutes = [law, notices, notice, callLaw, interests, interest] as const;
