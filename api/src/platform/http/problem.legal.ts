import type { ProblemLine } from './problem.line.js';

/** The path the law allows, and spontaneous interest. */
export const LEGAL_PROBLEMS = {
  'legal-step-missing': {
    status: 409,
    fr: ['Une étape de la voie juridique manque', 'La page « Voie juridique » dit laquelle et comment la faire ; recommencez ensuite.'],
    en: ['A step of the legal path is missing', 'The page “Legal path” says which and how to do it; then try again.'],
  },
  'legal-path-forbids': {
    status: 409,
    fr: [
      'La voie juridique ne le permet pas',
      'Les réponses données mènent à une voie qui se suit ailleurs : relisez-les, ou voyez ce que la page indique.',
    ],
    en: [
      'The legal path does not allow it',
      'The answers given lead to a path followed elsewhere: read them again, or see what the page says.',
    ],
  },
  'legal-step-not-in-path': {
    status: 409,
    fr: ['Cette étape ne se note pas à la main', 'Elle n’appartient pas à la voie suivie, ou le service la note lui-même.'],
    en: ['This step is not noted by hand', 'It is not part of the path followed, or the service notes it itself.'],
  },
  'legal-step-too-early': {
    status: 409,
    fr: ['Une étape précédente n’est pas faite', 'Suivez les étapes dans leur ordre.'],
    en: ['An earlier step is not done', 'Follow the steps in their order.'],
  },
  'legal-step-done': {
    status: 409,
    fr: ['Étape déjà notée', 'Ce qui est noté comme preuve ne change plus ; rechargez pour le lire.'],
    en: ['Step already noted', 'What is noted as proof no longer changes; reload to read it.'],
  },
  'legal-already-decided': {
    status: 409,
    fr: ['La décision est prise', 'Les réponses sur lesquelles elle repose ne changent plus.'],
    en: ['The decision is taken', 'The answers it rests on no longer change.'],
  },
  'legal-correction-in-the-past': {
    status: 422,
    fr: ['Une correction ne prend pas effet dans le passé', 'Choisissez aujourd’hui ou un jour à venir.'],
    en: ['A correction takes no effect in the past', 'Choose today or a day to come.'],
  },
  'interest-state-forbids': {
    status: 409,
    fr: ['L’état de la demande ne le permet pas', 'Rechargez pour voir où elle en est.'],
    en: ['The state of the request does not allow it', 'Reload to see where it stands.'],
  },
  'interest-no-window': {
    status: 409,
    fr: ['Aucune publicité n’est requise ici', 'La voie suivie n’en demande pas : accordez ou déclinez la demande directement.'],
    en: ['No publicity is needed here', 'The path followed asks for none: grant or decline the request directly.'],
  },
  'interest-window-needed': {
    status: 409,
    fr: ['Une publicité est d’abord nécessaire', 'Ouvrez-la : ceux que le lieu intéresse doivent pouvoir se déclarer.'],
    en: ['Publicity is needed first', 'Open it: those interested in the place must be able to come forward.'],
  },
  'interest-window-running': {
    status: 409,
    fr: ['Le délai de publicité n’est pas terminé', 'Attendez son terme : un concurrent peut encore se déclarer.'],
    en: ['The publicity is not over', 'Wait for its end: a rival may still come forward.'],
  },
  'interest-window-over': {
    status: 409,
    fr: ['Trop tard : le délai pour se déclarer est terminé', 'Suivez le lieu pour apprendre la suite.'],
    en: ['Too late: the time to come forward is over', 'Follow the place to hear what comes next.'],
  },
  'interest-window-too-short': {
    status: 422,
    fr: ['Délai trop court', 'Laissez au moins quinze jours pour se déclarer, et un an au plus.'],
    en: ['Too short a time', 'Leave at least fifteen days to come forward, and a year at most.'],
  },
  'interest-has-rivals': {
    status: 409,
    fr: ['Un concurrent s’est déclaré', 'Il faut une sélection : transformez la demande en appel.'],
    en: ['A rival has come forward', 'A selection is needed: turn the request into a call.'],
  },
  'interest-no-rival': {
    status: 409,
    fr: ['Aucun concurrent ne s’est déclaré', 'Accordez la demande, ou classez-la avec une raison.'],
    en: ['No rival has come forward', 'Grant the request, or close it with a reason.'],
  },
  'interest-own-request': {
    status: 409,
    fr: ['C’est déjà votre demande', 'Votre organisation est à l’origine de cette publicité, ou possède le lieu.'],
    en: ['It is already your request', 'Your organisation is the one that asked, or owns the place.'],
  },
  'interest-decision-to-come': {
    status: 422,
    fr: ['La date de la décision est à venir', 'Enregistrez la décision une fois qu’elle est prise.'],
    en: ['The date of the decision is to come', 'Record the decision once it has been taken.'],
  },
  'interest-place-taken': {
    status: 409,
    fr: [
      'Le lieu n’est plus disponible',
      'Une autre demande est à l’étude, ou il est dans un appel : attendez sa fin, ou classez cette demande.',
    ],
    en: [
      'The place is no longer available',
      'Another request is being studied, or it is in a call: wait for its end, or close this request.',
    ],
  },
} as const satisfies Record<string, ProblemLine>;
