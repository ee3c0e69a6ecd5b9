import type { Language } from '../../platform/http/request-context.js';
import { parisWords } from '../../platform/paris-time.js';

/** What the sentence of a notice is made of. Each kind says which of them it reads. */
export interface InboxFacts {
  /** Which of several things happened, or the words somebody gave. */
  readonly what?: string | undefined;
  /** Of whom or of what: an organisation, a document. */
  readonly who?: string | undefined;
  /** An instant that counts: a closing, a deadline. */
  readonly when?: string | undefined;
}

type Words = Readonly<Record<Language, string>>;
type Sentences = Readonly<Record<Language, (facts: InboxFacts) => string>>;

interface InboxKindLine extends Sentences {
  /** Its name in the settings. */
  readonly label: Words;
  /** `letter`: the law or a term depends on it, nobody can silence it. */
  readonly weight: 'letter' | 'news';
  /** Of several about one thing the last one stands for those not read yet. */
  readonly collapses: boolean;
  /** How it is told to those who have chosen nothing. */
  readonly defaults: Channels;
}

export interface Channels {
  readonly onSite: boolean;
  readonly byEmail: boolean;
}

const BOTH: Channels = { onSite: true, byEmail: true };
const letter = { weight: 'letter', collapses: false, defaults: BOTH } as const;
const news = { weight: 'news', collapses: true, defaults: BOTH } as const;
const single = { ...news, collapses: false } as const;

const ADMISSIONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    admitted: 'Votre dossier est recevable.',
    refused: 'Votre dossier n’est pas recevable ; le courrier en donne les raisons.',
    takenBack: 'La recevabilité de votre dossier est examinée de nouveau.',
  },
  en: {
    admitted: 'Your file is admissible.',
    refused: 'Your file is not admissible; the letter gives the reasons.',
    takenBack: 'The admissibility of your file is examined again.',
  },
};

/** Everything people are told of in their own name: one line a kind. A module that tells something new adds its line here. */
export const INBOX_KINDS = {
  application_filed: {
    ...letter,
    label: { fr: 'Accusé de réception d’un dossier', en: 'Receipt of a file' },
    fr: ({ who }) => `Le dossier est déposé sous le numéro ${who ?? ''}.`,
    en: ({ who }) => `The file is filed under number ${who ?? ''}.`,
  },
  decision: {
    ...letter,
    label: { fr: 'Décision sur un dossier', en: 'Decision on a file' },
    fr: () => 'La décision sur votre dossier est rendue.',
    en: () => 'The decision on your file has been made.',
  },
  award_given_up: {
    ...single,
    label: { fr: 'Désistement d’un dossier retenu', en: 'Withdrawal of a selected file' },
    fr: ({ who }) => `${who ?? 'L’organisation retenue'} se désiste.`,
    en: ({ who }) => `${who ?? 'The selected organisation'} gives up its award.`,
  },
  award_reopened: {
    ...single,
    label: { fr: 'Attribution rouverte', en: 'Award reopened' },
    fr: ({ who }) => `L’attribution${who ? ` de « ${who} »` : ''} est rouverte ; une nouvelle décision suivra.`,
    en: ({ who }) => `The award${who ? ` of “${who}”` : ''} is reopened; a new decision will follow.`,
  },
  correction_requested: {
    ...letter,
    label: { fr: 'Correction demandée sur un dossier', en: 'Correction asked of a file' },
    fr: ({ when }) => `Une correction est demandée${when ? ` avant le ${parisWords(new Date(when), 'fr')}` : ''}.`,
    en: ({ when }) => `A correction is asked for${when ? ` before ${parisWords(new Date(when), 'en')}` : ''}.`,
  },
  correction_reminder: {
    ...letter,
    label: { fr: 'Rappel d’une correction demandée', en: 'Reminder of a correction asked for' },
    fr: ({ when }) =>
      `La correction demandée n’est pas déposée${when ? ` : le délai se termine le ${parisWords(new Date(when), 'fr')}` : ''}.`,
    en: ({ when }) => `The correction asked for is not filed${when ? `: the term ends on ${parisWords(new Date(when), 'en')}` : ''}.`,
  },
  correction_ended: {
    ...letter,
    label: { fr: 'Fin d’une demande de correction', en: 'End of a request for correction' },
    fr: () => 'La demande de correction est close ; le propriétaire dit pourquoi.',
    en: () => 'The request for correction is closed; the owner says why.',
  },
  admission_told: {
    ...letter,
    label: { fr: 'Recevabilité d’un dossier', en: 'Admissibility of a file' },
    fr: ({ what }) => ADMISSIONS.fr[what ?? ''] ?? 'Votre dossier a été examiné.',
    en: ({ what }) => ADMISSIONS.en[what ?? ''] ?? 'Your file has been examined.',
  },
  shortlist_told: {
    ...letter,
    label: { fr: 'Présélection entre les deux étapes d’un appel', en: 'Shortlist between the two steps of a call' },
    fr: ({ what, when }) =>
      what === 'missed'
        ? 'Le dossier complet n’a pas été déposé : votre candidature n’ira pas plus loin.'
        : what === 'keep'
          ? `Votre dossier est présélectionné${when ? ` : déposez le dossier complet avant le ${parisWords(new Date(when), 'fr')}` : ''}.`
          : 'Votre dossier n’est pas présélectionné ; la raison est sur sa page.',
    en: ({ what, when }) =>
      what === 'missed'
        ? 'The full dossier was not filed: your application goes no further.'
        : what === 'keep'
          ? `Your file is shortlisted${when ? `: file the full dossier before ${parisWords(new Date(when), 'en')}` : ''}.`
          : 'Your file is not shortlisted; the reason is on its page.',
  },
  opinion_given: {
    ...single,
    label: { fr: 'Avis extérieur reçu sur un dossier', en: 'Outside opinion received about a file' },
    fr: ({ who }) => `${who ?? 'Un service extérieur'} a donné son avis.`,
    en: ({ who }) => `${who ?? 'An outside service'} has given its opinion.`,
  },
  opinion_shared: {
    ...single,
    label: { fr: 'Avis extérieur communiqué sur votre dossier', en: 'Outside opinion about your file, for you to read' },
    fr: ({ who }) => `Un avis sur votre dossier vous est communiqué : ${who ?? 'service extérieur'}.`,
    en: ({ who }) => `The opinion of ${who ?? 'an outside service'} about your file is for you to read.`,
  },
  application_withdrawn: {
    ...single,
    label: { fr: 'Retrait d’un dossier', en: 'Withdrawal of a file' },
    fr: ({ who }) => `${who ?? 'L’organisation'} a retiré son dossier.`,
    en: ({ who }) => `${who ?? 'The organisation'} has withdrawn its file.`,
  },
  application_draft_reminder: {
    ...news,
    label: { fr: 'Rappel d’un brouillon avant la clôture', en: 'Reminder of a draft before the closing' },
    fr: ({ when }) => `Le dossier n’est pas déposé${when ? `, et l’appel se clôt le ${parisWords(new Date(when), 'fr')}` : ''}.`,
    en: ({ when }) => `The file is not filed${when ? `, and the call closes on ${parisWords(new Date(when), 'en')}` : ''}.`,
  },
  application_file_refused: {
    ...single,
    label: { fr: 'Document refusé', en: 'Document refused' },
    fr: ({ who, what }) => `Le document « ${who ?? 'sans titre'} » est refusé : ${refusalOf(what, 'fr')}. Remplacez-le.`,
    en: ({ who, what }) => `The document “${who ?? 'untitled'}” is refused: ${refusalOf(what, 'en')}. Replace it.`,
  },
  call_changed: {
    ...single,
    label: { fr: 'Nouvelles d’un appel auquel vous répondez', en: 'News of a call you are answering' },
    fr: ({ what, when }) => callNews(what, when, 'fr'),
    en: ({ what, when }) => callNews(what, when, 'en'),
  },
  call_question_asked: {
    ...news,
    label: { fr: 'Question posée sur un de vos appels', en: 'Question asked about one of your calls' },
    fr: () => 'Une question attend votre réponse publique.',
    en: () => 'A question awaits your public answer.',
  },
  call_question_answered: {
    ...single,
    label: { fr: 'Réponse à une question que vous avez posée', en: 'Answer to a question you asked' },
    fr: () => 'Votre question a reçu une réponse, publiée pour tous.',
    en: () => 'Your question has been answered, for everyone to read.',
  },
  partner_invited: {
    ...single,
    label: { fr: 'Invitation à écrire un dossier ensemble', en: 'Invitation to write a file together' },
    fr: ({ who }) => `${who ?? 'Une organisation'} propose à votre organisation d’écrire ce dossier ensemble.`,
    en: ({ who }) => `${who ?? 'An organisation'} asks your organisation to write this file together.`,
  },
  partner_answered: {
    ...single,
    label: { fr: 'Réponse d’une organisation invitée à écrire un dossier', en: 'Answer of an organisation invited to write a file' },
    fr: ({ who, what }) =>
      `${who ?? 'L’organisation invitée'} ${what === 'declined' ? 'ne participera pas à ce dossier' : 'écrit ce dossier avec vous'}.`,
    en: ({ who, what }) =>
      `${who ?? 'The invited organisation'} ${what === 'declined' ? 'will not take part in this file' : 'writes this file with you'}.`,
  },
  message_received: {
    ...news,
    label: { fr: 'Message reçu sur un dossier', en: 'Message received about a file' },
    fr: ({ who }) => `${who ?? 'L’autre partie'} vous a écrit.`,
    en: ({ who }) => `${who ?? 'The other side'} has written to you.`,
  },
  visit_reminder: {
    ...single,
    label: { fr: 'Rappel d’une visite réservée', en: 'Reminder of a visit you booked' },
    fr: ({ when }) => `Votre visite approche${when ? ` : ${parisWords(new Date(when), 'fr')}` : ''}.`,
    en: ({ when }) => `Your visit is near${when ? `: ${parisWords(new Date(when), 'en')}` : ''}.`,
  },
  visit_cancelled: {
    ...single,
    label: { fr: 'Visite annulée', en: 'Visit cancelled' },
    fr: ({ when }) => `La visite${when ? ` du ${parisWords(new Date(when), 'fr')}` : ''} est annulée ; la page de l’appel dit pourquoi.`,
    en: ({ when }) => `The visit${when ? ` of ${parisWords(new Date(when), 'en')}` : ''} is cancelled; the page of the call says why.`,
  },
  request_received: {
    ...single,
    label: { fr: 'Demande reçue pour un de vos lieux', en: 'Request received for one of your places' },
    fr: ({ who }) => `${who ?? 'Une organisation'} demande ce lieu.`,
    en: ({ who }) => `${who ?? 'An organisation'} asks for this place.`,
  },
} as const satisfies Record<string, InboxKindLine>;

export type InboxKind = keyof typeof INBOX_KINDS;
export const INBOX_KIND_NAMES = Object.keys(INBOX_KINDS) as [InboxKind, ...InboxKind[]];

export function inboxKind(kind: InboxKind): InboxKindLine {
  return INBOX_KINDS[kind];
}

/** How a kind reaches a person: what they chose, else the default; a letter always both ways. */
export function channelsOf(kind: InboxKind, chosen: Channels | null): Channels {
  const { weight, defaults } = inboxKind(kind);
  return weight === 'letter' ? BOTH : (chosen ?? defaults);
}

const REFUSALS: Readonly<Record<string, Words>> = {
  virus: { fr: 'l’antivirus y a trouvé un programme malveillant', en: 'the antivirus found a malicious program in it' },
  encrypted: { fr: 'il est protégé par un mot de passe', en: 'it is protected by a password' },
  unreadable: { fr: 'il ne peut pas être lu', en: 'it cannot be read' },
  active_content: { fr: 'il contient un programme', en: 'it contains a program' },
};

function refusalOf(what: string | undefined, language: Language): string {
  return (REFUSALS[what ?? ''] ?? { fr: 'il n’a pas passé les contrôles', en: 'it did not pass the checks' })[language];
}

const CALL_NEWS: Readonly<Record<string, Words>> = {
  extended: { fr: 'Le délai de l’appel est prolongé', en: 'The call is extended' },
  'extended-first': { fr: 'Le délai de la première étape est prolongé', en: 'The first step is extended' },
  'extended-second': { fr: 'Le délai de la seconde étape est prolongé', en: 'The second step is extended' },
  answered: { fr: 'Une réponse à une question est publiée pour tous.', en: 'An answer to a question is published for everyone.' },
  cancelled: { fr: 'L’appel est annulé ; sa page dit pourquoi.', en: 'The call is cancelled; its page says why.' },
  unsuccessful: { fr: 'L’appel est sans suite ; sa page dit pourquoi.', en: 'The call has ended without a choice; its page says why.' },
  results: {
    fr: 'Les résultats de l’appel sont publiés, avec les voies de recours.',
    en: 'The results of the call are published, with the remedies.',
  },
};

function callNews(what: string | undefined, when: string | undefined, language: Language): string {
  const words = (CALL_NEWS[what ?? ''] ?? { fr: 'Il y a du nouveau.', en: 'There is news.' })[language];
  if (what?.startsWith('extended') !== true) return words;
  if (when === undefined) return `${words}.`;
  return language === 'fr' ? `${words} au ${parisWords(new Date(when), 'fr')}.` : `${words} to ${parisWords(new Date(when), 'en')}.`;
}
