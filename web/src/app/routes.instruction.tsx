import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readInstructionSearch } from '../features/instruction/instruction-search';
import { insidePage } from './inside-page';
import { root } from './root-route';

const callInstruction = createRoute({
  getParentRoute: () => root,
  path: '/mes-appels/$callId/instruction',
  validateSearch: readInstructionSearch,
  component: lazyRouteComponent(() => insidePage(import('../pages/instruction/call-instruction')), 'CallInstructionPage'),
});

const requestInstruction = createRoute({
  getParentRoute: () => root,
  path: '/mes-demandes/$organisationId',
  validateSearch: readInstructionSearch,
  component: lazyRouteComponent(() => insidePage(import('../pages/instruction/request-instruction')), 'RequestInstructionPage'),
});

const dossier = createRoute({
  getParentRoute: () => root,
  path: '/instruction/$applicationId',
  component: lazyRouteComponent(() => insidePage(import('../pages/instruction/dossier')), 'DossierPage'),
});

const ownerDesk = createRoute({
  getParentRoute: () => root,
  path: '/mon-bureau',
  component: lazyRouteComponent(() => insidePage(import('../pages/instruction/owner-desk')), 'OwnerDeskPage'),
});

const giveOpinion = createRoute({
  getParentRoute: () => root,
  path: '/donner-un-avis',
  component: lazyRouteComponent(() => insidePage(import('../pages/instruction/give-opinion')), 'GiveOpinionPage'),
});

/** The files that an owner's agents examine. */
export const instructionRoutes = [ownerDesk, callInstruction, requestInstruction, dossier, giveOpinion] as const;
