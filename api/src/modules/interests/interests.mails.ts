import { z } from 'zod';
import { defineMail } from '../../platform/mail/mail-template.js';
import { parisWords } from '../../platform/paris-time.js';

const link = 'https://example.org/demandes/1';
const ANSWERED = [
  'inadmissible',
  'declined',
  'publicity_open',
  'granted_after_publicity',
  'granted_directly',
  'turned_into_call',
  'closed',
  'refused_by_silence',
] as const;

const WHAT = {
  fr: {
    inadmissible: 'Votre demande n’est pas recevable',
    declined: 'Votre demande est déclinée',
    publicity_open: 'Votre demande est rendue publique',
    granted_after_publicity: 'Votre demande est accordée',
    granted_directly: 'Votre demande est accordée',
    turned_into_call: 'Un appel va départager les demandes',
    closed: 'Votre demande est classée',
    refused_by_silence: 'Votre demande est restée sans réponse',
  },
  en: {
    inadmissible: 'Your request is not admissible',
    declined: 'Your request is declined',
    publicity_open: 'Your request is made public',
    granted_after_publicity: 'Your request is granted',
    granted_directly: 'Your request is granted',
    turned_into_call: 'A call will choose between the requests',
    closed: 'Your request is closed',
    refused_by_silence: 'Your request went unanswered',
  },
} as const;

const EXPLAINED = {
  fr: {
    publicity_open:
      'La loi demande de vérifier que personne d’autre n’est intéressé. Vous n’avez rien à faire : nous vous dirons la suite à la fin du délai.',
    turned_into_call:
      'Un concurrent s’est déclaré. Le propriétaire prépare un appel ; ce que vous avez déposé y sera repris en brouillon, à relire et à déposer.',
    granted_after_publicity: 'Personne d’autre ne s’est déclaré. Le propriétaire va préparer le titre d’occupation avec vous.',
    granted_directly: 'Le propriétaire va préparer le titre d’occupation avec vous.',
  },
  en: {
    publicity_open:
      'The law asks to make sure that nobody else is interested. You need do nothing: we shall tell you what comes next at the end.',
    turned_into_call:
      'A rival has come forward. The owner is preparing a call; what you filed will be carried over as a draft for you to read again and file.',
    granted_after_publicity: 'Nobody else came forward. The owner will prepare the deed with you.',
    granted_directly: 'The owner will prepare the deed with you.',
  },
} as const;
const explained = (language: 'fr' | 'en', what: (typeof ANSWERED)[number]): string[] => {
  const text = (EXPLAINED[language] as Partial<Record<string, string>>)[what];
  return text === undefined ? [] : [text];
};

/** To whoever asked: what was answered, and what it means. */
export const interestAnswered = defineMail({
  name: 'interest-answered',
  values: z.object({
    what: z.enum(ANSWERED),
    place: z.string(),
    owner: z.string(),
    reason: z.string().nullable(),
    consequence: z.string().nullable(),
    link: z.string(),
  }),
  secrets: [],
  example: {
    what: 'declined' as const,
    place: 'Gare de Saint-Aubin',
    owner: 'Commune de Saint-Aubin',
    reason: 'Le bâtiment est promis à une école.',
    consequence: 'Cette décision peut être contestée dans les deux mois.',
    link,
  },
  fr: ({ what, place, owner, reason, consequence, link: url }) => ({
    subject: `${WHAT.fr[what]} : ${place}`,
    paragraphs: [
      `${WHAT.fr[what]} : vous aviez demandé « ${place} » à ${owner}.`,
      ...explained('fr', what),
      ...(reason === null ? [] : ['La raison donnée :', reason]),
      ...(consequence === null ? [] : [consequence]),
    ],
    action: { label: 'Voir la demande', url },
  }),
  en: ({ what, place, owner, reason, consequence, link: url }) => ({
    subject: `${WHAT.en[what]}: ${place}`,
    paragraphs: [
      `${WHAT.en[what]}: you had asked ${owner} for “${place}”.`,
      ...explained('en', what),
      ...(reason === null ? [] : ['The reason given:', reason]),
      ...(consequence === null ? [] : [consequence]),
    ],
    action: { label: 'See the request', url },
  }),
});

/** To the owner: a request, or a rival. */
export const interestArrived = defineMail({
  name: 'interest-arrived',
  values: z.object({
    what: z.enum(['request', 'rival']),
    place: z.string(),
    from: z.string(),
    silenceEndsAt: z.iso.datetime().nullable(),
    link: z.string(),
  }),
  secrets: [],
  example: {
    what: 'request' as const,
    place: 'Gare de Saint-Aubin',
    from: 'Les Clés de Douze',
    silenceEndsAt: '2027-02-10T09:00:00.000Z',
    link,
  },
  fr: ({ what, place, from, silenceEndsAt, link: url }) => ({
    subject: what === 'request' ? `Demande directe : ${place}` : `Un concurrent s’est déclaré : ${place}`,
    paragraphs: [
      what === 'request'
        ? `${from} demande « ${place} ».`
        : `${from} s’est déclaré pour « ${place} » pendant la publicité. Ce qu’il propose se lira à la fin du délai.`,
      ...(silenceEndsAt === null
        ? []
        : [`Sans réponse de votre part le ${parisWords(new Date(silenceEndsAt), 'fr')}, la demande sera réputée refusée.`]),
    ],
    action: { label: 'Ouvrir la demande', url },
  }),
  en: ({ what, place, from, silenceEndsAt, link: url }) => ({
    subject: what === 'request' ? `Direct request: ${place}` : `A rival has come forward: ${place}`,
    paragraphs: [
      what === 'request'
        ? `${from} asks for “${place}”.`
        : `${from} came forward for “${place}” during the publicity. What they propose can be read once it is over.`,
      ...(silenceEndsAt === null
        ? []
        : [`Without an answer from you by ${parisWords(new Date(silenceEndsAt), 'en')}, the request will be deemed refused.`]),
    ],
    action: { label: 'Open the request', url },
  }),
});

/** To those whose need the place fits, once. */
export const interestWindowOpened = defineMail({
  name: 'interest-window-opened',
  values: z.object({ place: z.string(), owner: z.string(), closesAt: z.iso.datetime(), link: z.string() }),
  secrets: [],
  example: { place: 'Gare de Saint-Aubin', owner: 'Commune de Saint-Aubin', closesAt: '2027-01-10T22:59:00.000Z', link },
  fr: ({ place, owner, closesAt, link: url }) => ({
    subject: `Un lieu qui convient à votre besoin est demandé : ${place}`,
    paragraphs: [
      `Une organisation demande « ${place} » à ${owner}. Ce lieu convient aussi à un besoin de votre organisation.`,
      `Si vous êtes intéressé, dites-le avant le ${parisWords(new Date(closesAt), 'fr')} : un court formulaire suffit, et une sélection sera alors organisée.`,
    ],
    action: { label: 'Lire l’avis et se déclarer', url },
    afterwards: ['Vous recevez ce message une seule fois, parce que votre organisation a un besoin ouvert.'],
  }),
  en: ({ place, owner, closesAt, link: url }) => ({
    subject: `A place that fits your need has been asked for: ${place}`,
    paragraphs: [
      `An organisation asks ${owner} for “${place}”. The place also fits a need of your organisation.`,
      `If you are interested, say so before ${parisWords(new Date(closesAt), 'en')}: a short form is enough, and a selection will then be held.`,
    ],
    action: { label: 'Read the notice and come forward', url },
    afterwards: ['You receive this message once, because your organisation has an open need.'],
  }),
});
