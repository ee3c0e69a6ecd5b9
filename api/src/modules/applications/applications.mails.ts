import { z } from 'zod';
import { parisWords } from '../../platform/paris-time.js';
import { defineMail } from '../../platform/mail/mail-template.js';

const link = 'https://example.org/mes-candidatures/1';
/** Where letters that are no duty are refused. */
const waysOut = { unsubscribeUrl: z.string(), manageUrl: z.string() };
const exampleWaysOut = {
  unsubscribeUrl: 'https://example.org/api/unsubscribe/inbox/abc',
  manageUrl: 'https://example.org/mes-notifications/reglages',
};

const FILED = {
  fr: { only: 'Le dossier', first: 'Le dossier de première étape', second: 'Le dossier complet' },
  en: { only: 'The file', first: 'The first-step file', second: 'The full file' },
} as const;

/** The receipt: what cannot be mistaken for a saved draft. */
export const applicationFiled = defineMail({
  name: 'application-filed',
  values: z.object({
    target: z.string(),
    organisation: z.string(),
    number: z.string(),
    sequence: z.int(),
    step: z.enum(['first', 'second']).nullable(),
    isFirst: z.boolean(),
    at: z.iso.datetime(),
    hash: z.string(),
    link: z.string(),
  }),
  secrets: [],
  example: {
    target: 'La halle cherche ses voisins',
    organisation: 'Les Clés de Douze',
    number: 'TE-2026-000042',
    sequence: 2,
    step: 'second' as const,
    isFirst: true,
    at: '2026-12-14T21:40:12.000Z',
    hash: 'a'.repeat(64),
    link,
  },
  fr: ({ target, organisation, number, sequence, step, isFirst, at, hash, link: url }) => ({
    subject: `${step === 'first' ? 'Première étape déposée' : 'Dossier déposé'} : ${number}`,
    paragraphs: [
      `${FILED.fr[step ?? 'only']} de ${organisation} pour « ${target} » est déposé.`,
      `Numéro ${number}, dépôt n° ${sequence}, reçu le ${parisWords(new Date(at), 'fr')}.`,
      !isFirst
        ? 'Il remplace le dépôt précédent.'
        : 'Vous pouvez encore le modifier et le déposer de nouveau jusqu’à la clôture : le dernier dépôt compte.',
      `Empreinte de ce qui a été déposé : ${hash}`,
    ],
    action: { label: 'Voir l’accusé de réception', url },
  }),
  en: ({ target, organisation, number, sequence, step, isFirst, at, hash, link: url }) => ({
    subject: `${step === 'first' ? 'First step received' : 'File received'}: ${number}`,
    paragraphs: [
      `${FILED.en[step ?? 'only']} of ${organisation} for “${target}” is filed.`,
      `Number ${number}, filing no. ${sequence}, received on ${parisWords(new Date(at), 'en')}.`,
      !isFirst ? 'It replaces the earlier filing.' : 'You can still change it and file it again until the closing: the last filing counts.',
      `Fingerprint of what was filed: ${hash}`,
    ],
    action: { label: 'See the receipt', url },
  }),
});

export const applicationDraftReminder = defineMail({
  name: 'application-draft-reminder',
  values: z.object({ target: z.string(), closesAt: z.iso.datetime(), link: z.string(), ...waysOut }),
  secrets: ['unsubscribeUrl'],
  example: { target: 'La halle cherche ses voisins', closesAt: '2026-12-14T22:59:00.000Z', link, ...exampleWaysOut },
  fr: ({ target, closesAt, link: url, unsubscribeUrl, manageUrl }) => ({
    subject: `Votre dossier n’est pas encore déposé : ${target}`,
    paragraphs: [
      `Votre organisation prépare un dossier pour « ${target} ». C’est un brouillon : le propriétaire ne l’a pas reçu.`,
      `L’appel se clôt le ${parisWords(new Date(closesAt), 'fr')}.`,
    ],
    action: { label: 'Reprendre le dossier', url },
    afterwards: ['Si vous ne voulez plus répondre, retirez le brouillon : il n’y aura plus de rappel.'],
    unsubscribeUrl,
    manageUrl,
  }),
  en: ({ target, closesAt, link: url, unsubscribeUrl, manageUrl }) => ({
    subject: `Your file is not filed yet: ${target}`,
    paragraphs: [
      `Your organisation is preparing a file for “${target}”. It is a draft: the owner has not received it.`,
      `The call closes on ${parisWords(new Date(closesAt), 'en')}.`,
    ],
    action: { label: 'Go on with the file', url },
    afterwards: ['If you no longer want to apply, withdraw the draft: there will be no other reminder.'],
    unsubscribeUrl,
    manageUrl,
  }),
});

const NEWS = {
  fr: {
    extended: 'Délai prolongé',
    answered: 'Réponse publiée',
    cancelled: 'Appel annulé',
    unsuccessful: 'Appel sans suite',
    results: 'Résultats publiés',
  },
  en: {
    extended: 'Extended',
    answered: 'Answer published',
    cancelled: 'Call cancelled',
    unsuccessful: 'Call without a choice',
    results: 'Results published',
  },
} as const;
const TOLD = {
  fr: {
    answered: 'Une réponse à une question sur l’appel est publiée pour tous.',
    results:
      'Les résultats de l’appel sont publiés. Votre dossier, qui n’était pas allé jusqu’à l’évaluation, est gardé. La page des résultats dit qui est retenu et pourquoi, et donne les voies et délais de recours.',
  },
  en: {
    answered: 'An answer to a question about the call is published to all.',
    results:
      'The results of the call are published. Your file, which did not go as far as the review, is kept. The page of the results says who is selected and why, and gives the remedies and their time limits.',
  },
} as const;
const CLOSING = {
  fr: { only: 'Nouvelle clôture', first: 'Nouvelle clôture de la première étape', second: 'Nouvelle clôture de la seconde étape' },
  en: { only: 'New closing', first: 'New closing of the first step', second: 'New closing of the second step' },
} as const;

export const callChangedForApplicant = defineMail({
  name: 'call-changed-for-applicant',
  values: z.object({
    what: z.enum(['extended', 'answered', 'cancelled', 'unsuccessful', 'results']),
    target: z.string(),
    closesAt: z.iso.datetime(),
    /** Of an extension, the step whose closing moved. */
    step: z.enum(['first', 'second']).nullable().optional(),
    reason: z.string().nullable(),
    link: z.string(),
    ...waysOut,
  }),
  secrets: ['unsubscribeUrl'],
  example: {
    what: 'extended' as const,
    target: 'La halle cherche ses voisins',
    closesAt: '2026-12-24T22:59:00.000Z',
    step: 'second' as const,
    reason: 'La neige a retardé les visites.',
    link: 'https://example.org/appels/1',
    ...exampleWaysOut,
  },
  fr: ({ what, target, closesAt, step, reason, link: url, unsubscribeUrl, manageUrl }) => ({
    subject: `${NEWS.fr[what]} : ${target}`,
    paragraphs: [
      what === 'answered' || what === 'results' ? TOLD.fr[what] : `${NEWS.fr[what]}. Votre dossier est gardé.`,
      ...(what === 'extended' ? [`${CLOSING.fr[step ?? 'only']} : ${parisWords(new Date(closesAt), 'fr')}.`] : []),
      ...(reason === null ? [] : ['La raison donnée :', reason]),
    ],
    action: { label: what === 'results' ? 'Voir les résultats' : 'Voir l’appel', url },
    afterwards: ['Vous recevez ce message parce que votre organisation a un dossier pour cet appel.'],
    unsubscribeUrl,
    manageUrl,
  }),
  en: ({ what, target, closesAt, step, reason, link: url, unsubscribeUrl, manageUrl }) => ({
    subject: `${NEWS.en[what]}: ${target}`,
    paragraphs: [
      what === 'answered' || what === 'results' ? TOLD.en[what] : `${NEWS.en[what]}. Your file is kept.`,
      ...(what === 'extended' ? [`${CLOSING.en[step ?? 'only']}: ${parisWords(new Date(closesAt), 'en')}.`] : []),
      ...(reason === null ? [] : ['The reason given:', reason]),
    ],
    action: { label: what === 'results' ? 'See the results' : 'See the call', url },
    afterwards: ['You receive this message because your organisation has a file for this call.'],
    unsubscribeUrl,
    manageUrl,
  }),
});
