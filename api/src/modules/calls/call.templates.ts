import type { CallContent } from './call.schemas.js';
import type { Form, Question } from './form/question.schemas.js';

/** What a call may start from. Written in French, like the calls themselves; everything can be changed before it is published. */
export const CALL_TEMPLATES = ['blank', 'building', 'premises', 'land', 'two_steps'] as const;
export type CallTemplate = (typeof CALL_TEMPLATES)[number];

type Started = Pick<CallContent, 'form' | 'documents' | 'eligibility' | 'grid'> & Partial<Pick<CallContent, 'firstStep'>>;

const asked = { help: null, required: true, shownIf: null } as const;
const long = (id: string, label: string, help: string | null = null, maxLength = 3_000): Question => ({
  ...asked,
  id,
  kind: 'long',
  label,
  help,
  maxLength,
});
const count = (id: string, label: string, unit: string | null = null): Question => ({
  ...asked,
  id,
  kind: 'number',
  label,
  unit,
  min: 0,
  max: null,
  whole: true,
});

const structure: Form[number] = {
  id: 'structure',
  title: 'Votre structure',
  help: null,
  questions: [
    long('presentation', 'Présentez votre structure et ce qu’elle fait aujourd’hui', 'Statut, équipe, activités, territoire.'),
    {
      ...asked,
      id: 'ess',
      kind: 'choice',
      label: 'Votre structure relève-t-elle de l’économie sociale et solidaire ?',
      several: false,
      options: [
        { id: 'statut', label: 'Oui, par son statut (association, coopérative, mutuelle, fondation)' },
        { id: 'agrement', label: 'Oui, par ses statuts de société commerciale de l’ESS' },
        { id: 'non', label: 'Non' },
      ],
    },
    {
      ...asked,
      required: false,
      id: 'partenaires',
      kind: 'organisation',
      label: 'Vos partenaires dans ce projet',
      help: 'Nom, numéro SIRET si vous le connaissez, et rôle de chacun.',
      maxCount: 10,
    },
  ],
};

const project = (questions: readonly Question[]): Form[number] => ({
  id: 'projet',
  title: 'Votre projet',
  help: null,
  questions: [
    long('projet', 'Que voulez-vous faire dans ce lieu ?', 'Activités, publics, jours et heures d’ouverture.', 5_000),
    long('territoire', 'Qu’apporte le projet aux habitants et au territoire ?'),
    ...questions,
  ],
});

const work: Form[number] = {
  id: 'moyens',
  title: 'Vos moyens',
  help: null,
  questions: [
    {
      ...asked,
      id: 'calendrier',
      kind: 'calendar',
      label: 'Calendrier du projet',
      help: 'Études, travaux, ouverture : une ligne par étape.',
      maxSteps: 12,
    },
    {
      ...asked,
      id: 'budget',
      kind: 'money',
      label: 'Plan de financement de l’installation',
      help: 'Dépenses et ressources en euros ; les deux totaux doivent être égaux.',
      balanced: true,
    },
    count('emplois', 'Emplois créés ou maintenus la troisième année'),
    count('insertion', 'Heures de travail en insertion par an', 'heures'),
  ],
};

const eligibility: Started['eligibility'] = [
  {
    id: 'ess',
    explanation: 'Cet appel est réservé aux structures de l’économie sociale et solidaire.',
    condition: { test: 'lacks', question: 'ess', options: ['non'] },
  },
];

const documents: Started['documents'] = [
  { id: 'statuts', label: 'Statuts à jour', help: null, required: true },
  {
    id: 'comptes',
    label: 'Derniers comptes approuvés',
    help: 'Ou le budget prévisionnel d’une structure de moins d’un an.',
    required: true,
  },
  { id: 'plan', label: 'Plan ou esquisse de l’aménagement', help: null, required: false },
];

const criterion = (id: string, label: string, weight: number, help: string | null = null) => ({ id, label, weight, help });
const grid: Started['grid'] = {
  scaleMax: 5,
  criteria: [
    criterion('utilite', 'Utilité sociale et réponse aux besoins du territoire', 30),
    criterion('faisabilite', 'Faisabilité : moyens, calendrier, financement', 30),
    criterion('emploi', 'Emploi et insertion', 20),
    criterion('lieu', 'Respect et mise en valeur du lieu', 20),
  ],
  tieBreak: ['utilite'],
};

const publicReceived: readonly Question[] = [
  {
    ...asked,
    id: 'public',
    kind: 'choice',
    label: 'Recevrez-vous du public ?',
    several: false,
    options: [
      { id: 'oui', label: 'Oui' },
      { id: 'non', label: 'Non' },
    ],
  },
  {
    ...asked,
    id: 'jauge',
    kind: 'number',
    label: 'Combien de personnes à la fois, au plus ?',
    unit: 'personnes',
    min: 1,
    max: null,
    whole: true,
    shownIf: { test: 'has', question: 'public', options: ['oui'] },
  },
];

export const CALL_STARTS: Readonly<Record<CallTemplate, Started>> = {
  blank: { form: [], documents: [], eligibility: [], grid: { scaleMax: 5, criteria: [], tieBreak: [] } },
  building: {
    form: [structure, project([...publicReceived, long('travaux', 'Quels travaux prévoyez-vous, et qui les conduit ?')]), work],
    documents,
    eligibility,
    grid,
  },
  /** Two pages first; the means, the money and the plans of those who are shortlisted only. */
  two_steps: {
    form: [structure, project([...publicReceived, long('travaux', 'Quels travaux prévoyez-vous, et qui les conduit ?')]), work],
    documents,
    eligibility,
    grid,
    firstStep: { questions: ['presentation', 'ess', 'projet', 'territoire', 'public', 'jauge'], documents: ['statuts'] },
  },
  premises: {
    form: [structure, project(publicReceived), work],
    documents: documents.filter(({ id }) => id !== 'plan'),
    eligibility,
    grid,
  },
  land: {
    form: [
      structure,
      project([
        long('sols', 'Comment comptez-vous soigner les sols et l’eau ?'),
        {
          ...asked,
          required: false,
          id: 'cultures',
          kind: 'table',
          label: 'Ce que vous produirez',
          columns: [
            { id: 'culture', label: 'Culture ou activité', kind: 'text' },
            { id: 'surface', label: 'Surface (m²)', kind: 'number' },
          ],
          minRows: 0,
          maxRows: 20,
        },
      ]),
      work,
    ],
    documents: documents.filter(({ id }) => id !== 'plan'),
    eligibility,
    grid,
  },
};
