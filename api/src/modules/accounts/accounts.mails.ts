import { z } from 'zod';
import { defineMail } from '../../platform/mail/mail-template.js';

/** Messages that carry a link or answer a request. None repeats a name someone typed: a stranger may have typed it for them. */

const EXAMPLE = 'https://example.org/page#token=abc';
const NOT_YOU = {
  fr: 'Si vous n’avez rien demandé, ne faites rien : sans ce lien, il ne se passe rien.',
  en: 'If you asked for nothing, do nothing: without this link, nothing happens.',
};
const linkValues = z.object({ link: z.url() });

export const verifyAddressMail = defineMail({
  name: 'account-verify-address',
  values: linkValues,
  secrets: ['link'],
  example: { link: EXAMPLE },
  fr: ({ link }) => ({
    subject: 'Confirmez votre adresse',
    paragraphs: ['Un compte vient d’être créé avec cette adresse. Confirmez qu’elle est à vous pour pouvoir vous en servir.'],
    action: { label: 'Confirmer mon adresse', url: link },
    afterwards: ['Le lien sert une fois, pendant trois jours.', 'Si ce n’était pas vous, ne le suivez pas : le compte restera sans effet.'],
  }),
  en: ({ link }) => ({
    subject: 'Confirm your address',
    paragraphs: ['An account has just been created with this address. Confirm that it is yours to be able to use it.'],
    action: { label: 'Confirm my address', url: link },
    afterwards: ['The link works once, for three days.', 'If it was not you, do not follow it: the account will have no effect.'],
  }),
});

export const firstLinkMail = defineMail({
  name: 'account-first-link',
  values: linkValues,
  secrets: ['link'],
  example: { link: EXAMPLE },
  fr: ({ link }) => ({
    subject: 'Votre compte vous attend',
    paragraphs: ['Un compte sans mot de passe vient d’être créé avec cette adresse. Ce lien la confirme et vous connecte.'],
    action: { label: 'Entrer', url: link },
    afterwards: ['Le lien sert une fois, pendant trois jours ; la page de connexion en envoie un nouveau.', NOT_YOU.fr],
  }),
  en: ({ link }) => ({
    subject: 'Your account is waiting for you',
    paragraphs: ['An account without password has just been created with this address. This link confirms it and signs you in.'],
    action: { label: 'Come in', url: link },
    afterwards: ['The link works once, for three days; the sign-in page sends a new one.', NOT_YOU.en],
  }),
});

export const alreadyHaveAccountMail = defineMail({
  name: 'account-already-exists',
  values: z.object({ signInUrl: z.url(), resetUrl: z.url() }),
  secrets: [],
  example: { signInUrl: 'https://example.org/connexion', resetUrl: 'https://example.org/mot-de-passe-oublie' },
  fr: ({ signInUrl, resetUrl }) => ({
    subject: 'Vous avez déjà un compte',
    paragraphs: [
      'Quelqu’un, sans doute vous, a voulu créer un compte ou changer d’adresse avec celle-ci. Elle a déjà un compte : connectez-vous.',
    ],
    action: { label: 'Me connecter', url: signInUrl },
    afterwards: [`Mot de passe oublié ? ${resetUrl}`, 'Si ce n’était pas vous, ne faites rien : votre compte n’a pas changé.'],
  }),
  en: ({ signInUrl, resetUrl }) => ({
    subject: 'You already have an account',
    paragraphs: ['Someone, probably you, wanted to create an account or change address with this one. It already has an account: sign in.'],
    action: { label: 'Sign in', url: signInUrl },
    afterwards: [`Forgotten password? ${resetUrl}`, 'If it was not you, do nothing: your account has not changed.'],
  }),
});

export const noAccountMail = defineMail({
  name: 'account-none-here',
  values: z.object({ signUpUrl: z.url() }),
  secrets: [],
  example: { signUpUrl: 'https://example.org/inscription' },
  fr: ({ signUpUrl }) => ({
    subject: 'Aucun compte à cette adresse',
    paragraphs: [
      'Quelqu’un, sans doute vous, a demandé à se connecter avec cette adresse. Elle n’a pas de compte : peut-être en avez-vous un à une autre.',
    ],
    action: { label: 'Créer un compte', url: signUpUrl },
    afterwards: ['Si ce n’était pas vous, ne faites rien : nous ne gardons pas votre adresse.'],
  }),
  en: ({ signUpUrl }) => ({
    subject: 'No account at this address',
    paragraphs: ['Someone, probably you, asked to sign in with this address. It has no account: you may have one at another address.'],
    action: { label: 'Create an account', url: signUpUrl },
    afterwards: ['If it was not you, do nothing: we do not keep your address.'],
  }),
});

export const signInLinkMail = defineMail({
  name: 'account-sign-in-link',
  values: linkValues,
  secrets: ['link'],
  example: { link: EXAMPLE },
  fr: ({ link }) => ({
    subject: 'Votre lien de connexion',
    paragraphs: ['Ce lien vous connecte, ou confirme que c’est bien vous.'],
    action: { label: 'Me connecter', url: link },
    afterwards: ['Il sert une fois, pendant quinze minutes.', NOT_YOU.fr],
  }),
  en: ({ link }) => ({
    subject: 'Your sign-in link',
    paragraphs: ['This link signs you in, or confirms that it is you.'],
    action: { label: 'Sign in', url: link },
    afterwards: ['It works once, for fifteen minutes.', NOT_YOU.en],
  }),
});

export const resetPasswordMail = defineMail({
  name: 'account-reset-password',
  values: linkValues,
  secrets: ['link'],
  example: { link: EXAMPLE },
  fr: ({ link }) => ({
    subject: 'Choisissez un nouveau mot de passe',
    paragraphs: ['Un nouveau mot de passe a été demandé pour votre compte.'],
    action: { label: 'Choisir un mot de passe', url: link },
    afterwards: ['Le lien sert une fois, pendant une heure.', NOT_YOU.fr],
  }),
  en: ({ link }) => ({
    subject: 'Choose a new password',
    paragraphs: ['A new password was asked for your account.'],
    action: { label: 'Choose a password', url: link },
    afterwards: ['The link works once, for one hour.', NOT_YOU.en],
  }),
});

export const administratorLinkMail = defineMail({
  name: 'account-administrator-link',
  values: linkValues,
  secrets: ['link'],
  example: { link: EXAMPLE },
  fr: ({ link }) => ({
    subject: 'Vous administrez le service',
    paragraphs: [
      'La personne qui installe le service vous en donne l’administration. Choisissez votre mot de passe, puis activez le second facteur.',
    ],
    action: { label: 'Choisir un mot de passe', url: link },
    afterwards: ['Le lien sert une fois, pendant un jour.', NOT_YOU.fr],
  }),
  en: ({ link }) => ({
    subject: 'You are an administrator of the service',
    paragraphs: ['The person who installs the service makes you its administrator. Choose your password, then turn on the second factor.'],
    action: { label: 'Choose a password', url: link },
    afterwards: ['The link works once, for one day.', NOT_YOU.en],
  }),
});

const changeValues = z.object({ link: z.url(), newEmail: z.string() });
const changeExample = { link: EXAMPLE, newEmail: 'camille@example.org' };

export const leaveAddressMail = defineMail({
  name: 'account-change-address-old',
  values: changeValues,
  secrets: ['link'],
  example: changeExample,
  fr: ({ link, newEmail }) => ({
    subject: 'Voulez-vous changer d’adresse ?',
    paragraphs: [`Votre compte doit passer à l’adresse ${newEmail}. Confirmez-le ici, puis par le message envoyé à l’autre adresse.`],
    action: { label: 'Quitter cette adresse', url: link },
    afterwards: ['Le lien sert une fois, pendant un jour.', 'Si ce n’était pas vous, ne le suivez pas et changez votre mot de passe.'],
  }),
  en: ({ link, newEmail }) => ({
    subject: 'Do you want to change address?',
    paragraphs: [`Your account is to move to the address ${newEmail}. Confirm it here, then by the message sent to the other address.`],
    action: { label: 'Leave this address', url: link },
    afterwards: ['The link works once, for one day.', 'If it was not you, do not follow it and change your password.'],
  }),
});

export const takeAddressMail = defineMail({
  name: 'account-change-address-new',
  values: linkValues,
  secrets: ['link'],
  example: { link: EXAMPLE },
  fr: ({ link }) => ({
    subject: 'Confirmez votre nouvelle adresse',
    paragraphs: ['Un compte doit passer à cette adresse. Confirmez qu’elle est à vous, puis suivez aussi le lien envoyé à l’ancienne.'],
    action: { label: 'Prendre cette adresse', url: link },
    afterwards: ['Le lien sert une fois, pendant un jour.', NOT_YOU.fr],
  }),
  en: ({ link }) => ({
    subject: 'Confirm your new address',
    paragraphs: ['An account is to move to this address. Confirm that it is yours, then follow the link sent to the former one too.'],
    action: { label: 'Take this address', url: link },
    afterwards: ['The link works once, for one day.', NOT_YOU.en],
  }),
});
