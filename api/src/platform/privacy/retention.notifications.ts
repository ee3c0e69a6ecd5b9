import type { RetentionLine } from './retention.line.js';

/** What people are told of: what they follow, what waits for them, what they keep an eye on. */
export const NOTIFICATION_RETENTION = {
  follow: {
    keptDays: null,
    basis: 'contract',
    fr: [
      'Adresse de courriel de qui suit un lieu, un projet, une organisation, une commune ou une recherche, et ce qu’elle suit',
      'jusqu’à ce que vous cessiez de suivre : l’adresse est effacée avec la dernière chose suivie',
      'vous écrire ce que vous avez demandé à savoir, et rien d’autre',
    ],
    en: [
      'E-mail address of whoever follows a place, a project, an organisation, a commune or a search, and what it follows',
      'until you stop following: the address is erased with the last thing followed',
      'to write to you what you asked to know, and nothing else',
    ],
  },
  unconfirmed_follow: {
    keptDays: 7,
    basis: 'contract',
    fr: ['Demande de suivre qui n’a pas été confirmée', '7 jours après la demande', 'laisser le temps d’ouvrir le courriel reçu'],
    en: ['Request to follow that was not confirmed', '7 days after the request', 'to leave time to open the message received'],
  },
  told_news: {
    keptDays: 400,
    basis: 'legitimate_interest',
    fr: [
      'Ce qui a déjà été annoncé à chaque abonnement',
      '400 jours, ou jusqu’à la fin de l’abonnement',
      'ne jamais annoncer deux fois la même chose',
    ],
    en: ['What each subscription was already told', '400 days, or until the subscription ends', 'never to tell the same thing twice'],
  },
  notification: {
    keptDays: 365,
    basis: 'contract',
    fr: [
      'Notification : ce qui s’est passé dans vos dossiers et vos appels, et si vous l’avez lue',
      'un an ; effacée avec votre compte',
      'vous dire ce qui vous concerne, une seule fois',
    ],
    en: [
      'Notification: what happened in your files and calls, and whether you read it',
      'one year; erased with your account',
      'to tell you what concerns you, once',
    ],
  },
  notification_setting: {
    keptDays: null,
    basis: 'contract',
    fr: [
      'Vos réglages de notifications, sorte par sorte',
      'jusqu’à ce que vous les changiez ; effacés avec votre compte',
      'vous prévenir comme vous l’avez demandé',
    ],
    en: ['Your notification settings, kind by kind', 'until you change them; erased with your account', 'to tell you as you asked'],
  },
  favourite: {
    keptDays: null,
    basis: 'contract',
    fr: [
      'Lieux gardés en favoris avec un compte',
      'jusqu’à ce que vous les retiriez ou effaciez votre compte ; sans compte, ils restent dans votre navigateur',
      'vous les montrer sur tous vos appareils',
    ],
    en: [
      'Places kept as favourites with an account',
      'until you remove them or erase your account; without an account they stay in your browser',
      'to show them to you on all your devices',
    ],
  },
} as const satisfies Record<string, RetentionLine>;
