import { z } from 'zod';
import { defineMail } from '../../../platform/mail/mail-template.js';

/** Sent when the address is already forgotten everywhere else: it carries no name. */
export const accountErasedMail = defineMail({
  name: 'account-erased',
  values: z.object({ reason: z.enum(['asked', 'inactive']) }),
  secrets: [],
  example: { reason: 'asked' },
  fr: ({ reason }) => ({
    subject: 'Votre compte est effacé',
    paragraphs: [
      reason === 'asked'
        ? 'Comme vous l’avez demandé, votre compte est effacé : nom, adresse, mot de passe, sessions et comptes liés ne sont plus chez nous.'
        : 'Votre compte ne servait plus depuis trois ans et notre avertissement est resté sans suite : il est effacé.',
      'Ce que vous avez fait pour vos organisations reste, sans votre nom. Cette adresse elle-même sera oubliée dans la journée.',
    ],
    afterwards: ['Ce n’était pas vous ? Répondez à votre organisation au plus vite : quelqu’un a pu utiliser votre session.'],
  }),
  en: ({ reason }) => ({
    subject: 'Your account is erased',
    paragraphs: [
      reason === 'asked'
        ? 'As you asked, your account is erased: name, address, password, sessions and linked identities are no longer with us.'
        : 'Your account had not been used for three years and our warning had no answer: it is erased.',
      'What you did for your organisations stays, without your name. This very address will be forgotten within a day.',
    ],
    afterwards: ['It was not you? Tell your organisation at once: somebody may have used your session.'],
  }),
});

export const inactivityWarningMail = defineMail({
  name: 'inactivity-warning',
  values: z.object({ signInUrl: z.url(), days: z.int() }),
  secrets: [],
  example: { signInUrl: 'https://example.org/connexion', days: 30 },
  fr: ({ signInUrl, days }) => ({
    subject: 'Votre compte sera bientôt effacé',
    paragraphs: [
      `Vous ne vous êtes pas connecté depuis trois ans. Sans connexion de votre part, votre compte sera effacé dans ${days} jours.`,
      'Pour le garder, il suffit de vous connecter une fois.',
    ],
    action: { label: 'Garder mon compte', url: signInUrl },
    afterwards: ['Vous n’en avez plus besoin ? Ne faites rien : il sera effacé tout seul.'],
  }),
  en: ({ signInUrl, days }) => ({
    subject: 'Your account will soon be erased',
    paragraphs: [
      `You have not signed in for three years. Unless you do, your account will be erased in ${days} days.`,
      'To keep it, sign in once.',
    ],
    action: { label: 'Keep my account', url: signInUrl },
    afterwards: ['You no longer need it? Do nothing: it will be erased by itself.'],
  }),
});
