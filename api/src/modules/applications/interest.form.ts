import { CALL_STARTS } from '../calls/call.templates.js';
import type { Form } from '../calls/form/question.schemas.js';

const asked = { help: null, required: true, shownIf: null } as const;

/** What is asked of whoever wants a place that is in no call: little, and what the law's path depends on. Kept with each request. */
export const INTEREST_FORM: Form = [
  {
    id: 'demande',
    title: 'Votre demande',
    help: null,
    questions: [
      {
        ...asked,
        id: 'projet',
        kind: 'long',
        label: 'Que voulez-vous faire dans ce lieu ?',
        help: 'Activités, publics, jours et heures.',
        maxLength: 4_000,
      },
      {
        ...asked,
        id: 'economique',
        kind: 'choice',
        label: 'L’activité est-elle économique : vend-elle des biens ou des services, même sans but lucratif ?',
        help: 'C’est l’activité qui compte, non le statut de votre structure. Sur le domaine public, une telle demande est d’abord rendue publique.',
        several: false,
        options: [
          { id: 'oui', label: 'Oui' },
          { id: 'non', label: 'Non' },
          { id: 'nesaitpas', label: 'Nous ne savons pas' },
        ],
      },
      { ...asked, id: 'duree', kind: 'number', label: 'Pour combien de temps ?', unit: 'mois', min: 1, max: 1_188, whole: true },
      { ...asked, required: false, id: 'debut', kind: 'short', label: 'À partir de quand ?', maxLength: 120 },
      { ...asked, required: false, id: 'moyens', kind: 'long', label: 'Vos moyens : équipe, financement, travaux', maxLength: 3_000 },
      { ...asked, required: false, id: 'pieces', kind: 'file', label: 'Pièces jointes', help: 'PDF ou photo.', maxFiles: 5 },
    ],
  },
];

/** What a call begins with when several want the place: the same questions, so that what was said fits; the owner completes it. */
export const INTEREST_CALL_START: (typeof CALL_STARTS)['blank'] = { ...CALL_STARTS.premises, form: [...INTEREST_FORM], eligibility: [] };
