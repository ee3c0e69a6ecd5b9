import { z } from 'zod';
import { defineMail } from '../../../platform/mail/mail-template.js';
import { parisWords } from '../../../platform/paris-time.js';

const about = { owner: z.string(), organisation: z.string(), number: z.string(), target: z.string(), dueAt: z.string() };
const example = {
  owner: 'Ville de Langres',
  organisation: 'Les Clés de Douze',
  number: 'TE-2026-000042',
  target: 'La halle cherche ses voisins',
  dueAt: '2027-01-15T22:59:00.000Z',
};
const link = 'https://example.org/donner-un-avis#token=abc';

const READER = {
  fr: { shared: 'L’organisation candidate lira votre avis, avec votre nom.', kept: 'Votre avis reste entre les agents du propriétaire.' },
  en: { shared: 'The applicant will read your opinion, with your name.', kept: 'Your opinion stays among the agents of the owner.' },
} as const;

/** To a service or a person outside: the question, and a link that needs no account. */
export const opinionAsked = defineMail({
  name: 'opinion-asked',
  values: z.object({ ...about, question: z.string(), shared: z.boolean(), link: z.string() }),
  secrets: ['link'],
  example: { ...example, question: 'Le projet est-il compatible avec les accès de secours ?', shared: false, link },
  fr: ({ owner, organisation, number, target, dueAt, question, shared, link: url }) => ({
    subject: `Avis demandé sur un dossier : ${number}`,
    paragraphs: [
      `${owner} vous demande un avis sur le dossier de ${organisation} (${number}), déposé pour « ${target} ».`,
      'La question posée :',
      question,
      `Répondez avant le ${parisWords(new Date(dueAt), 'fr')} : le lien vous montre ce qui vous est communiqué du dossier. Aucun compte n’est nécessaire.`,
      shared ? READER.fr.shared : READER.fr.kept,
    ],
    action: { label: 'Lire et donner un avis', url },
    afterwards: ['Ce lien vaut pour vous seul ; il cesse d’ouvrir le dossier une fois l’avis donné ou le délai passé.'],
  }),
  en: ({ owner, organisation, number, target, dueAt, question, shared, link: url }) => ({
    subject: `Opinion asked for on a file: ${number}`,
    paragraphs: [
      `${owner} asks for your opinion on the file of ${organisation} (${number}), filed for “${target}”.`,
      'The question:',
      question,
      `Please answer before ${parisWords(new Date(dueAt), 'en')}: the link shows what you are given of the file. No account is needed.`,
      shared ? READER.en.shared : READER.en.kept,
    ],
    action: { label: 'Read and give an opinion', url },
    afterwards: ['This link is for you alone; it no longer opens the file once you have answered or the time is over.'],
  }),
});

export const opinionReminder = defineMail({
  name: 'opinion-reminder',
  values: z.object({ ...about, link: z.string() }),
  secrets: ['link'],
  example: { ...example, link },
  fr: ({ owner, organisation, number, target, dueAt, link: url }) => ({
    subject: `Rappel : un avis est attendu sur le dossier ${number}`,
    paragraphs: [
      `${owner} attend votre avis sur le dossier de ${organisation}, déposé pour « ${target} ».`,
      `Le délai se termine le ${parisWords(new Date(dueAt), 'fr')}. Il n’y aura pas d’autre rappel.`,
    ],
    action: { label: 'Lire et donner un avis', url },
  }),
  en: ({ owner, organisation, number, target, dueAt, link: url }) => ({
    subject: `Reminder: an opinion is awaited on file ${number}`,
    paragraphs: [
      `${owner} awaits your opinion on the file of ${organisation}, filed for “${target}”.`,
      `The time given ends on ${parisWords(new Date(dueAt), 'en')}. There will be no other reminder.`,
    ],
    action: { label: 'Read and give an opinion', url },
  }),
});

export const opinionRevoked = defineMail({
  name: 'opinion-revoked',
  values: z.object({ ...about, reason: z.string() }),
  secrets: [],
  example: { ...example, reason: 'Le projet a changé de lieu.' },
  fr: ({ owner, organisation, number, reason }) => ({
    subject: `Votre avis n’est plus attendu : ${number}`,
    paragraphs: [`${owner} ne vous demande plus d’avis sur le dossier de ${organisation} (${number}).`, 'La raison donnée :', reason],
    afterwards: ['Le lien reçu n’ouvre plus le dossier. Vous n’avez rien à faire.'],
  }),
  en: ({ owner, organisation, number, reason }) => ({
    subject: `Your opinion is no longer awaited: ${number}`,
    paragraphs: [`${owner} no longer asks for your opinion on the file of ${organisation} (${number}).`, 'The reason given:', reason],
    afterwards: ['The link you received no longer opens the file. There is nothing to do.'],
  }),
});
