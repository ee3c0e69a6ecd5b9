import { z } from 'zod';
import { defineMail } from '../../../platform/mail/mail-template.js';
import { parisWords } from '../../../platform/paris-time.js';

const link = 'https://example.org/mes-candidatures/1';

/** The outcome of the first step, with its reason: to everyone on the same day. */
export const shortlistTold = defineMail({
  name: 'shortlist-told',
  values: z.object({
    outcome: z.enum(['keep', 'leave']),
    number: z.string(),
    target: z.string(),
    reason: z.string(),
    closesAt: z.iso.datetime(),
    link: z.string(),
  }),
  secrets: [],
  example: {
    outcome: 'keep' as const,
    number: 'TE-2026-000042',
    target: 'La halle cherche ses voisins',
    reason: 'Le projet répond au besoin de réparation et le porteur connaît le territoire.',
    closesAt: '2027-01-20T22:59:00.000Z',
    link,
  },
  fr: ({ outcome, number, target, reason, closesAt, link: url }) => ({
    subject: outcome === 'keep' ? `Vous êtes présélectionné : ${number}` : `Dossier non présélectionné : ${number}`,
    paragraphs: [
      outcome === 'keep'
        ? `Votre dossier ${number}, déposé pour « ${target} », est présélectionné pour la seconde étape.`
        : `Votre dossier ${number}, déposé pour « ${target} », n’est pas présélectionné : il ne va pas à la seconde étape.`,
      'La raison donnée :',
      reason,
      ...(outcome === 'keep'
        ? [
            `Déposez maintenant le dossier complet, avant le ${parisWords(new Date(closesAt), 'fr')}. Vos réponses de la première étape y sont déjà.`,
            'Sans ce second dépôt, votre candidature ne sera pas étudiée.',
          ]
        : [
            'Vous pouvez demander des explications au propriétaire par la messagerie du dossier. Les voies de recours sont celles que le propriétaire indiquera avec les résultats de l’appel.',
          ]),
    ],
    action: { label: outcome === 'keep' ? 'Compléter le dossier' : 'Voir le dossier', url },
  }),
  en: ({ outcome, number, target, reason, closesAt, link: url }) => ({
    subject: outcome === 'keep' ? `You are shortlisted: ${number}` : `File not shortlisted: ${number}`,
    paragraphs: [
      outcome === 'keep'
        ? `Your file ${number}, filed for “${target}”, is shortlisted for the second step.`
        : `Your file ${number}, filed for “${target}”, is not shortlisted: it does not go to the second step.`,
      'The reason given:',
      reason,
      ...(outcome === 'keep'
        ? [
            `Now file the full dossier, before ${parisWords(new Date(closesAt), 'en')}. Your answers of the first step are already in it.`,
            'Without this second filing, your application will not be studied.',
          ]
        : [
            'You can ask the owner for explanations in the messages of the file. The remedies are those that the owner will state with the results of the call.',
          ]),
    ],
    action: { label: outcome === 'keep' ? 'Complete the file' : 'See the file', url },
  }),
});
