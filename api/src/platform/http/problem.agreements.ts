import type { ProblemLine } from './problem.line.js';

/** Agreements between an owner and who occupies its place. */
export const AGREEMENT_PROBLEMS = {
  'agreement-not-decided': {
    status: 409,
    fr: ['Aucune décision n’attribue de lieu à ce dossier', 'Décidez d’abord : la convention suit une attribution.'],
    en: ['No decision awards a place to this file', 'Decide first: an agreement follows an award.'],
  },
  'agreement-which-place': {
    status: 409,
    fr: ['Plusieurs lieux sont attribués', 'Dites lequel : il faut une convention par lieu.'],
    en: ['Several places are awarded', 'Say which one: each place has its own agreement.'],
  },
  'place-already-agreed': {
    status: 409,
    fr: ['Une convention est déjà ouverte pour ce lieu', 'Reprenez-la, ou arrêtez-la avant d’en ouvrir une autre.'],
    en: ['An agreement is already open for this place', 'Go on with it, or stop it before you open another.'],
  },
  'agreement-state-forbids': {
    status: 409,
    fr: ['L’état de la convention ne le permet pas', 'Rechargez pour voir où elle en est et ce qui peut être fait maintenant.'],
    en: ['The state of the agreement does not allow it', 'Reload to see where it stands and what can be done now.'],
  },
  'agreement-incomplete': {
    status: 409,
    fr: ['Projet de convention incomplet', 'Complétez ce que la page de la convention indique.'],
    en: ['Incomplete draft agreement', 'Complete what the page of the agreement shows.'],
  },
  'agreement-not-accepted': {
    status: 409,
    fr: ['L’occupant n’a pas accepté ce texte', 'Attendez qu’il l’accepte : chaque modification est à accepter de nouveau.'],
    en: ['The occupant has not accepted this text', 'Wait until it is accepted: each change is to be accepted again.'],
  },
  'agreement-conditions-unmet': {
    status: 409,
    fr: ['Une condition préalable n’a pas sa preuve', 'Inscrivez la preuve et la date de chaque condition, puis signez.'],
    en: ['A condition precedent has no proof', 'Write down the proof and day of each condition, then sign.'],
  },
  'agreement-dates-cross': {
    status: 409,
    fr: [
      'Cette date ne convient pas',
      'Une signature ou une preuve n’est pas à venir ; un préavis laisse le délai convenu et ne dépasse pas la fin.',
    ],
    en: [
      'This date does not fit',
      'A signature or proof is not in the future; a notice leaves the agreed time and does not go past the end.',
    ],
  },
  'agreement-out-of-bounds': {
    status: 409,
    fr: ['La loi ne le permet pas', 'Lisez l’article cité, puis choisissez un acte, une durée ou un motif qu’il permet.'],
    en: ['The law does not allow it', 'Read the article quoted, then choose a deed, a term or a ground that it allows.'],
  },
} as const satisfies Record<string, ProblemLine>;
