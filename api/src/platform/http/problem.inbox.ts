import type { ProblemLine } from './problem.line.js';

/** What people are told, what they write to one another, and where they meet. */
export const INBOX_PROBLEMS = {
  'letter-not-silenced': {
    status: 409,
    fr: [
      'Ce message arrive toujours',
      'Un droit ou un délai en dépend : il ne peut pas être coupé. Les autres sortes de messages se règlent une par une.',
    ],
    en: ['This message always arrives', 'A right or a term depends on it: it cannot be turned off. The other kinds can, one by one.'],
  },
  'visits-over': {
    status: 409,
    fr: ['Plus de visites pour cet appel', 'Les visites ont lieu entre la publication de l’appel et sa clôture.'],
    en: ['No more visits for this call', 'Visits take place between the publication of the call and its closing.'],
  },
  'visit-past': {
    status: 409,
    fr: ['Visite déjà commencée', 'Choisissez une visite à venir.'],
    en: ['Visit already begun', 'Choose a visit to come.'],
  },
  'visit-cancelled': {
    status: 409,
    fr: ['Visite annulée', 'Choisissez une autre visite.'],
    en: ['Visit cancelled', 'Choose another visit.'],
  },
  'visit-full': {
    status: 409,
    fr: ['Visite complète', 'Choisissez une autre visite, ou revenez : une place peut se libérer.'],
    en: ['Visit full', 'Choose another visit, or come back: a place may be given up.'],
  },
  'visit-overlaps': {
    status: 409,
    fr: ['Vous avez une autre visite à cette heure', 'Annulez l’autre réservation, ou choisissez une autre heure.'],
    en: ['You have another visit at that hour', 'Cancel the other booking, or choose another hour.'],
  },
  'lead-organisation-only': {
    status: 403,
    fr: [
      'Seule l’organisation qui porte le dossier peut le faire',
      'Vous écrivez ce dossier comme partenaire : demandez à l’organisation qui le porte de le déposer ou de le retirer.',
    ],
    en: [
      'Only the organisation that leads the file may do this',
      'You write this file as a partner: ask the organisation that leads it to file or withdraw it.',
    ],
  },
  'partner-not-possible': {
    status: 409,
    fr: ['Cette organisation ne peut pas être partenaire', 'Choisissez une autre structure que la vôtre et que le propriétaire.'],
    en: ['This organisation cannot be a partner', 'Choose one that is neither yours nor the owner.'],
  },
  'partner-already': {
    status: 409,
    fr: ['Déjà invitée', 'Cette organisation a reçu votre invitation, ou écrit déjà ce dossier.'],
    en: ['Invited already', 'This organisation has your invitation, or writes this file already.'],
  },
  'partner-state-forbids': {
    status: 409,
    fr: ['L’invitation a changé entre-temps', 'Rechargez la page pour voir où elle en est.'],
    en: ['The invitation has changed meanwhile', 'Reload the page to see where it stands.'],
  },
  'too-many-partners': {
    status: 409,
    fr: ['Trop de partenaires', '10 organisations au plus écrivent un dossier avec celle qui le porte.'],
    en: ['Too many partners', '10 organisations at most write a file with the one that leads it.'],
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
