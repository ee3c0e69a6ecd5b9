import type { ProblemLine } from './problem.line.js';

/** Organisations: claims, members, invitations, networks. */
export const ORGANISATION_PROBLEMS = {
  'organisation-state-forbids': {
    status: 409,
    fr: ['L’état de l’organisation ne le permet pas', 'Rechargez sa page pour voir où elle en est et ce qui reste possible.'],
    en: ['The state of the organisation forbids it', 'Reload its page to see where it stands and what remains possible.'],
  },
  'organisation-has-members': {
    status: 409,
    fr: ['Cette organisation a déjà des membres', 'Demandez à la rejoindre ; si elle vous paraît usurpée, écrivez à la modération.'],
    en: ['This organisation already has members', 'Ask to join it; if you think someone took its name, write to the moderators.'],
  },
  'organisation-not-claimable': {
    status: 409,
    fr: ['Cette organisation ne peut pas être revendiquée ici', 'Écrivez à la modération, avec le SIRET ou le numéro RNA.'],
    en: ['This organisation cannot be claimed here', 'Write to the moderators, with its SIRET or RNA number.'],
  },
  'organisation-number-taken': {
    status: 409,
    fr: [
      'Numéros de deux organisations différentes',
      'Vérifiez le SIRET, le numéro RNA et le territoire : ils désignent des organisations différentes.',
    ],
    en: [
      'Numbers of two different organisations',
      'Check the SIRET, the RNA number and the territory: they belong to different organisations.',
    ],
  },
  'verified-name-kept': {
    status: 409,
    fr: ['Le nom a été vérifié', 'Demandez à la modération de le changer, avec le document qui montre le nouveau nom.'],
    en: ['The name was verified', 'Ask the moderators to change it, with the document that shows the new name.'],
  },
  'own-organisation': {
    status: 403,
    fr: ['Votre propre organisation', 'Laissez un autre modérateur décider pour une organisation dont vous êtes membre.'],
    en: ['Your own organisation', 'Let another moderator decide for an organisation you are a member of.'],
  },
  'unknown-territory': {
    status: 422,
    fr: ['Territoire inconnu', 'Choisissez la commune ou le territoire dans la liste proposée.'],
    en: ['Unknown territory', 'Choose the commune or territory from the list offered.'],
  },
  'last-administrator': {
    status: 409,
    fr: ['Il resterait des membres sans administrateur', 'Nommez d’abord un autre administrateur.'],
    en: ['Members would be left without an administrator', 'Make someone else an administrator first.'],
  },
  'sole-member': {
    status: 409,
    fr: [
      'Vous êtes seul membre de cette organisation',
      'Confirmez que vous la laissez sans membre : quelqu’un d’autre pourra alors la revendiquer.',
    ],
    en: ['You are the only member of this organisation', 'Confirm that you leave it without members: someone else may then claim it.'],
  },
  'already-member': {
    status: 409,
    fr: ['Déjà membre de l’organisation', 'Ouvrez l’organisation depuis le compte concerné, ou changez le rôle dans la liste des membres.'],
    en: [
      'Already a member of the organisation',
      'Open the organisation from the account concerned, or change the role in the list of members.',
    ],
  },
  'organisation-without-members': {
    status: 409,
    fr: ['Personne ne tient encore cette organisation', 'Si vous en faites partie, revendiquez-la.'],
    en: ['Nobody holds this organisation yet', 'If you belong to it, claim it.'],
  },
  'invitation-for-another-address': {
    status: 403,
    fr: [
      'Invitation envoyée à une autre adresse',
      'Connectez-vous avec le compte de l’adresse qui l’a reçue, ou demandez à être invité à celle de votre compte.',
    ],
    en: [
      'Invitation sent to another address',
      'Sign in with the account of the address that received it, or ask to be invited at the address of your account.',
    ],
  },
  'invitation-used': {
    status: 410,
    fr: ['Invitation déjà utilisée', 'Connectez-vous : l’organisation figure dans votre compte si c’est vous qui l’avez acceptée.'],
    en: ['Invitation already used', 'Sign in: the organisation is in your account if you are the one who accepted.'],
  },
  'invitation-cancelled': {
    status: 410,
    fr: ['Invitation annulée', 'L’organisation l’a retirée : demandez-lui une nouvelle invitation, ou demandez à la rejoindre.'],
    en: ['Invitation cancelled', 'The organisation took it back: ask it for a new one, or ask to join.'],
  },
  'invitation-declined': {
    status: 410,
    fr: ['Invitation refusée', 'La personne invitée l’a refusée : elle peut toujours demander à rejoindre l’organisation.'],
    en: ['Invitation declined', 'The person invited declined it: they may still ask to join the organisation.'],
  },
  'invitation-expired': {
    status: 410,
    fr: ['Invitation expirée', 'Demandez une nouvelle invitation à l’organisation, ou demandez à la rejoindre.'],
    en: ['Invitation expired', 'Ask the organisation for a new invitation, or ask to join.'],
  },
  'declined-recently': {
    status: 409,
    fr: ['Cette personne a refusé votre invitation', 'Rien ne lui est plus envoyé : elle peut demander à rejoindre l’organisation.'],
    en: ['This person declined your invitation', 'Nothing more is sent to them: they may ask to join the organisation.'],
  },
  'join-request-pending': {
    status: 409,
    fr: ['Demande déjà en attente', 'Attendez la réponse de l’organisation, ou retirez votre demande.'],
    en: ['Request already waiting', 'Wait for the organisation’s answer, or withdraw your request.'],
  },
  'already-following': {
    status: 409,
    fr: ['Suivi déjà demandé ou en cours', 'Retrouvez-le dans la liste des organisations suivies.'],
    en: ['Following already asked for or under way', 'Find it in the list of organisations followed.'],
  },
  'evidence-already-given': {
    status: 409,
    fr: ['Ce justificatif est déjà dans la liste', 'Vérifiez sa référence, ses départements et sa date de fin.'],
    en: ['This piece is already in the list', 'Check its reference, its departments and its last day.'],
  },
  'evidence-state-forbids': {
    status: 409,
    fr: ['Ce justificatif a déjà été retiré ou refusé', 'Rechargez la liste ; ajoutez-en un autre s’il le faut.'],
    en: ['This piece was already withdrawn or refused', 'Reload the list; add another one if needed.'],
  },
} as const satisfies Record<string, ProblemLine>;
