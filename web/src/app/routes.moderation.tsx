import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readJournalSearch } from '../features/moderation/journal-search';
import { readQueueSearch } from '../features/moderation/queue-search';
import { insidePage } from './inside-page';
import { root } from './root-route';

const moderation = createRoute({
  getParentRoute: () => root,
  path: '/moderation',
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => insidePage(import('../pages/moderation/moderation')), 'ModerationPage'),
});

const organisationReview = createRoute({
  getParentRoute: () => root,
  path: '/moderation/organisations/$organisationId',
  component: lazyRouteComponent(() => insidePage(import('../pages/moderation/organisation-review')), 'OrganisationReviewPage'),
});

const journal = createRoute({
  getParentRoute: () => root,
  path: '/moderation/journal',
  validateSearch: readJournalSearch,
  component: lazyRouteComponent(() => insidePage(import('../pages/moderation/journal')), 'JournalPage'),
});

/** For those who look after the service. */
export const moderationRoutes = [moderation, organisationReview, journal] as const;
