import { createRootRoute, createRoute, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { readNeed } from '../features/matching/need/need-search';
import { readJournalSearch } from '../features/moderation/journal-search';
import { readQueueSearch } from '../features/moderation/queue-search';
import { readOrganisationSearch } from '../features/organisations/organisation-search';
import { readPlaceSearch } from '../features/sites/place-search';
import { asText } from '../lib/search-string';
import { ownPath } from '../session/return-to';
import { isLanguage, type Language } from '../text/language';
import { Layout } from './layout';

interface RootSearch {
  readonly lang?: Language;
}

const root = createRootRoute({
  component: Layout,
  validateSearch: (search: Record<string, unknown>): RootSearch => {
    const lang = asText(search['lang']);
    return isLanguage(lang) ? { lang } : {};
  },
  search: { middlewares: [retainSearchParams(['lang'])] },
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/home'), 'HomePage'),
});

const places = createRoute({
  getParentRoute: () => root,
  path: '/lieux',
  validateSearch: readPlaceSearch,
  component: lazyRouteComponent(() => import('../pages/places'), 'PlacesPage'),
});

const place = createRoute({
  getParentRoute: () => root,
  path: '/lieux/$siteId',
  component: lazyRouteComponent(() => import('../pages/place'), 'PlacePage'),
});

const need = createRoute({
  getParentRoute: () => root,
  path: '/besoin',
  component: lazyRouteComponent(() => import('../pages/need'), 'NeedPage'),
});

const needStep = createRoute({
  getParentRoute: () => root,
  path: '/besoin/$step',
  validateSearch: readNeed,
  component: lazyRouteComponent(() => import('../pages/need-step'), 'NeedStepPage'),
});

const results = createRoute({
  getParentRoute: () => root,
  path: '/resultats',
  validateSearch: readNeed,
  component: lazyRouteComponent(() => import('../pages/results'), 'ResultsPage'),
});

const method = createRoute({
  getParentRoute: () => root,
  path: '/methode',
  component: lazyRouteComponent(() => import('../pages/method'), 'MethodPage'),
});

const about = createRoute({
  getParentRoute: () => root,
  path: '/a-propos',
  component: lazyRouteComponent(() => import('../pages/about'), 'AboutPage'),
});

const legal = createRoute({
  getParentRoute: () => root,
  path: '/mentions-legales',
  component: lazyRouteComponent(() => import('../pages/legal'), 'LegalPage'),
});

const privacy = createRoute({
  getParentRoute: () => root,
  path: '/donnees-personnelles',
  component: lazyRouteComponent(() => import('../pages/privacy'), 'PrivacyPage'),
});

const accessibility = createRoute({
  getParentRoute: () => root,
  path: '/accessibilite',
  component: lazyRouteComponent(() => import('../pages/accessibility'), 'AccessibilityPage'),
});

const credits = createRoute({
  getParentRoute: () => root,
  path: '/credits',
  component: lazyRouteComponent(() => import('../pages/credits'), 'CreditsPage'),
});

/** Pages one signs in from know where to come back to. */
const readReturn = (search: Record<string, unknown>): { readonly retour?: string | undefined } => ({ retour: ownPath(search['retour']) });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/connexion',
  validateSearch: readReturn,
  component: lazyRouteComponent(() => import('../pages/account/sign-in'), 'SignInPage'),
});

const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/connexion/lien',
  validateSearch: readReturn,
  component: lazyRouteComponent(() => import('../pages/account/sign-in-link'), 'SignInLinkPage'),
});

const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/connexion/second-facteur',
  validateSearch: readReturn,
  component: lazyRouteComponent(() => import('../pages/account/second-factor'), 'SecondFactorPage'),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/inscription',
  validateSearch: readReturn,
  component: lazyRouteComponent(() => import('../pages/account/sign-up'), 'SignUpPage'),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/mot-de-passe-oublie',
  component: lazyRouteComponent(() => import('../pages/account/passwords'), 'ForgotPasswordPage'),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/mot-de-passe',
  component: lazyRouteComponent(() => import('../pages/account/passwords'), 'ResetPasswordPage'),
});

const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirmer-adresse',
  component: lazyRouteComponent(() => import('../pages/account/mail-links'), 'VerifyEmailPage'),
});

const changeEmail = createRoute({
  getParentRoute: () => root,
  path: '/changer-adresse',
  component: lazyRouteComponent(() => import('../pages/account/mail-links'), 'ChangeEmailPage'),
});

const myAccount = createRoute({
  getParentRoute: () => root,
  path: '/mon-compte',
  component: lazyRouteComponent(() => import('../pages/account/my-account'), 'MyAccountPage'),
});

const mySecurity = createRoute({
  getParentRoute: () => root,
  path: '/mon-compte/securite',
  component: lazyRouteComponent(() => import('../pages/account/my-security'), 'MySecurityPage'),
});

const mySessions = createRoute({
  getParentRoute: () => root,
  path: '/mon-compte/sessions',
  component: lazyRouteComponent(() => import('../pages/account/my-sessions'), 'MySessionsPage'),
});

const myData = createRoute({
  getParentRoute: () => root,
  path: '/mon-compte/donnees',
  component: lazyRouteComponent(() => import('../pages/account/my-data'), 'MyDataPage'),
});

const accountErased = createRoute({
  getParentRoute: () => root,
  path: '/compte-efface',
  component: lazyRouteComponent(() => import('../pages/account/my-data'), 'AccountErasedPage'),
});

const organisations = createRoute({
  getParentRoute: () => root,
  path: '/organisations',
  validateSearch: readOrganisationSearch,
  component: lazyRouteComponent(() => import('../pages/organisations/organisations'), 'OrganisationsPage'),
});

const newOrganisation = createRoute({
  getParentRoute: () => root,
  path: '/organisations/nouvelle',
  component: lazyRouteComponent(() => import('../pages/organisations/new-organisation'), 'NewOrganisationPage'),
});

const organisation = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$organisationId',
  component: lazyRouteComponent(() => import('../pages/organisations/organisation'), 'OrganisationPage'),
});

const manageProfile = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$organisationId/gerer',
  component: lazyRouteComponent(() => import('../pages/organisations/manage'), 'ManageProfilePage'),
});

const manageMembers = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$organisationId/gerer/membres',
  component: lazyRouteComponent(() => import('../pages/organisations/manage'), 'ManageMembersPage'),
});

const manageEvidence = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$organisationId/gerer/justificatifs',
  component: lazyRouteComponent(() => import('../pages/organisations/manage'), 'ManageEvidencePage'),
});

const manageNetwork = createRoute({
  getParentRoute: () => root,
  path: '/organisations/$organisationId/gerer/reseau',
  component: lazyRouteComponent(() => import('../pages/organisations/manage-network'), 'ManageNetworkPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../pages/organisations/invitation'), 'InvitationPage'),
});

const moderation = createRoute({
  getParentRoute: () => root,
  path: '/moderation',
  validateSearch: readQueueSearch,
  component: lazyRouteComponent(() => import('../pages/moderation/moderation'), 'ModerationPage'),
});

const organisationReview = createRoute({
  getParentRoute: () => root,
  path: '/moderation/organisations/$organisationId',
  component: lazyRouteComponent(() => import('../pages/moderation/organisation-review'), 'OrganisationReviewPage'),
});

const journal = createRoute({
  getParentRoute: () => root,
  path: '/moderation/journal',
  validateSearch: readJournalSearch,
  component: lazyRouteComponent(() => import('../pages/moderation/journal'), 'JournalPage'),
});

const myProjects = createRoute({
  getParentRoute: () => root,
  path: '/mes-projets',
  component: lazyRouteComponent(() => import('../pages/projects/my-projects'), 'MyProjectsPage'),
});

const newProject = createRoute({
  getParentRoute: () => root,
  path: '/mes-projets/nouveau',
  validateSearch: readNeed,
  component: lazyRouteComponent(() => import('../pages/projects/new-project'), 'NewProjectPage'),
});

const project = createRoute({
  getParentRoute: () => root,
  path: '/mes-projets/$projectId',
  component: lazyRouteComponent(() => import('../pages/projects/project'), 'ProjectPage'),
});

const projectNeed = createRoute({
  getParentRoute: () => root,
  path: '/mes-projets/$projectId/besoin',
  validateSearch: readNeed,
  component: lazyRouteComponent(() => import('../pages/projects/project-need'), 'ProjectNeedPage'),
});

const publicProject = createRoute({
  getParentRoute: () => root,
  path: '/projets/$projectId',
  component: lazyRouteComponent(() => import('../pages/projects/public-project'), 'PublicProjectPage'),
});

export const routeTree = root.addChildren([
  home,
  places,
  place,
  need,
  needStep,
  results,
  method,
  about,
  legal,
  privacy,
  accessibility,
  credits,
  signIn,
  signInLink,
  secondFactor,
  signUp,
  forgotPassword,
  resetPassword,
  verifyEmail,
  changeEmail,
  myAccount,
  mySecurity,
  mySessions,
  myData,
  accountErased,
  organisations,
  newOrganisation,
  organisation,
  manageProfile,
  manageMembers,
  manageEvidence,
  manageNetwork,
  invitation,
  moderation,
  organisationReview,
  journal,
  myProjects,
  newProject,
  project,
  projectNeed,
  publicProject,
]);
