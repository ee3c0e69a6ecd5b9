import type { ProblemLine } from './problem.line.js';

/** Calls and the files that answer them. */
export const CALL_PROBLEMS = {
  'call-state-forbids': {
    status: 409,
    fr: [
      'L’état de l’appel ne le permet pas',
      'Rechargez pour voir son état ; un appel publié ne change plus, il se prolonge ou s’annule.',
    ],
    en: [
      'The state of the call does not allow it',
      'Reload to see its state; a published call no longer changes, it is extended or cancelled.',
    ],
  },
  'call-incomplete': {
    status: 409,
    fr: ['Appel incomplet', 'Complétez ce que la page de l’appel indique, puis publiez-le.'],
    en: ['Incomplete call', 'Complete what the page of the call shows, then publish it.'],
  },
  'call-lot-not-available': {
    status: 409,
    fr: [
      'Un des lieux ne peut pas entrer dans l’appel',
      'Choisissez des lieux de votre organisation, publiés et libres de tout autre appel ou attribution.',
    ],
    en: ['One of the places cannot enter the call', 'Choose places of your organisation, published and free of any other call or award.'],
  },
  'call-questions-waiting': {
    status: 409,
    fr: ['Vos questions précédentes attendent une réponse', 'Attendez-la : elle sera publiée pour tous sur la page de l’appel.'],
    en: ['Your earlier questions await an answer', 'Wait for it: it will be published to all on the page of the call.'],
  },
  'call-question-answered': {
    status: 409,
    fr: ['Une réponse est déjà publiée', 'Une réponse donnée à tous ne change plus ; rechargez pour la lire.'],
    en: ['An answer is already published', 'An answer given to all no longer changes; reload to read it.'],
  },
} as const satisfies Record<string, ProblemLine>;
