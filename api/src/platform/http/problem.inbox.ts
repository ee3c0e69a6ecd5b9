import type { ProblemLine } from './problem.line.js';

/** What people are told, and what they write to one another. */
export const INBOX_PROBLEMS = {
  'letter-not-silenced': {
    status: 409,
    fr: [
      'Ce message arrive toujours',
      'Un droit ou un délai en dépend : il ne peut pas être coupé. Les autres sortes de messages se règlent une par une.',
    ],
    en: ['This message always arrives', 'A right or a term depends on it: it cannot be turned off. The other kinds can, one by one.'],
  },
  'messages-not-yet': {
    status: 409,
    fr: [
      'Pas encore de messages sur ce dossier',
      'Ils s’ouvrent quand le propriétaire peut lire le dossier déposé. Avant la clôture d’un appel, posez vos questions sur sa page : les réponses y sont publiées pour tous.',
    ],
    en: [
      'No messages about this file yet',
      'They open once the owner may read the filed dossier. Before a call closes, ask your questions on its page: answers are published there for everyone.',
    ],
  },
  'messages-closed': {
    status: 409,
    fr: ['Échange terminé', 'Le propriétaire l’a clos après sa décision. Ce qui a été écrit reste lisible.'],
    en: ['Closed exchange', 'The owner closed it after its decision. What was written can still be read.'],
  },
  'messages-decision-first': {
    status: 409,
    fr: ['La décision n’est pas rendue', 'L’échange se clôt après la décision : d’ici là, chacun doit pouvoir écrire.'],
    en: ['No decision yet', 'The exchange is closed after the decision: until then each side must be able to write.'],
  },
} as const satisfies Record<string, ProblemLine>;
