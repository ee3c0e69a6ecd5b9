import { APPLICATION_RETENTION } from './retention.applications.js';
import type { RetentionLine } from './retention.line.js';
import { NOTIFICATION_RETENTION } from './retention.notifications.js';
import { PARTICIPATION_RETENTION } from './retention.participation.js';

/**
 * What is kept about people, how long and why: the only list. Each line with `keptDays` is applied every night by the module that
 * registered for its key (retention.ts); the page docs/retention.md and the privacy page of the web are made from it.
 */
export const RETENTION = {
  account: {
    keptDays: null,
    basis: 'contract',
    fr: [
      'Compte : nom, adresse de courriel, mot de passe (haché), second facteur, comptes liés',
      'jusqu’à ce que vous l’effaciez dans « Mon compte », ou jusqu’à l’une des échéances ci-dessous',
      'vous reconnaître et tenir vos droits dans vos organisations',
    ],
    en: [
      'Account: name, e-mail address, password (hashed), second factor, linked identities',
      'until you erase it in “My account”, or until one of the terms below',
      'to recognise you and to hold your rights in your organisations',
    ],
  },
  unverified_account: {
    keptDays: 30,
    basis: 'contract',
    fr: ['Compte dont l’adresse n’a pas été confirmée', '30 jours après l’inscription', 'laisser le temps d’ouvrir le courriel reçu'],
    en: ['Account whose address was never confirmed', '30 days after sign-up', 'to leave time to open the message received'],
  },
  inactive_account: {
    keptDays: 1_095,
    basis: 'contract',
    fr: [
      'Compte qui ne sert plus',
      '3 ans après la dernière connexion : un courriel prévient, puis le compte est effacé 30 jours plus tard si rien ne se passe ; pas tant que d’autres membres d’une organisation, ou le service, n’ont que vous comme administrateur',
      'ne pas garder ce qui ne sert plus',
    ],
    en: [
      'Account no longer in use',
      '3 years after the last sign-in: a message warns you, then the account is erased 30 days later if nothing happens; not while other members of an organisation, or the service, have only you as administrator',
      'not to keep what is of no use any more',
    ],
  },
  session: {
    keptDays: 30,
    basis: 'contract',
    fr: [
      'Session ouverte : appareil, réseau (adresse abrégée en IPv6), heures de début et de dernière activité',
      'jusqu’à la déconnexion ; au plus 7 jours sans activité et 30 jours en tout',
      'vous garder connecté et vous laisser voir qui l’est',
    ],
    en: [
      'Open session: device, network (shortened address for IPv6), times of start and last use',
      'until you sign out; at most 7 days without use and 30 days in all',
      'to keep you signed in and let you see who is',
    ],
  },
  token: {
    keptDays: 7,
    basis: 'contract',
    fr: [
      'Lien à usage unique envoyé par courriel (haché)',
      '7 jours après son usage ou sa fin',
      'pouvoir dire qu’un lien a déjà servi ou a expiré',
    ],
    en: [
      'One-time link sent by e-mail (hashed)',
      '7 days after its use or its end',
      'to be able to say that a link was used or has expired',
    ],
  },
  mail: {
    keptDays: 30,
    basis: 'legitimate_interest',
    fr: [
      'Courriel envoyé : adresse, contenu, réponse du serveur de messagerie',
      '30 jours, puis il n’en reste que la date et le modèle ; les liens qu’il porte sont oubliés dès l’envoi',
      'retrouver un message qui n’arrive pas, ne jamais l’envoyer deux fois',
    ],
    en: [
      'Message sent: address, content, answer of the mail server',
      '30 days, then only its date and template remain; the links it carries are forgotten once it has left',
      'to trace a message that does not arrive, and never to send it twice',
    ],
  },
  farewell_mail: {
    keptDays: 1,
    basis: 'legal_obligation',
    fr: [
      'Adresse à laquelle l’effacement d’un compte est confirmé',
      'au plus un jour après l’envoi',
      'confirmer l’effacement à la personne qui l’a demandé (RGPD, article 12.3)',
    ],
    en: [
      'Address to which the erasure of an account is confirmed',
      'at most one day after the message has left',
      'to confirm the erasure to the person who asked for it (GDPR, article 12(3))',
    ],
  },
  claim_proof: {
    keptDays: 365,
    basis: 'legitimate_interest',
    fr: [
      'Preuve écrite en revendiquant une organisation',
      'un an après la dernière décision de la modération ; effacée avec le compte de la personne qui l’a écrite',
      'vérifier qui parle pour une organisation, et revenir sur une décision contestée',
    ],
    en: [
      'Proof written when claiming an organisation',
      'one year after the moderators’ last decision; erased with the account of whoever wrote it',
      'to verify who speaks for an organisation, and to look again at a decision that is disputed',
    ],
  },
  role_proof: {
    keptDays: 1_825,
    basis: 'legitimate_interest',
    fr: [
      'Preuve écrite en déclarant le rôle d’une organisation sur un lieu',
      'tant que le rôle tient, même si la personne qui l’a écrite n’a plus de compte ; puis 5 ans après sa fin ou son refus',
      'montrer à quel titre un bien public a été proposé ou attribué, le temps d’un recours (code civil, article 2224)',
    ],
    en: [
      'Proof written when declaring the role of an organisation on a place',
      'as long as the role holds, even once whoever wrote it has no account any more; then 5 years after its end or refusal',
      'to show in what capacity public property was offered or awarded, while a claim is possible (French civil code, article 2224)',
    ],
  },
  contact_address: {
    keptDays: null,
    basis: 'contract',
    fr: [
      'Adresse de contact d’une organisation ou d’un lieu',
      'jusqu’à ce que ses membres la changent ou que le dernier parte ; effacée avec votre compte si c’est la vôtre',
      'permettre à la modération et aux membres de lui écrire',
    ],
    en: [
      'Contact address of an organisation or a place',
      'until its members change it or the last one leaves; erased with your account if it is yours',
      'to let moderators and members write to it',
    ],
  },
  invitation: {
    keptDays: 90,
    basis: 'contract',
    fr: [
      'Adresse d’une personne invitée dans une organisation',
      '90 jours après que l’invitation a été acceptée, refusée, annulée ou a expiré',
      'montrer à l’organisation ce qu’il est advenu de ses invitations',
    ],
    en: [
      'Address of a person invited into an organisation',
      '90 days after the invitation was accepted, declined, cancelled or expired',
      'to show the organisation what became of its invitations',
    ],
  },
  join_request: {
    keptDays: 365,
    basis: 'contract',
    fr: [
      'Message d’une demande à rejoindre une organisation, et sa réponse',
      'un an après la réponse',
      'revenir sur une réponse contestée',
    ],
    en: ['Message of a request to join an organisation, and its answer', 'one year after the answer', 'to come back to a contested answer'],
  },
  history: {
    keptDays: null,
    basis: 'legitimate_interest',
    fr: [
      'Historique d’un projet, d’un lieu, d’un rôle sur un lieu, d’une invitation ou d’un lien avec un réseau : qui (un numéro), quoi, quand, motif',
      'aussi longtemps que ce dont il parle ; après effacement du compte, le numéro ne désigne plus personne',
      'permettre à une organisation de comprendre ce qui a été décidé en son nom',
    ],
    en: [
      'History of a project, a place, a role on a place, an invitation or a link with a network: who (a number), what, when, why',
      'as long as what it is about; once the account is erased, the number points to nobody',
      'to let an organisation understand what was decided in its name',
    ],
  },
  removed_site_media: {
    keptDays: 30,
    basis: 'legitimate_interest',
    fr: [
      'Photo ou document d’un lieu, retiré ou refusé : le fichier, sa description et sa légende',
      '30 jours après son retrait ; le fichier d’une photo tel qu’envoyé, avec la position et l’appareil qu’il peut contenir, dès que ses copies sont dessinées',
      'revenir sur un retrait fait par erreur',
    ],
    en: [
      'Photo or document of a place, removed or refused: the file, its description and its caption',
      '30 days after its removal; the file of a photo as it was sent, with the position and the device it may hold, as soon as its copies are drawn',
      'to come back on a removal made by mistake',
    ],
  },
  ...NOTIFICATION_RETENTION,
  ...PARTICIPATION_RETENTION,
  site_import_file: {
    keptDays: 30,
    basis: 'legitimate_interest',
    fr: [
      'Fichier de lieux envoyé par une organisation, et ses lignes',
      '30 jours après la dernière modification de l’import ; restent son titre, ses comptes et les lieux créés',
      'corriger, annuler ou expliquer un import',
    ],
    en: [
      'File of places sent by an organisation, and its rows',
      '30 days after the last change to the import; its title, its counts and the places it made stay',
      'to correct, undo or explain an import',
    ],
  },
  ...APPLICATION_RETENTION,
  rate_limit: {
    keptDays: 0,
    basis: 'legitimate_interest',
    fr: [
      'Compteurs de tentatives, sous une clé hachée',
      'une heure au plus, puis effacés dans la nuit',
      'empêcher de deviner un mot de passe ou d’inonder une boîte de courriels',
    ],
    en: [
      'Counters of attempts, under a hashed key',
      'one hour at most, then deleted in the night',
      'to stop guessing of passwords and flooding of mailboxes',
    ],
  },
  journal: {
    keptDays: null,
    basis: 'legitimate_interest',
    fr: [
      'Journal des actes : qui (un numéro), quoi, quand ; jamais de nom ni d’adresse',
      'aussi longtemps que le service ; après effacement du compte, le numéro ne désigne plus personne',
      'prouver les décisions prises sur des biens publics, y compris contre leur altération',
    ],
    en: [
      'Journal of acts: who (a number), what, when; never a name or an address',
      'as long as the service; once the account is erased, the number points to nobody',
      'to prove decisions taken on public property, also against alteration',
    ],
  },
} as const satisfies Record<string, RetentionLine>;

export type RetentionKey = keyof typeof RETENTION;
