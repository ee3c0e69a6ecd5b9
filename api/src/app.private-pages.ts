import type { Language } from './platform/http/request-context.js';

export type Words = readonly [title: string, description: string];

/** Pages of accounts, of an organisation's members and of moderators: a title for the tab, nothing for search engines. */
export const ACCOUNT_PAGES: Readonly<Record<string, Record<Language, Words>>> = {
  '/connexion': {
    fr: ['Se connecter', 'Entrez avec votre mot de passe ou par un lien reçu par courriel.'],
    en: ['Sign in', 'Come in with your password or by a link received by e-mail.'],
  },
  '/connexion/lien': {
    fr: ['Connexion par un lien', 'Recevez un lien à usage unique, ou servez-vous de celui que vous avez reçu.'],
    en: ['Sign in with a link', 'Receive a single-use link, or use the one you received.'],
  },
  '/connexion/second-facteur': {
    fr: ['Second facteur', 'Donnez le code de votre application ou un code de secours.'],
    en: ['Second factor', 'Give the code of your application or a recovery code.'],
  },
  '/inscription': {
    fr: ['Créer un compte', 'Pour publier ou candidater au nom d’une organisation. Deux minutes suffisent.'],
    en: ['Create an account', 'To publish or apply on behalf of an organisation. Two minutes are enough.'],
  },
  '/mot-de-passe-oublie': {
    fr: ['Mot de passe oublié', 'Recevez un lien pour choisir un nouveau mot de passe.'],
    en: ['Forgotten password', 'Receive a link to choose a new password.'],
  },
  '/mot-de-passe': {
    fr: ['Choisir un nouveau mot de passe', 'La page où mène le lien reçu par courriel.'],
    en: ['Choose a new password', 'The page where the link received by e-mail leads.'],
  },
  '/confirmer-adresse': {
    fr: ['Confirmer mon adresse', 'La page où mène le message envoyé à la création du compte.'],
    en: ['Confirm my address', 'The page where the message sent when the account was created leads.'],
  },
  '/changer-adresse': {
    fr: ['Changer d’adresse', 'Confirmez le changement d’adresse électronique de votre compte.'],
    en: ['Change of address', 'Confirm the change of e-mail address of your account.'],
  },
  '/mon-compte': {
    fr: ['Mon compte', 'Votre nom, votre adresse électronique et vos organisations.'],
    en: ['My account', 'Your name, your e-mail address and your organisations.'],
  },
  '/mon-compte/securite': {
    fr: ['Sécurité de mon compte', 'Votre mot de passe et votre second facteur.'],
    en: ['Security of my account', 'Your password and your second factor.'],
  },
  '/mon-compte/sessions': {
    fr: ['Appareils connectés', 'Les appareils connectés à votre compte, et comment les déconnecter.'],
    en: ['Signed-in devices', 'The devices signed in to your account, and how to sign them out.'],
  },
  '/mon-compte/donnees': {
    fr: ['Mes données', 'Ce qui est gardé sur vous, comment l’emporter et comment l’effacer.'],
    en: ['My data', 'What is kept about you, how to take it away and how to erase it.'],
  },
  '/compte-efface': {
    fr: ['Compte effacé', 'Votre compte a été effacé : plus rien ne permet de vous reconnaître.'],
    en: ['Account erased', 'Your account has been erased: nothing can recognise you any more.'],
  },
  '/organisations/nouvelle': {
    fr: ['Représenter une organisation', 'Reprenez la fiche de votre organisation, ou faites-la connaître.'],
    en: ['Represent an organisation', 'Take over the sheet of your organisation, or make it known.'],
  },
  '/organisations/:organisationId/gerer': {
    fr: ['Présentation de l’organisation', 'Ce que l’organisation dit d’elle-même, tenu par ses membres.'],
    en: ['Presentation of the organisation', 'What the organisation says of itself, kept by its members.'],
  },
  '/organisations/:organisationId/gerer/membres': {
    fr: ['Membres de l’organisation', 'Les membres, leurs rôles, les invitations et les demandes.'],
    en: ['Members of the organisation', 'Members, their roles, invitations and requests.'],
  },
  '/organisations/:organisationId/gerer/justificatifs': {
    fr: ['Agréments de l’organisation', 'Les agréments et qualités déclarés, avec leur date de fin.'],
    en: ['Approvals of the organisation', 'Declared approvals and statuses, with their end dates.'],
  },
  '/organisations/:organisationId/gerer/reseau': {
    fr: ['Réseaux de l’organisation', 'Les réseaux qui la suivent et les organisations qu’elle suit.'],
    en: ['Networks of the organisation', 'The networks that follow it and the organisations it follows.'],
  },
  '/organisations/:organisationId/gerer/journal': {
    fr: ['Journal de l’organisation', 'Ce qui a été fait en son nom, et ce qui a été décidé à son sujet.'],
    en: ['Journal of the organisation', 'What was done on its behalf, and what was decided about it.'],
  },
  '/mes-lieux/:siteId/photos': {
    fr: ['Photos et documents du lieu', 'Les photos et les plans d’un lieu, leur description, leur ordre et qui peut les voir.'],
    en: ['Photos and documents of the place', 'The photos and plans of a place, their description, their order and who can see them.'],
  },
  '/invitation': {
    fr: ['Une invitation pour vous', 'Lisez l’invitation reçue par courriel et acceptez-la.'],
    en: ['An invitation for you', 'Read the invitation received by e-mail and accept it.'],
  },
  '/moderation': {
    fr: ['Modération', 'Ce qui attend une décision de la modération, le plus ancien d’abord.'],
    en: ['Moderation', 'What awaits a decision of the moderators, the oldest first.'],
  },
  '/moderation/organisations/:organisationId': {
    fr: ['Organisation à vérifier', 'Ce qui est déclaré, ce que dit le registre, et la décision.'],
    en: ['Organisation to verify', 'What is declared, what the register says, and the decision.'],
  },
  '/moderation/journal': {
    fr: ['Journal des actes', 'Chaque acte, dans l’ordre, sous une empreinte qui révèle toute altération.'],
    en: ['Journal of acts', 'Every act, in order, under a fingerprint that reveals any alteration.'],
  },
};
