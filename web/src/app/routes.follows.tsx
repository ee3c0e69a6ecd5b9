import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insidePage } from './inside-page';
import { root } from './root-route';

const myFollows = createRoute({
  getParentRoute: () => root,
  path: '/mon-compte/suivis',
  component: lazyRouteComponent(() => insidePage(import('../pages/account/my-follows')), 'MyFollowsPage'),
});

const confirmFollow = createRoute({
  getParentRoute: () => root,
  path: '/suivre/confirmer',
  component: lazyRouteComponent(() => import('../pages/follows/follow-links'), 'ConfirmFollowPage'),
});

const manageFollows = createRoute({
  getParentRoute: () => root,
  path: '/suivre/gerer',
  component: lazyRouteComponent(() => import('../pages/follows/follow-links'), 'ManageFollowsPage'),
});

const stopFollow = createRoute({
  getParentRoute: () => root,
  path: '/suivre/arreter',
  component: lazyRouteComponent(() => import('../pages/follows/follow-links'), 'StopFollowPage'),
});

const favourites = createRoute({
  getParentRoute: () => root,
  path: '/favoris',
  component: lazyRouteComponent(() => import('../pages/favourites'), 'FavouritesPage'),
});

/** What one follows and keeps. */
export const followRoutes = [myFollows, confirmFollow, manageFollows, stopFollow, favourites] as const;
