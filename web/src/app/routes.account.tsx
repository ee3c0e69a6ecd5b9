import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { asText } from '../lib/search-string';
import { ownPath } from '../session/return-to';
import { insidePage } from './inside-page';
import { root } from './root-route';

/** Pages one signs in from know where to come back to. */
const readReturn = (search: Record<string, unknown>): { readonly retour?: string | undefined } => ({ retour: ownPath(search['retour']) });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/connexion',
  validateSearch: (search: Record<string, unknown>): { readonly retour?: string | undefined; readonly refus?: string } => {
    const refus = asText(search['refus']);
    return { ...readReturn(search), ...(refus ? { refus } : {}) };
  },
  component: lazyRouteComponent(() => insidePage(import('../pages/account/sign-in')), 'SignInPage'),
});

const signInLink = createRoute({
  getParentRoute: () => root,
  path: '/connexion/lien',
  validateSearch: readReturn,
  component: lazyRouteComponent(() => insidePage(import('../pages/account/sign-in-link')), 'SignInLinkPage'),
});

const secondFactor = createRoute({
  getParentRoute: () => root,
  path: '/connexion/second-facteur',
  validateSearch: readReturn,
  component: lazyRouteComponent(() => insidePage(import('../pages/account/second-factor')), 'SecondFactorPage'),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/inscription',
  validateSearch: readReturn,
  component: lazyRouteComponent(() => insidePage(import('../pages/account/sign-up')), 'SignUpPage'),
});

const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/mot-de-passe-oublie',
  component: lazyRouteComponent(() => insidePage(import('../pages/account/passwords')), 'ForgotPasswordPage'),
});

const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/mot-de-passe',
  component: lazyRouteComponent(() => insidePage(import('../pages/account/passwords')), 'ResetPasswordPage'),
});

const verifyEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirmer-adresse',
  component: lazyRouteComponent(() => insidePage(import('../pages/account/mail-links')), 'VerifyEmailPage'),
});

const changeEmail = createRoute({
  getParentRoute: () => root,
  path: '/changer-adresse',
  component: lazyRouteComponent(() => insidePage(import('../pages/account/mail-links')), 'ChangeEmailPage'),
});

const myAccount = createRoute({
  getParentRoute: () => root,
  path: '/mon-compte',
  component: lazyRouteComponent(() => insidePage(import('../pages/account/my-account')), 'MyAccountPage'),
});

const mySecurity = createRoute({
  getParentRoute: () => root,
  path: '/mon-compte/securite',
  component: lazyRouteComponent(() => insidePage(import('../pages/account/my-security')), 'MySecurityPage'),
});

const mySessions = createRoute({
  getParentRoute: () => root,
  path: '/mon-compte/sessions',
  component: lazyRouteComponent(() => insidePage(import('../pages/account/my-sessions')), 'MySessionsPage'),
});

const myData = createRoute({
  getParentRoute: () => root,
  path: '/mon-compte/donnees',
  component: lazyRouteComponent(() => insidePage(import('../pages/account/my-data')), 'MyDataPage'),
});

const accountErased = createRoute({
  getParentRoute: () => root,
  path: '/compte-efface',
  component: lazyRouteComponent(() => insidePage(import('../pages/account/my-data')), 'AccountErasedPage'),
});

/** Entering, and one’s own account. */
export const accountRoutes = [
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
] as const;
