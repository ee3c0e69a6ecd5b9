import { z } from 'zod';
import { defineMail } from '../../platform/mail/mail-template.js';
import { ROLE_NAMES } from './member.words.js';
import { organisationRole } from './members.schemas.js';

const link = 'https://example.org/organisations/1';

export const joinRequestReceived = defineMail({
  name: 'join-request-received',
  values: z.object({ organisation: z.string(), person: z.string().nullable(), message: z.string(), link: z.string() }),
  secrets: [],
  example: { organisation: 'Les Clés de Douze', person: 'Alex Exemple', message: 'Je coordonne l’atelier vélo.', link },
  fr: ({ organisation, person, message, link: url }) => ({
    subject: `${person ?? 'Une personne'} demande à rejoindre ${organisation}`,
    paragraphs: [`Son message :`, message],
    action: { label: 'Répondre à la demande', url },
    afterwards: ['Vous recevez ce message parce que vous administrez cette organisation. Il n’y aura pas de rappel.'],
  }),
  en: ({ organisation, person, message, link: url }) => ({
    subject: `${person ?? 'Someone'} asks to join ${organisation}`,
    paragraphs: [`Their message:`, message],
    action: { label: 'Answer the request', url },
    afterwards: ['You receive this message because you administer this organisation. There will be no reminder.'],
  }),
});

export const joinRequestAccepted = defineMail({
  name: 'join-request-accepted',
  values: z.object({ organisation: z.string(), role: organisationRole, link: z.string() }),
  secrets: [],
  example: { organisation: 'Les Clés de Douze', role: 'editor' as const, link },
  fr: ({ organisation, role, link: url }) => ({
    subject: `Vous avez rejoint ${organisation}`,
    paragraphs: [`Votre demande est acceptée. Votre rôle : ${ROLE_NAMES.fr[role]}.`],
    action: { label: 'Voir l’organisation', url },
  }),
  en: ({ organisation, role, link: url }) => ({
    subject: `You have joined ${organisation}`,
    paragraphs: [`Your request is accepted. Your role: ${ROLE_NAMES.en[role]}.`],
    action: { label: 'See the organisation', url },
  }),
});

export const joinRequestDeclined = defineMail({
  name: 'join-request-declined',
  values: z.object({ organisation: z.string(), reason: z.string(), link: z.string() }),
  secrets: [],
  example: { organisation: 'Les Clés de Douze', reason: 'Nous ne vous connaissons pas encore : passez nous voir.', link },
  fr: ({ organisation, reason, link: url }) => ({
    subject: `Votre demande à ${organisation}`,
    paragraphs: ['Votre demande n’est pas acceptée. La raison donnée :', reason],
    action: { label: 'Voir l’organisation', url },
  }),
  en: ({ organisation, reason, link: url }) => ({
    subject: `Your request to ${organisation}`,
    paragraphs: ['Your request is not accepted. The reason given:', reason],
    action: { label: 'See the organisation', url },
  }),
});
