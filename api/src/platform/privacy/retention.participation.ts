import type { RetentionLine } from './retention.line.js';

/** What people bring without keeping a place: answers in passing, proposals, letters. */
export const PARTICIPATION_RETENTION = {
  passer_by: {
    keptDays: 180,
    basis: 'legitimate_interest',
    fr: [
      'Réponse d’un passant à « Qu’y a-t-il aujourd’hui ? » : une empreinte du réseau, propre à ce lieu, qui ne permet pas de retrouver l’adresse',
      '180 jours, le temps qu’une autre réponse puisse la confirmer ; la réponse reste, sans rien qui désigne quelqu’un',
      'ne compter chaque personne qu’une fois',
    ],
    en: [
      'A passer-by’s answer to “What stands there today?”: a fingerprint of the network, for this place only, from which the address cannot be found',
      '180 days, while another answer may confirm it; the answer stays, with nothing that points to anyone',
      'to count each person once only',
    ],
  },
  unconfirmed_proposal: {
    keptDays: 7,
    basis: 'contract',
    fr: [
      'Proposition (correction d’un lieu, ou lieu) qui n’a pas été confirmée',
      '7 jours après l’envoi',
      'laisser le temps d’ouvrir le courriel reçu',
    ],
    en: [
      'Proposal (correction of a place, or place) that was not confirmed',
      '7 days after it was sent',
      'to leave time to open the message received',
    ],
  },
  proposal_address: {
    keptDays: 90,
    basis: 'contract',
    fr: [
      'Adresse de courriel de qui propose sans compte',
      '90 jours après la réponse ; ce qui a été accepté reste, avec le nom que la personne a demandé d’afficher',
      'lui dire ce qu’est devenue sa proposition',
    ],
    en: [
      'E-mail address of whoever proposes without an account',
      '90 days after the answer; what was accepted stays, with the name the person asked to show',
      'to tell them what became of their proposal',
    ],
  },
  knock_note: {
    keptDays: 365,
    basis: 'legitimate_interest',
    fr: [
      'Mot laissé par qui répond à une lettre à propos d’un lieu ; et, pour qui a demandé à ne plus en recevoir, une empreinte de l’adresse',
      'un an après la réponse ; l’empreinte aussi longtemps que ce choix doit être respecté',
      'laisser les organisations lire la réponse, ne plus écrire à qui l’a demandé',
    ],
    en: [
      'Words left by whoever answers a letter about a place; and, of those who asked for no more letters, a fingerprint of the address',
      'one year after the answer; the fingerprint as long as that choice is to be kept',
      'to let the organisations read the answer, never to write again to who asked for silence',
    ],
  },
} as const satisfies Record<string, RetentionLine>;
