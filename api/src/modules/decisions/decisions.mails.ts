import { z } from 'zod';
import { defineMail } from '../../platform/mail/mail-template.js';

const KINDS = ['selected', 'waiting_list', 'not_selected', 'promoted', 'reopened'] as const;
const WORDS = {
  fr: {
    selected: 'Votre candidature est retenue',
    waiting_list: 'Votre candidature est en liste d’attente',
    not_selected: 'Votre candidature n’est pas retenue',
    promoted: 'Votre candidature passe de la liste d’attente au choix',
    reopened: 'Votre dossier est rouvert',
  },
  en: {
    selected: 'Your application is selected',
    waiting_list: 'Your application is on the waiting list',
    not_selected: 'Your application is not selected',
    promoted: 'Your application moves from the waiting list to the choice',
    reopened: 'Your file is reopened',
  },
} as const;

export const decisionTold = defineMail({
  name: 'decision-told',
  values: z.object({ kind: z.enum(KINDS), mixed: z.boolean().optional(), target: z.string(), link: z.string() }),
  secrets: [],
  example: {
    kind: 'waiting_list' as const,
    mixed: true,
    target: 'La halle cherche ses voisins',
    link: 'https://example.org/mes-candidatures/1/decision',
  },
  fr: ({ kind, mixed = false, target, link: url }) => ({
    subject: `${WORDS.fr[kind]} : ${target}`,
    paragraphs: [
      `${WORDS.fr[kind]} pour « ${target} ».`,
      ...(mixed ? ['L’issue n’est pas la même pour tous les lieux demandés : la lettre la donne lieu par lieu.'] : []),
      'La lettre donne les motifs, critère par critère, et les voies de recours. Vous pouvez la lire et la télécharger en PDF.',
    ],
    action: { label: 'Lire la lettre', url },
  }),
  en: ({ kind, mixed = false, target, link: url }) => ({
    subject: `${WORDS.en[kind]}: ${target}`,
    paragraphs: [
      `${WORDS.en[kind]} for “${target}”.`,
      ...(mixed ? ['The outcome is not the same for every place asked for: the letter gives it place by place.'] : []),
      'The letter, in French, gives the reasons criterion by criterion, and the remedies. You can read it and download it as a PDF.',
    ],
    action: { label: 'Read the letter', url },
  }),
});

export const applicationObsolete = defineMail({
  name: 'application-obsolete',
  values: z.object({ place: z.string(), link: z.string() }),
  secrets: [],
  example: { place: 'Halle à marchandises de Langres', link: 'https://example.org/mes-candidatures/1' },
  fr: ({ place, link: url }) => ({
    subject: `Le lieu est attribué : ${place}`,
    paragraphs: [
      `« ${place} » vient d’être attribué à la suite d’un appel. Votre demande directe est donc close ; elle est gardée.`,
      'Vous pouvez repartir de ce dossier pour un autre lieu.',
    ],
    action: { label: 'Revoir le dossier', url },
  }),
  en: ({ place, link: url }) => ({
    subject: `The place is awarded: ${place}`,
    paragraphs: [
      `“${place}” was just awarded after a call. Your direct request is therefore closed; it is kept.`,
      'You can start from this file for another place.',
    ],
    action: { label: 'See the file again', url },
  }),
});

export const awardGivenUp = defineMail({
  name: 'award-given-up',
  values: z.object({
    organisation: z.string(),
    target: z.string(),
    lot: z.string().nullable(),
    promoted: z.string().nullable(),
    link: z.string(),
  }),
  secrets: [],
  example: {
    organisation: 'Les Clés de Douze',
    target: 'La halle cherche ses voisins',
    lot: 'Halle à marchandises',
    promoted: 'La Recyclerie du Bassin',
    link: 'https://example.org/mes-appels/1/decision',
  },
  fr: ({ organisation, target, lot, promoted, link: url }) => ({
    subject: `${organisation} se retire : ${target}`,
    paragraphs: [
      `${organisation} se retire de « ${target} »${lot === null ? '' : ` (${lot})`}.`,
      promoted === null
        ? 'Personne n’est en liste d’attente : le lieu est de nouveau proposé.'
        : `${promoted}, en tête de la liste d’attente, est retenue et en est avertie.`,
    ],
    action: { label: 'Voir la décision', url },
  }),
  en: ({ organisation, target, lot, promoted, link: url }) => ({
    subject: `${organisation} withdraws: ${target}`,
    paragraphs: [
      `${organisation} withdraws from “${target}”${lot === null ? '' : ` (${lot})`}.`,
      promoted === null
        ? 'Nobody is on the waiting list: the place is on offer again.'
        : `${promoted}, first of the waiting list, is selected and told so.`,
    ],
    action: { label: 'See the decision', url },
  }),
});
