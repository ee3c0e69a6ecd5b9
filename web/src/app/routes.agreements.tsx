import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insidePage } from './inside-page';
import { root } from './root-route';

const myAgreements = createRoute({
  getParentRoute: () => root,
  path: '/conventions',
  component: lazyRouteComponent(() => insidePage(import('../pages/agreements/my-agreements')), 'MyAgreementsPage'),
});

const agreement = createRoute({
  getParentRoute: () => root,
  path: '/conventions/$agreementId',
  component: lazyRouteComponent(() => insidePage(import('../pages/agreements/agreement')), 'AgreementPage'),
});

/** Agreements between an owner and who occupies its place, for both sides. */
export const agreementRoutes = [myAgreements, agreement] as const;
