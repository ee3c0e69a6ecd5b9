import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insidePage } from './inside-page';
import { root } from './root-route';

const proposePlace = createRoute({
  getParentRoute: () => root,
  path: '/proposer-un-lieu',
  component: lazyRouteComponent(() => insidePage(import('../pages/proposals/propose-place')), 'ProposePlacePage'),
});

const confirmProposal = createRoute({
  getParentRoute: () => root,
  path: '/propositions/confirmer',
  component: lazyRouteComponent(() => insidePage(import('../pages/proposals/proposal-links')), 'ConfirmProposalPage'),
});

const followProposal = createRoute({
  getParentRoute: () => root,
  path: '/propositions/suivi',
  component: lazyRouteComponent(() => insidePage(import('../pages/proposals/proposal-links')), 'FollowProposalPage'),
});

const myProposals = createRoute({
  getParentRoute: () => root,
  path: '/mon-compte/propositions',
  component: lazyRouteComponent(() => insidePage(import('../pages/account/my-proposals')), 'MyProposalsPage'),
});

/** What third parties bring. */
export const proposalRoutes = [proposePlace, confirmProposal, followProposal, myProposals] as const;
