import type { ProblemLine } from './problem.line.js';

/** Places written by their organisation. */
export const SITE_PROBLEMS = {
  'site-state-forbids': {
    status: 409,
    fr: ['L’état du lieu ne le permet pas', 'Rechargez pour voir son état et ce qui peut être fait maintenant.'],
    en: ['The state of the place does not allow it', 'Reload to see its state and what can be done now.'],
  },
  'site-to-claim-first': {
    status: 409,
    fr: ['Ce lieu vient des données ouvertes', 'Son propriétaire le reprend d’abord, avec une preuve ; il pourra alors le compléter.'],
    en: ['This place comes from open data', 'Its owner takes it up first, with proof; it can then be completed.'],
  },
  'site-too-vague': {
    status: 409,
    fr: ['Lieu trop peu décrit pour être montré', 'Dites au moins une surface, un terrain ou ce qui est proposé.'],
    en: ['Too little is said of the place to show it', 'Say at least an area, some land or what is on offer.'],
  },
  'site-publication-moderated': {
    status: 409,
    fr: [
      'Ce lieu est relu avant d’être montré',
      'Soumettez-le : la modération relit les lieux qu’une organisation présente pour un autre propriétaire.',
    ],
    en: ['This place is read before it is shown', 'Submit it: moderators read the places that an organisation presents for another owner.'],
  },
  'site-undo-too-late': {
    status: 409,
    fr: ['Trop tard pour annuler', 'Autre chose est arrivé à ce lieu depuis : ouvrez-le et choisissez ce qui convient.'],
    en: ['Too late to undo', 'Something else has happened to this place since: open it and choose what suits.'],
  },
  'site-merge-itself': {
    status: 422,
    fr: ['Un lieu ne se réunit pas avec lui-même', 'Choisissez une autre fiche.'],
    en: ['A place is not merged with itself', 'Choose another sheet.'],
  },
  'site-already-merged': {
    status: 409,
    fr: ['Cette fiche a déjà été réunie avec une autre', 'Ouvrez la fiche qui reste : son adresse est dans la réponse.'],
    en: ['This sheet has already been merged with another', 'Open the sheet that stays: its address is in the answer.'],
  },
  'site-merge-in-procedure': {
    status: 409,
    fr: ['Les deux lieux ont une procédure en cours', 'Terminez l’une d’elles avant de réunir les fiches.'],
    en: ['Both places have a procedure under way', 'Bring one of them to its end before merging the sheets.'],
  },
  'site-merge-other-way': {
    status: 409,
    fr: [
      'C’est l’autre fiche qui doit rester',
      'Échangez les deux : la fiche tenue par un propriétaire, ou qui a une procédure en cours, reste.',
    ],
    en: ['It is the other sheet that has to stay', 'Swap them: the sheet that an owner keeps, or that has a procedure under way, stays.'],
  },
  'site-merge-would-hide': {
    status: 409,
    fr: ['Un lieu publié disparaîtrait de la carte', 'Gardez la fiche publiée, ou publiez d’abord l’autre.'],
    en: ['A published place would leave the map', 'Keep the published sheet, or publish the other one first.'],
  },
} as const satisfies Record<string, ProblemLine>;
