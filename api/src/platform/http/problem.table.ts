import { ACCOUNT_PROBLEMS } from './problem.accounts.js';
import { AGREEMENT_PROBLEMS } from './problem.agreements.js';
import { CALL_PROBLEMS } from './problem.calls.js';
import { INBOX_PROBLEMS } from './problem.inbox.js';
import { FILE_PROBLEMS } from './problem.files.js';
import { IMPORT_PROBLEMS } from './problem.imports.js';
import { LEGAL_PROBLEMS } from './problem.legal.js';
import type { ProblemLine } from './problem.line.js';
import { ORGANISATION_PROBLEMS } from './problem.organisations.js';
import { PROJECT_PROBLEMS } from './problem.projects.js';
import { REVIEW_PROBLEMS } from './problem.review.js';
import { SITE_PROBLEMS } from './problem.sites.js';

/**
 * Every refusal the API can answer: code → status, title, what to do. One line per code, generic ones here, those of
 * a module in its own file beside this one. The code is public: the documentation anchors it and the web translates by it, so it never changes.
 */
export const PROBLEMS = {
  'malformed-request': {
    status: 400,
    fr: ['Demande illisible', 'Vérifiez l’adresse, l’encodage UTF-8 et la syntaxe JSON de la demande.'],
    en: ['Unreadable request', 'Check the address, the UTF-8 encoding and the JSON syntax of the request.'],
  },
  'sign-in-needed': {
    status: 401,
    fr: ['Connexion nécessaire', 'Connectez-vous puis recommencez.'],
    en: ['Sign-in needed', 'Sign in, then try again.'],
  },
  forbidden: {
    status: 403,
    fr: ['Action non permise', 'Demandez ce droit à un administrateur de votre organisation.'],
    en: ['Not allowed', 'Ask an administrator of your organisation for this right.'],
  },
  'foreign-origin': {
    status: 403,
    fr: ['Demande venue d’un autre site', 'Ouvrez le service à son adresse et recommencez depuis ses pages.'],
    en: ['Request from another site', 'Open the service at its own address and try again from its pages.'],
  },
  'email-not-verified': {
    status: 403,
    fr: ['Adresse à confirmer', 'Ouvrez le lien reçu par courriel, ou demandez-en un nouveau depuis « Mon compte ».'],
    en: ['Address to confirm', 'Open the link you received by e-mail, or ask for a new one from “My account”.'],
  },
  'second-factor-needed': {
    status: 403,
    fr: ['Second facteur nécessaire', 'Activez le second facteur dans « Mon compte », puis reconnectez-vous avec.'],
    en: ['Second factor needed', 'Turn on the second factor in “My account”, then sign in with it.'],
  },
  'fresh-sign-in-needed': {
    status: 403,
    fr: ['Confirmez que c’est vous', 'Redonnez votre mot de passe ou demandez un lien, puis recommencez dans les dix minutes.'],
    en: ['Confirm that it is you', 'Give your password again or ask for a link, then try again within ten minutes.'],
  },
  'not-yours': {
    status: 403,
    fr: ['Pas à vous', 'Seule la personne concernée peut le faire : connectez-vous avec son compte.'],
    en: ['Not yours', 'Only the person concerned can do this: sign in with their account.'],
  },
  'not-a-member': {
    status: 403,
    fr: ['Vous n’êtes pas membre de cette organisation', 'Demandez à la rejoindre, ou changez d’organisation.'],
    en: ['You are not a member of this organisation', 'Ask to join it, or switch organisation.'],
  },
  'role-too-low': {
    status: 403,
    fr: ['Votre rôle ne le permet pas', 'Demandez à un administrateur de votre organisation de le faire ou de changer votre rôle.'],
    en: ['Your role does not allow it', 'Ask an administrator of your organisation to do it or to change your role.'],
  },
  'organisation-not-ready': {
    status: 403,
    fr: ['Organisation suspendue ou pas encore vérifiée', 'Attendez la décision de la modération, ou écrivez-lui.'],
    en: ['Organisation suspended or not yet verified', 'Wait for the moderators’ decision, or write to them.'],
  },
  'moderators-only': {
    status: 403,
    fr: ['Réservé à la modération', 'Écrivez à la modération si vous pensez que c’est une erreur.'],
    en: ['For moderators only', 'Write to the moderators if you think this is a mistake.'],
  },
  'not-found': {
    status: 404,
    fr: ['Introuvable', 'Vérifiez l’adresse ; la chose a pu être retirée ou n’être pas visible pour vous.'],
    en: ['Not found', 'Check the address; the thing may have been withdrawn or may not be visible to you.'],
  },
  'method-not-allowed': {
    status: 405,
    fr: ['Méthode non permise', 'Utilisez une des méthodes de l’en-tête Allow.'],
    en: ['Method not allowed', 'Use one of the methods in the Allow header.'],
  },
  'too-slow': {
    status: 408,
    fr: ['Demande arrivée trop lentement', 'Envoyez la demande entière en moins d’une minute, puis recommencez.'],
    en: ['Request arrived too slowly', 'Send the whole request in less than a minute, then try again.'],
  },
  'already-exists': {
    status: 409,
    fr: ['Existe déjà', 'Une chose avec les mêmes valeurs existe : modifiez-la au lieu d’en créer une autre.'],
    en: ['Already exists', 'Something with the same values exists: change it instead of creating another.'],
  },
  'changed-meanwhile': {
    status: 409,
    fr: ['Modifié entre-temps', 'Rechargez pour voir l’état actuel, puis recommencez.'],
    en: ['Changed meanwhile', 'Reload to see the current state, then try again.'],
  },
  'rule-broken': {
    status: 409,
    fr: ['Contraire à une règle', 'L’état des données l’interdit : rechargez et vérifiez les valeurs.'],
    en: ['Against a rule', 'The state of the data forbids it: reload and check the values.'],
  },
  'too-large': {
    status: 413,
    fr: ['Demande trop grande', 'Réduisez la taille de la demande : 1 Mo au plus.'],
    en: ['Request too large', 'Reduce the size of the request: 1 MB at most.'],
  },
  'unsupported-media-type': {
    status: 415,
    fr: ['Format non pris en charge', 'Envoyez du JSON en UTF-8 avec Content-Type: application/json.'],
    en: ['Unsupported format', 'Send UTF-8 JSON with Content-Type: application/json.'],
  },
  'invalid-input': {
    status: 422,
    fr: ['Valeurs à corriger', 'Corrigez chaque champ indiqué dans la liste des erreurs.'],
    en: ['Values to correct', 'Correct each field named in the list of errors.'],
  },
  'too-many-requests': {
    status: 429,
    fr: ['Trop de demandes', 'Attendez la durée de l’en-tête Retry-After puis recommencez.'],
    en: ['Too many requests', 'Wait for the time in the Retry-After header, then try again.'],
  },
  'headers-too-large': {
    status: 431,
    fr: ['Adresse ou en-têtes trop grands', 'Raccourcissez l’adresse et les en-têtes : 16 Ko et 100 en-têtes au plus.'],
    en: ['Address or headers too large', 'Shorten the address and the headers: 16 KB and 100 headers at most.'],
  },
  unexpected: {
    status: 500,
    fr: ['Erreur imprévue', 'Recommencez ; si l’erreur revient, signalez-la avec le numéro de demande.'],
    en: ['Unexpected error', 'Try again; if the error returns, report it with the request number.'],
  },
  'database-unavailable': {
    status: 503,
    fr: ['Service momentanément indisponible', 'Recommencez dans quelques secondes ; rien n’a été enregistré.'],
    en: ['Service briefly unavailable', 'Try again in a few seconds; nothing was saved.'],
  },
  'took-too-long': {
    status: 503,
    fr: ['Demande trop longue à traiter', 'Précisez la recherche (zone plus petite, moins de critères) puis recommencez.'],
    en: ['Request took too long', 'Narrow the search (smaller zone, fewer criteria), then try again.'],
  },
  ...ACCOUNT_PROBLEMS,
  ...AGREEMENT_PROBLEMS,
  ...CALL_PROBLEMS,
  ...INBOX_PROBLEMS,
  ...LEGAL_PROBLEMS,
  ...REVIEW_PROBLEMS,
  ...FILE_PROBLEMS,
  ...IMPORT_PROBLEMS,
  ...ORGANISATION_PROBLEMS,
  ...PROJECT_PROBLEMS,
  ...SITE_PROBLEMS,
} as const satisfies Record<string, ProblemLine>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Violated database constraint (by name) → the problem people read. Unlisted constraints fall back by kind of violation. */
export const CONSTRAINT_PROBLEMS: Readonly<Record<string, ProblemCode>> = {
  journal_append_only: 'forbidden',
  organisation_commune_fk: 'unknown-territory',
  organisation_territory_fk: 'unknown-territory',
  organisation_siret: 'organisation-number-taken',
  organisation_rna: 'organisation-number-taken',
  organisation_territory: 'organisation-number-taken',
  account_email_unique: 'email-taken',
  membership_keeps_administrator: 'last-administrator',
  join_request_one_pending: 'join-request-pending',
  network_link_one_open: 'already-following',
  organisation_evidence_once: 'evidence-already-given',
  agreement_signed_stays: 'agreement-state-forbids',
  agreement_dates_in_order: 'agreement-out-of-bounds',
  call_frozen: 'call-state-forbids',
  call_territory_fk: 'unknown-territory',
};
