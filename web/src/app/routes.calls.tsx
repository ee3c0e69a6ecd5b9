import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insidePage } from './inside-page';
import { root } from './root-route';

const calls = createRoute({
  getParentRoute: () => root,
  path: '/appels',
  component: lazyRouteComponent(() => insidePage(import('../pages/calls/call-list')), 'CallListPage'),
});

const call = createRoute({
  getParentRoute: () => root,
  path: '/appels/$callId',
  component: lazyRouteComponent(() => insidePage(import('../pages/calls/call')), 'CallPage'),
});

const myCalls = createRoute({
  getParentRoute: () => root,
  path: '/mes-appels',
  component: lazyRouteComponent(() => insidePage(import('../pages/calls/my-calls')), 'MyCallsPage'),
});

const myCall = createRoute({
  getParentRoute: () => root,
  path: '/mes-appels/$callId',
  component: lazyRouteComponent(() => insidePage(import('../pages/calls/my-call')), 'MyCallPage'),
});

/** Calls of public owners: as everyone reads them, and as their agents keep them. */
export const callRoutes = [calls, call, myCalls, myCall] as const;
