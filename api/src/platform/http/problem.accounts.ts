import type { ProblemLine } from './problem.line.js';

/** Signing in and accounts. */
export const ACCOUNT_PROBLEMS = {
  'sign-in-expired': {
    status: 400,
    fr: ['Connexion interrompue', 'Elle a trop attendu, a déjà servi ou a commencé ailleurs : recommencez depuis la page de connexion.'],
    en: ['Sign-in interrupted', 'It waited too long, was used already or began elsewhere: start again from the sign-in page.'],
  },
  'identity-refused': {
    status: 403,
    fr: ['Connexion refusée par votre fournisseur d’identité', 'Recommencez, ou connectez-vous avec votre mot de passe ou un lien.'],
    en: ['Sign-in refused by your identity provider', 'Try again, or sign in with your password or a link.'],
  },
  'identity-not-trusted': {
    status: 400,
    fr: ['Réponse du fournisseur d’identité non fiable', 'Recommencez ; si cela continue, connectez-vous autrement et prévenez-nous.'],
    en: ['Answer of the identity provider not trusted', 'Try again; if it goes on, sign in another way and tell us.'],
  },
  'identity-address-unverified': {
    status: 403,
    fr: [
      'Adresse non confirmée par votre fournisseur d’identité',
      'Créez un compte ou connectez-vous avec votre adresse, puis liez-le dans « Mon compte », « Sécurité ».',
    ],
    en: [
      'Address not confirmed by your identity provider',
      'Create an account or sign in with your address, then link it in “My account”, “Security”.',
    ],
  },
  'identity-account-exists': {
    status: 409,
    fr: [
      'Un compte existe déjà avec cette adresse',
      'Connectez-vous comme d’habitude ou par un lien, puis liez-le dans « Mon compte », « Sécurité ».',
    ],
    en: ['An account already exists with this address', 'Sign in as usual or by a link, then link it in “My account”, “Security”.'],
  },
  'identity-taken': {
    status: 409,
    fr: ['Identité déjà liée', 'Elle ouvre un autre compte, ou le vôtre en a déjà une de ce fournisseur : retirez d’abord ce lien.'],
    en: ['Identity already linked', 'It opens another account, or yours already has one of this provider: remove that link first.'],
  },
  'identity-provider-down': {
    status: 503,
    fr: ['Fournisseur d’identité injoignable', 'Connectez-vous avec votre mot de passe ou un lien, ou recommencez plus tard.'],
    en: ['Identity provider out of reach', 'Sign in with your password or a link, or try again later.'],
  },
  'last-platform-administrator': {
    status: 409,
    fr: ['Le service resterait sans administrateur', 'Nommez d’abord un autre administrateur du service.'],
    en: ['The service would be left without an administrator', 'Make someone else an administrator of the service first.'],
  },
  'wrong-credentials': {
    status: 403,
    fr: ['Adresse ou mot de passe inexact', 'Vérifiez les deux, ou demandez un lien de connexion par courriel.'],
    en: ['Wrong address or password', 'Check both, or ask for a sign-in link by e-mail.'],
  },
  'wrong-code': {
    status: 403,
    fr: ['Code inexact ou déjà utilisé', 'Attendez le code suivant de votre application, ou prenez un code de secours.'],
    en: ['Wrong code, or already used', 'Wait for the next code of your application, or take a recovery code.'],
  },
  'link-not-valid': {
    status: 409,
    fr: ['Ce lien ne sert plus', 'Il a expiré, a déjà servi ou a été remplacé : demandez-en un nouveau.'],
    en: ['This link no longer works', 'It has expired, was used already or was replaced: ask for a new one.'],
  },
  'email-taken': {
    status: 409,
    fr: ['Cette adresse a déjà un compte', 'Connectez-vous à ce compte, ou choisissez une autre adresse.'],
    en: ['This address already has an account', 'Sign in to that account, or choose another address.'],
  },
  'second-factor-off': {
    status: 409,
    fr: ['Second facteur non activé', 'Recommencez son activation depuis « Mon compte ».'],
    en: ['Second factor not turned on', 'Start turning it on again from “My account”.'],
  },
  'second-factor-required': {
    status: 409,
    fr: [
      'Second facteur obligatoire',
      'Votre rôle ou l’une de vos organisations l’exige : vous pouvez changer d’appareil, pas le retirer.',
    ],
    en: ['Second factor required', 'Your role or one of your organisations requires it: you can change device, not remove it.'],
  },
} as const satisfies Record<string, ProblemLine>;
