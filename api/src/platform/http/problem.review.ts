import type { ProblemLine } from './problem.line.js';

/** The review of a call and its decision. */
export const REVIEW_PROBLEMS = {
  'review-files-not-examined': {
    status: 409,
    fr: ['Des dossiers attendent l’examen de recevabilité', 'Dites de chacun s’il est recevable ; l’évaluation commence ensuite.'],
    en: ['Files still await the check of admissibility', 'Say of each whether it is admissible; the review starts then.'],
  },
  'review-nothing-admissible': {
    status: 409,
    fr: ['Aucun dossier recevable', 'Il n’y a rien à évaluer : déclarez l’appel sans suite, avec sa raison.'],
    en: ['No admissible file', 'There is nothing to score: declare the call unsuccessful, with the reason.'],
  },
  'review-quorum-too-low': {
    status: 409,
    fr: [
      'Nombre de lecteurs contraire à ce que l’appel annonce',
      'Le quorum publié engage : choisissez-en au moins autant. Au-delà de deux lecteurs, choisissez l’évaluation complète.',
    ],
    en: [
      'The number of readers contradicts the call',
      'The published quorum binds: choose at least as many. For more than two readers, choose the full review.',
    ],
  },
  'review-readers-enough': {
    status: 409,
    fr: ['L’évaluation simple compte deux lecteurs', 'Remplacez-en un, avec une raison, pour en inviter un autre.'],
    en: ['The simple review has two readers', 'Replace one, with a reason, to invite another.'],
  },
  'reviewer-already-asked': {
    status: 409,
    fr: ['Cette personne est déjà invitée', 'Elle figure dans la liste du jury.'],
    en: ['This person is already invited', 'They are in the list of the jury.'],
  },
  'review-revealed': {
    status: 409,
    fr: ['Les notes sont révélées', 'Plus rien ne se note : chacun a pu lire les autres. La discussion peut être consignée.'],
    en: ['Scores are revealed', 'Nothing is scored any more: everyone may have read the others. The discussion can be recorded.'],
  },
  'review-not-revealed': {
    status: 409,
    fr: ['Les notes ne sont pas encore révélées', 'Elles le sont quand tous ont verrouillé, ou quand la présidence le décide.'],
    en: ['Scores are not revealed yet', 'They are once all have locked, or when the chair decides so.'],
  },
  'review-quorum-missing': {
    status: 409,
    fr: ['Un dossier n’a pas assez de lecteurs', 'Attendez les notes qui manquent, ou remplacez un lecteur qui a déclaré un lien.'],
    en: ['A file has too few readers', 'Wait for the missing scores, or replace a reader who declared a link.'],
  },
  'review-minutes-missing': {
    status: 409,
    fr: ['Il manque le procès-verbal', 'La présidence du jury le rédige, puis l’attribution peut être proposée.'],
    en: ['The minutes are missing', 'The chair of the jury writes them, then the award can be proposed.'],
  },
  'reading-state-forbids': {
    status: 409,
    fr: ['Cette lecture n’en est pas là', 'Dites d’abord si un lien vous unit au candidat ; des notes verrouillées ne changent plus.'],
    en: ['This reading is not at that stage', 'First say whether a link ties you to the applicant; locked scores no longer change.'],
  },
  'reading-link-declared': {
    status: 403,
    fr: ['Vous avez déclaré un lien avec ce candidat', 'Ce dossier ne vous est plus montré ; une autre personne le lira.'],
    en: ['You declared a link with this applicant', 'This file is no longer shown to you; somebody else will read it.'],
  },
  'scores-incomplete': {
    status: 409,
    fr: ['Il manque des notes ou des justifications', 'Donnez à chaque critère une note et quelques mots qui la justifient.'],
    en: ['Scores or reasons are missing', 'Give each criterion a score and a few words that justify it.'],
  },
  'award-incomplete': {
    status: 409,
    fr: [
      'Proposition incomplète',
      'Chaque dossier de chaque lot reçoit une issue et ses raisons ; la liste d’attente a des rangs qui se suivent.',
    ],
    en: [
      'Incomplete proposal',
      'Each file of each lot gets an outcome and its reasons; the waiting list has ranks that follow one another.',
    ],
  },
  'award-off-ranking': {
    status: 409,
    fr: ['L’ordre proposé s’écarte du classement', 'Dites pourquoi : la raison sera lue par l’autorité qui décide.'],
    en: ['The proposed order departs from the ranking', 'Say why: the authority that decides will read the reason.'],
  },
  'application-only-outline': {
    status: 409,
    fr: [
      'Ce dossier n’a passé que la première étape',
      'Il a été refusé avant la seconde : sans dossier complet, il n’y a rien à étudier. La décision de le refuser peut être contestée par les voies de recours.',
    ],
    en: [
      'This file went through the first step only',
      'It was refused before the second: without the whole file, there is nothing to review. The refusal itself can be contested by the remedies.',
    ],
  },
  'lot-already-awarded': {
    status: 409,
    fr: [
      'Une autre candidature est retenue pour ce lot',
      'Rouvrez d’abord le dossier retenu, par un acte daté, ou choisissez une autre issue.',
    ],
    en: ['Another application is selected for this lot', 'First reopen the selected file, by a dated act, or choose another outcome.'],
  },
  'reopening-place-occupied': {
    status: 409,
    fr: [
      'Le lieu est occupé',
      'Tant que le lieu est occupé, son attribution ne se rouvre pas : mettez d’abord fin à l’occupation, avec son motif.',
    ],
    en: ['The place is occupied', 'While a place is occupied its award is not reopened: first end the occupation, with its reason.'],
  },
  'reopening-agreement-signed': {
    status: 409,
    fr: ['Une convention est signée', 'Mettez d’abord fin à la convention, avec son motif ; l’attribution pourra ensuite être rouverte.'],
    en: ['An agreement is signed', 'First end the agreement, with its reason; the award can be reopened afterwards.'],
  },
  'giving-up-agreement-signed': {
    status: 409,
    fr: [
      'Une convention est signée',
      'On ne renonce plus à ce qui est signé : donnez congé depuis la convention, ou demandez au propriétaire d’y mettre fin.',
    ],
    en: ['An agreement is signed', 'What is signed is not given up: give notice from the agreement, or ask the owner to end it.'],
  },
  'decision-date-impossible': {
    status: 409,
    fr: ['Date de décision impossible', 'Elle ne précède pas la clôture de l’appel et n’est pas dans l’avenir.'],
    en: ['Impossible date of decision', 'It is neither before the closing of the call nor in the future.'],
  },
  'results-not-published': {
    status: 404,
    fr: ['Les résultats ne sont pas publiés', 'Ils paraîtront ici ; suivez l’appel pour l’apprendre.'],
    en: ['The results are not published', 'They will appear here; follow the call to hear of it.'],
  },
} as const satisfies Record<string, ProblemLine>;
