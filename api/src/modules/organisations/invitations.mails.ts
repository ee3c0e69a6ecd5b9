import { z } from 'zod';
import { defineMail } from '../../platform/mail/mail-template.js';

const example = { organisation: 'Les Clés de Douze', inviter: 'Camille Exemple', link: 'https://example.org/invitation#abc' };

/** All that is ever sent to somebody who has not accepted. */
export const invitation = defineMail({
  name: 'invitation',
  values: z.object({ organisation: z.string(), inviter: z.string().nullable(), link: z.string(), days: z.int() }),
  secrets: ['link'],
  example: { ...example, days: 14 },
  fr: ({ organisation, inviter, link, days }) => ({
    subject: `Invitation à rejoindre ${organisation}`,
    paragraphs: [
      `${inviter ?? 'Une personne qui administre l’organisation'} vous invite à rejoindre ${organisation} sur Terrain d’entente.`,
      'Pour accepter, il faut un compte à cette adresse-ci ; vous pourrez le créer depuis la page de l’invitation.',
    ],
    action: { label: 'Voir l’invitation', url: link },
    afterwards: [
      `Ce lien sert une fois, pendant ${days} jours. Ne le transmettez pas : il ne vaut que pour votre adresse.`,
      'Vous ne connaissez pas cette organisation ? Ne faites rien, ou refusez depuis la même page : vous ne recevrez rien d’autre.',
    ],
  }),
  en: ({ organisation, inviter, link, days }) => ({
    subject: `Invitation to join ${organisation}`,
    paragraphs: [
      `${inviter ?? 'Someone who administers the organisation'} invites you to join ${organisation} on Terrain d’entente.`,
      'To accept, you need an account with this very address; you can make one from the page of the invitation.',
    ],
    action: { label: 'See the invitation', url: link },
    afterwards: [
      `This link works once, for ${days} days. Do not pass it on: it is for your address only.`,
      'You do not know this organisation? Do nothing, or decline on the same page: you will receive nothing else.',
    ],
  }),
});

export const invitationAccepted = defineMail({
  name: 'invitation-accepted',
  values: z.object({ organisation: z.string(), member: z.string().nullable(), link: z.string() }),
  secrets: [],
  example: { organisation: 'Les Clés de Douze', member: 'Alex Exemple', link: 'https://example.org/organisations/1/gerer/membres' },
  fr: ({ organisation, member, link }) => ({
    subject: `Invitation acceptée : ${member ?? 'un nouveau membre'}`,
    paragraphs: [`${member ?? 'La personne que vous avez invitée'} fait maintenant partie de ${organisation}.`],
    action: { label: 'Voir les membres', url: link },
  }),
  en: ({ organisation, member, link }) => ({
    subject: `Invitation accepted: ${member ?? 'a new member'}`,
    paragraphs: [`${member ?? 'The person you invited'} now belongs to ${organisation}.`],
    action: { label: 'See the members', url: link },
  }),
});
