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
  'own-place-answer': {
    status: 409,
    fr: ['Ce lieu est celui de votre organisation', 'Les passants répondent ici ; dites ce qu’il en est dans la fiche que vous tenez.'],
    en: ['This place is your organisation’s', 'Passers-by answer here; say how things stand on the sheet you keep.'],
  },
  'photo-already-sent': {
    status: 409,
    fr: ['Une photo a déjà été envoyée', 'Une photo par réponse suffit : elle est relue avant d’être montrée.'],
    en: ['A photo was already sent', 'One photo per answer is enough: it is looked at before it is shown.'],
  },
  'proposal-state-forbids': {
    status: 409,
    fr: ['Cette proposition a déjà reçu sa réponse', 'Rechargez la page pour voir ce qu’elle est devenue.'],
    en: ['This proposal already has its answer', 'Reload the page to see what became of it.'],
  },
  'own-proposal': {
    status: 409,
    fr: ['C’est votre proposition', 'Une autre personne de la modération décide de ce que vous proposez.'],
    en: ['This proposal is yours', 'Another moderator decides on what you propose.'],
  },
  'knock-leads-only': {
    status: 409,
    fr: ['Ce lieu a quelqu’un qui le tient', 'Contactez-le depuis la fiche : on ne frappe qu’aux pistes que personne ne tient.'],
    en: ['Somebody keeps this place', 'Contact them from the sheet: knocking is for leads that nobody keeps.'],
  },
  'knock-needs-project': {
    status: 409,
    fr: ['Un projet ouvert est nécessaire', 'Ouvrez un projet de votre organisation, qui dit ce que vous cherchez, puis recommencez.'],
    en: ['An open project is needed', 'Open a project of your organisation that says what you look for, then try again.'],
  },
  'knock-not-joined': {
    status: 409,
    fr: ['Votre organisation ne frappe pas ici', 'Rejoignez d’abord les organisations qui regardent ce lieu.'],
    en: ['Your organisation does not knock here', 'First join the organisations that look at this place.'],
  },
  'knock-too-few': {
    status: 409,
    fr: ['Il faut être deux', 'La lettre part quand deux organisations au moins regardent ce lieu.'],
    en: ['Two are needed', 'The letter leaves once two organisations at least look at this place.'],
  },
  'knock-too-soon': {
    status: 409,
    fr: ['Une lettre est déjà partie', 'Une seule lettre par lieu tous les six mois : attendez la réponse.'],
    en: ['A letter has already left', 'One letter per place every six months: wait for the answer.'],
  },
  'knock-stopped': {
    status: 409,
    fr: ['On a demandé à ne plus recevoir de lettre', 'Ce choix est respecté : plus personne n’écrit d’ici à propos de ce lieu.'],
    en: ['No more letters were asked for', 'That choice is kept: nobody writes from here about this place any more.'],
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
