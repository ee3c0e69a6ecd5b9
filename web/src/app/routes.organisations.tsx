import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readOrganisationSearch } from '../features/organisations/organisation-search';
import { insidePage } from './inside-page';
import { root } from './root-route';

const organisations = createRoute({
  getParentRoute: () => root,
  path: '/organisations',
  validateSearch: readOrganisationSearch,
  component: lazyRouteComponent(() => insidePage(import('../pages/organisations/organisations')), 'OrganisationsPage'),
});

const newOrganisation = createRoute({
  getParentRoute: () => root,
  path: '/organisations/nouvelle',
  component: lazyRouteComponent(() => insidePage(import('../pages/organisations/new-organisation')), 'NewOrganisationPage'),
});

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$organisationId',
  component: lazyRouteComponent(() => insidePage(import('../pages/organisations/organisation')), 'OrganisationPage'),
});

const manageProfile = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$organisationId/gerer',
  component: lazyRouteComponent(() => insidePage(import('../pages/organisations/manage')), 'ManageProfilePage'),
});

const manageMembers = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$organisationId/gerer/membres',
  component: lazyRouteComponent(() => insidePage(import('../pages/organisations/manage')), 'ManageMembersPage'),
});

const manageEvidence = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$organisationId/gerer/justificatifs',
  component: lazyRouteComponent(() => insidePage(import('../pages/organisations/manage')), 'ManageEvidencePage'),
});

const manageNetwork = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$organisationId/gerer/reseau',
  component: lazyRouteComponent(() => insidePage(import('../pages/organisations/manage-network')), 'ManageNetworkPage'),
});

const manageJournal = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$organisationId/gerer/journal',
  component: lazyRouteComponent(() => insidePage(import('../pages/organisations/manage-journal')), 'ManageJournalPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => insidePage(import('../pages/organisations/invitation')), 'InvitationPage'),
});

/** Organisations: their public pages, and those of their members. */
export const organisationRoutes = [
  organisations,
  newOrganisation,
  organisation,
  manageProfile,
  manageMembers,
  manageEvidence,
  manageNetwork,
  manageJournal,
  invitation,
] as const;
