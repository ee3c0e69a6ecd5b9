import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insidePage } from './inside-page';
import { root } from './root-route';

const notifications = createRoute({
  getParentRoute: () => root,
  path: '/mes-notifications',
  component: lazyRouteComponent(() => insidePage(import('../pages/inbox/notifications')), 'NotificationsPage'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/mes-notifications/reglages',
  component: lazyRouteComponent(() => insidePage(import('../pages/inbox/notification-settings')), 'NotificationSettingsPage'),
});

const stop = createRoute({
  getParentRoute: () => root,
  path: '/mes-notifications/arreter',
  component: lazyRouteComponent(() => insidePage(import('../pages/inbox/stop-notifications')), 'StopNotificationsPage'),
});

/** What a person is told, and how. */
export const inboxRoutes = [notifications, settings, stop] as const;
