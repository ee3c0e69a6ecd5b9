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
  'application-state-forbids': {
    status: 409,
    fr: ['L’état du dossier ne le permet pas', 'Rechargez pour voir où en est le dossier et ce qui peut être fait maintenant.'],
    en: ['The state of the file does not allow it', 'Reload to see where the file stands and what can be done now.'],
  },
  'call-not-open': {
    status: 409,
    fr: [
      'L’appel n’est pas ouvert',
      'Préparez votre dossier : il pourra être déposé dès l’ouverture, à l’heure dite sur la page de l’appel.',
    ],
    en: ['The call is not open', 'Prepare your file: it can be filed from the opening, at the hour said on the page of the call.'],
  },
  'call-ended': {
    status: 409,
    fr: ['L’appel ne reçoit plus de dossier', 'Choisissez un appel ouvert, ou suivez ce propriétaire pour apprendre le prochain.'],
    en: ['The call receives no more files', 'Choose an open call, or follow this owner to hear of the next one.'],
  },
  'application-late': {
    status: 409,
    fr: [
      'Trop tard : la clôture est passée',
      'Le dépôt est arrivé après l’heure de clôture. Votre brouillon est gardé ; vous pouvez le reprendre pour un autre appel.',
    ],
    en: [
      'Too late: the closing is over',
      'It arrived after the closing hour. Your draft is kept; you can take it up again for another call.',
    ],
  },
  'application-not-shortlisted': {
    status: 409,
    fr: [
      'Ce dossier n’a pas été présélectionné',
      'Seuls les dossiers présélectionnés vont à la seconde étape ; la raison est sur la page du dossier. Vos réponses sont gardées.',
    ],
    en: [
      'This file was not shortlisted',
      'Only shortlisted files go to the second step; the reason is on the page of the file. Your answers are kept.',
    ],
  },
  'shortlist-undecided': {
    status: 409,
    fr: [
      'Des dossiers attendent encore un choix',
      'Présélectionnez-les ou écartez-les, avec une raison : tous sont prévenus en même temps.',
    ],
    en: ['Some files still await a choice', 'Shortlist them or leave them out, with a reason: everyone is told at the same time.'],
  },
  'shortlist-empty': {
    status: 409,
    fr: [
      'Aucun dossier n’est présélectionné',
      'Présélectionnez-en un au moins, ou déclarez l’appel sans suite : la raison sera donnée à tous.',
    ],
    en: ['No file is shortlisted', 'Shortlist at least one, or declare the call unsuccessful: the reason will be given to all.'],
  },
  'shortlist-closing-too-soon': {
    status: 409,
    fr: [
      'La seconde étape se clôt trop tôt',
      'Laissez au moins une semaine pour compléter les dossiers : prolongez la seconde étape, puis annoncez la présélection.',
    ],
    en: [
      'The second step closes too soon',
      'Leave at least a week to complete the files: extend the second step, then announce the shortlist.',
    ],
  },
  'application-incomplete': {
    status: 409,
    fr: ['Dossier incomplet', 'Complétez ou corrigez ce que la page de vérification indique, puis déposez-le.'],
    en: ['Incomplete file', 'Complete or correct what the review page shows, then file it.'],
  },
  'application-not-eligible': {
    status: 409,
    fr: ['Une condition de l’appel n’est pas remplie', 'Lisez laquelle ; si votre réponse était une erreur, corrigez-la, puis déposez.'],
    en: ['A condition of the call is not met', 'Read which one; if your answer was a mistake, correct it, then file.'],
  },
  'own-call': {
    status: 409,
    fr: ['C’est votre propre appel ou votre propre lieu', 'Agissez au nom d’une autre organisation pour y répondre.'],
    en: ['It is your own call or place', 'Act for another organisation to apply.'],
  },
  'place-not-on-offer': {
    status: 409,
    fr: ['Ce lieu ne reçoit pas de demande directe', 'Il est dans un appel, attribué ou retiré : sa page dit comment le demander.'],
    en: ['This place takes no direct request', 'It is in a call, awarded or withdrawn: its page says how to ask for it.'],
  },
  'too-many-files': {
    status: 409,
    fr: ['Trop de pièces dans ce dossier', 'Retirez-en, ou réunissez-les en un seul fichier.'],
    en: ['Too many documents in this file', 'Remove some, or put them together in one document.'],
  },
  'correction-late': {
    status: 409,
    fr: [
      'Le délai de correction est passé',
      'Ce que vous aviez déposé reste valable : l’examen continue avec. Écrivez au propriétaire si un élément important manque.',
    ],
    en: [
      'The time to correct is over',
      'What you had filed stands: the examination goes on with it. Write to the owner if something important is missing.',
    ],
  },
  'answer-not-reopened': {
    status: 409,
    fr: ['Cette réponse n’est pas à corriger', 'Seules les réponses nommées dans la demande de correction peuvent changer.'],
    en: ['This answer is not to be corrected', 'Only the answers named in the request for correction may change.'],
  },
  'correction-due-unfit': {
    status: 409,
    fr: ['Délai de correction à revoir', 'Laissez au moins un jour entier, et six mois au plus, pour corriger.'],
    en: ['Change the time to correct', 'Leave at least one whole day, and six months at most, to correct.'],
  },
  'correction-under-way': {
    status: 409,
    fr: [
      'Une correction est déjà demandée',
      'Attendez la réponse ou la fin du délai ; vous pouvez aussi retirer la demande, l’organisation en sera prévenue.',
    ],
    en: [
      'A correction is already asked for',
      'Wait for the answer or for the end of the time given; you may also take the request back, the organisation will be told.',
    ],
  },
  'admission-unchecked': {
    status: 409,
    fr: [
      'Tous les critères ne sont pas cochés « oui »',
      'Vérifiez ceux qui restent, ou ceux dont la réponse a changé depuis, puis reprenez.',
    ],
    en: ['Not every criterion is ticked “yes”', 'Check those left, or those whose answer changed since, then try again.'],
  },
  'refusal-names-nothing': {
    status: 409,
    fr: ['Nommez les critères qui ne sont pas remplis', 'Cochez-les « non » dans la vérification, puis choisissez-les dans la décision.'],
    en: ['Name the criteria that are not met', 'Tick them “no” in the check, then choose them in the decision.'],
  },
  'instruction-undo-too-late': {
    status: 409,
    fr: ['Cet acte ne s’annule plus', 'Le dossier a changé depuis, ou plus d’un jour a passé. Faites l’acte contraire depuis sa page.'],
    en: [
      'This act can no longer be undone',
      'The file has changed since, or more than a day has passed. Do the opposite act from its page.',
    ],
  },
  'label-named-twice': {
    status: 409,
    fr: ['Une étiquette porte déjà ce nom', 'Choisissez un autre nom, ou prenez celle qui existe.'],
    en: ['A label already has this name', 'Choose another name, or take the one that exists.'],
  },
  'application-space-full': {
    status: 409,
    fr: [
      'Plus de place pour les documents de vos dossiers',
      'Retirez d’un brouillon ceux qui ne servent plus : ils cessent de compter au bout d’un jour. Ou demandez plus de place à qui exploite le service.',
    ],
    en: [
      'No space left for the documents of your files',
      'Remove from a draft those no longer needed: they stop counting after a day. Or ask those who run the service for more space.',
    ],
  },
  'opinion-due-unfit': {
    status: 409,
    fr: ['Délai pour donner un avis à revoir', 'Laissez au moins un jour entier, et six mois au plus.'],
    en: ['Change the time to give an opinion', 'Leave at least one whole day, and six months at most.'],
  },
  'too-many-opinions': {
    status: 409,
    fr: ['Trop d’avis ont été demandés sur ce dossier', 'Appuyez-vous sur ceux déjà reçus, ou écrivez une note.'],
    en: ['Too many opinions were asked for on this file', 'Rely on those received, or write a note.'],
  },
  'opinion-closed': {
    status: 409,
    fr: [
      'Cet avis n’est plus attendu',
      'Il a déjà été donné, la demande a été retirée, ou son délai est passé. Écrivez à qui vous l’a demandé si besoin.',
    ],
    en: [
      'This opinion is no longer awaited',
      'It was given, the request was taken back, or its time is over. Write to whoever asked for it if need be.',
    ],
  },
  'own-application': {
    status: 409,
    fr: [
      'Vous êtes membre de l’organisation qui a déposé ce dossier',
      'Laissez un autre agent l’examiner : nul n’instruit le dossier de sa propre organisation.',
    ],
    en: [
      'You are a member of the organisation that filed this',
      'Leave it to another agent: nobody examines the file of their own organisation.',
    ],
  },
} as const satisfies Record<string, ProblemLine>;
