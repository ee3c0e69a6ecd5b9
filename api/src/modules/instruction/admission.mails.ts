import { z } from 'zod';
import { defineMail } from '../../platform/mail/mail-template.js';

const COMMON = {
  fr: { complete: 'Le dossier est complet', lots: 'Les lieux souhaités' },
  en: { complete: 'The file is complete', lots: 'The places wished' },
} as const;
const SUBJECTS = {
  fr: { admitted: 'Dossier recevable', refused: 'Dossier non recevable', takenBack: 'Recevabilité à l’examen de nouveau' },
  en: { admitted: 'File admissible', refused: 'File not admissible', takenBack: 'Admissibility examined again' },
} as const;
const FIRST = {
  fr: {
    admitted: 'est recevable : il sera étudié avec les autres.',
    refused: 'n’est pas recevable : il ne sera pas étudié avec les autres.',
    takenBack: 'avait été dit recevable. Le propriétaire est revenu sur cette décision : il examine de nouveau sa recevabilité.',
  },
  en: {
    admitted: 'is admissible: it will be studied with the others.',
    refused: 'is not admissible: it will not be studied with the others.',
    takenBack: 'had been found admissible. The owner has taken this back: its admissibility is examined again.',
  },
} as const;

type Named = { readonly kind: 'complete' | 'lots' | 'other'; readonly label: string | null };
const words = ({ kind, label }: Named, language: 'fr' | 'en') => `– ${kind === 'other' ? (label ?? '') : COMMON[language][kind]}`;

/** The decision on admissibility, with its reasons. */
export const admissionTold = defineMail({
  name: 'admission-told',
  values: z.object({
    outcome: z.enum(['admitted', 'refused', 'takenBack']),
    number: z.string(),
    target: z.string(),
    reason: z.string().nullable(),
    criteria: z.array(z.object({ kind: z.enum(['complete', 'lots', 'other']), label: z.string().nullable() })),
    link: z.string(),
  }),
  secrets: [],
  example: {
    outcome: 'refused' as const,
    number: 'TE-2026-000042',
    target: 'La halle cherche ses voisins',
    reason: 'L’appel est réservé aux structures de l’économie sociale et solidaire.',
    criteria: [{ kind: 'complete' as const, label: null }],
    link: 'https://example.org/mes-candidatures/1',
  },
  fr: ({ outcome, number, target, reason, criteria, link: url }) => ({
    subject: `${SUBJECTS.fr[outcome]} : ${number}`,
    paragraphs: [
      `Votre dossier ${number}, déposé pour « ${target} », ${FIRST.fr[outcome]}`,
      ...(criteria.length > 0 ? ['Ce qui n’est pas rempli :', ...criteria.map((named) => words(named, 'fr'))] : []),
      ...(reason === null ? [] : ['La raison donnée :', reason]),
    ],
    action: { label: 'Voir le dossier', url },
  }),
  en: ({ outcome, number, target, reason, criteria, link: url }) => ({
    subject: `${SUBJECTS.en[outcome]}: ${number}`,
    paragraphs: [
      `Your file ${number}, filed for “${target}”, ${FIRST.en[outcome]}`,
      ...(criteria.length > 0 ? ['What is not met:', ...criteria.map((named) => words(named, 'en'))] : []),
      ...(reason === null ? [] : ['The reason given:', reason]),
    ],
    action: { label: 'See the file', url },
  }),
});
