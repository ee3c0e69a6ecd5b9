import type { RetentionLine } from './retention.line.js';

/** What is written to be chosen, and what follows: dossiers, messages about them, visits. */
export const APPLICATION_RETENTION = {
  application: {
    keptDays: null,
    basis: 'legal_obligation',
    fr: [
      'Dossier de candidature d’une organisation, ses pièces, et qui l’a écrit et déposé',
      'aussi longtemps que la décision peut être contestée ou doit être prouvée ; un brouillon, tant que l’organisation ne le retire pas',
      'choisir, prouver comment, et vous laisser reprendre vos réponses',
    ],
    en: [
      'An organisation’s application, its documents, and who wrote and filed it',
      'as long as the decision may be challenged or must be proven; a draft, until the organisation withdraws it',
      'to choose, to prove how, and to let you use your answers again',
    ],
  },
  legal_proof: {
    keptDays: null,
    basis: 'legal_obligation',
    fr: [
      'Pièces qui prouvent les réponses et les étapes de la voie juridique, et qui les a jointes',
      'aussi longtemps que la procédure qu’elles prouvent',
      'montrer sur quoi repose la voie suivie',
    ],
    en: [
      'Documents that prove the answers and steps of the legal path, and who added them',
      'as long as the procedure they prove',
      'to show what the path that was followed rests on',
    ],
  },
  message: {
    keptDays: null,
    basis: 'legal_obligation',
    fr: [
      'Messages entre un candidat et un propriétaire à propos d’un dossier, leurs pièces jointes, et qui les a écrits',
      'aussi longtemps que le dossier',
      'instruire, et prouver ce qui a été dit à chacun',
    ],
    en: [
      'Messages between an applicant and an owner about a file, their documents, and who wrote them',
      'as long as the file',
      'to examine it, and to prove what was said to each',
    ],
  },
  opinion: {
    keptDays: null,
    basis: 'legal_obligation',
    fr: [
      'Avis demandé à un service ou à une personne extérieurs sur un dossier, avec sa réponse, sa date et son auteur',
      'aussi longtemps que le dossier',
      'instruire, et prouver sur quoi la décision s’appuie',
    ],
    en: [
      'Opinion asked of an outside service or person about a file, with the answer, its date and its author',
      'as long as the file',
      'to examine it, and to prove what the decision rests on',
    ],
  },
  opinion_address: {
    keptDays: 365,
    basis: 'legitimate_interest',
    fr: [
      'Adresse de messagerie à laquelle un avis extérieur a été demandé',
      'un an après l’avis, le retrait de la demande ou la fin du délai ; effacée avec votre compte si l’adresse est la vôtre',
      'écrire et rappeler, puis savoir à qui la demande est partie',
    ],
    en: [
      'E-mail address to which an outside opinion was asked',
      'one year after the opinion, the withdrawal of the request or the end of its time; erased with your account when the address is yours',
      'to write and to remind, then to know whom the request went to',
    ],
  },
  visit_booking: {
    keptDays: 365,
    basis: 'contract',
    fr: [
      'Visite réservée : qui vient, pour quelle organisation, et si la personne est venue',
      'un an après la visite ; effacée avec votre compte',
      'tenir la liste des visiteurs, et traiter chacun de la même façon',
    ],
    en: [
      'Visit booked: who comes, for which organisation, and whether they came',
      'one year after the visit; erased with your account',
      'to keep the list of visitors, and to treat everyone alike',
    ],
  },
  loose_application_file: {
    keptDays: 1,
    basis: 'contract',
    fr: ['Document envoyé pour un dossier, qu’aucune réponse ni aucun dépôt ne nomme', 'un jour', 'laisser le temps d’écrire la réponse'],
    en: ['Document sent for a file that no answer and no filing names', 'one day', 'to leave time to write the answer'],
  },
  loose_message_file: {
    keptDays: 1,
    basis: 'contract',
    fr: ['Document envoyé pour un message qui n’est pas parti', 'un jour', 'laisser le temps d’écrire le message'],
    en: ['Document sent for a message that never left', 'one day', 'to leave time to write the message'],
  },
} as const satisfies Record<string, RetentionLine>;
