import { parisFace } from '../../platform/paris-time.js';
import type { ApplicationState } from '../applications/application.rules.js';
import type { CheckStanding } from './instruction.rules.js';
import type { InstructionLine } from './instruction.schemas.js';

type Language = 'fr' | 'en';
type Words<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

const STATES: Words<ApplicationState> = {
  fr: {
    draft: 'brouillon',
    filed: 'déposé',
    correction_requested: 'correction demandée',
    invited: 'invité à la seconde étape',
    not_shortlisted: 'non présélectionné',
    admissible: 'recevable',
    inadmissible: 'non recevable',
    under_review: 'à l’étude',
    shortlisted: 'présélectionné',
    selected: 'retenu',
    waiting_list: 'sur liste d’attente',
    not_selected: 'non retenu',
    withdrawn: 'retiré',
    obsolete: 'sans objet',
  },
  en: {
    draft: 'draft',
    filed: 'filed',
    correction_requested: 'correction requested',
    invited: 'invited to the second step',
    not_shortlisted: 'not shortlisted',
    admissible: 'admissible',
    inadmissible: 'not admissible',
    under_review: 'under review',
    shortlisted: 'shortlisted',
    selected: 'selected',
    waiting_list: 'on the waiting list',
    not_selected: 'not selected',
    withdrawn: 'withdrawn',
    obsolete: 'obsolete',
  },
};
const CHECKS: Words<CheckStanding> = {
  fr: { untouched: 'à commencer', started: 'en cours', fails: 'un critère n’est pas rempli', passes: 'tous les critères sont remplis' },
  en: { untouched: 'to begin', started: 'under way', fails: 'a criterion is not met', passes: 'all criteria are met' },
};

interface Column {
  readonly header: Readonly<Record<Language, string>>;
  readonly of: (line: InstructionLine, language: Language) => string;
}

/** The columns of the list as a file; free text that looks like a formula is disarmed. */
export const INSTRUCTION_COLUMNS: readonly Column[] = [
  { header: { fr: 'Numéro', en: 'Number' }, of: ({ number }) => number },
  { header: { fr: 'Organisation', en: 'Organisation' }, of: ({ organisation }) => disarmed(organisation.name) },
  { header: { fr: 'Dossier', en: 'File' }, of: ({ title }) => disarmed(title) },
  { header: { fr: 'Pour', en: 'For' }, of: ({ target }) => disarmed(target.title) },
  { header: { fr: 'État', en: 'State' }, of: ({ state }, language) => STATES[language][state] },
  {
    header: { fr: 'Reçu le (heure de Paris)', en: 'Received on (Paris time)' },
    of: ({ filedAt }) => parisFace(new Date(filedAt)).replace('T', ' '),
  },
  { header: { fr: 'Dépôt n°', en: 'Filing no.' }, of: ({ sequence }) => String(sequence) },
  { header: { fr: 'Lieux souhaités', en: 'Places wished' }, of: ({ lots }) => disarmed(lots.map(({ name }) => name).join(' > ')) },
  { header: { fr: 'Recevabilité', en: 'Admissibility' }, of: ({ check }, language) => CHECKS[language][check] },
  { header: { fr: 'Critères cochés', en: 'Criteria ticked' }, of: ({ ticked, asked }) => `${ticked} / ${asked}` },
  { header: { fr: 'Étiquettes', en: 'Labels' }, of: ({ labels }) => disarmed(labels.map(({ name }) => name).join(', ')) },
  { header: { fr: 'Confié à', en: 'Assigned to' }, of: ({ agents }) => disarmed(agents.map(({ name }) => name).join(', ')) },
];

/** OWASP: a cell that starts like a formula is run by spreadsheets. */
function disarmed(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
