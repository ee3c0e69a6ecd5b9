/**
 * Every refusal the API can answer: code → status, title, what to do. One line per code, generic ones first, then one
 * section per module. The code is public: the documentation anchors it and the web translates by it, so it never changes.
 */
export interface ProblemLine {
  readonly status: number;
  readonly fr: readonly [title: string, whatToDo: string];
  readonly en: readonly [title: string, whatToDo: string];
}

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
  'project-state-forbids': {
    status: 409,
    fr: ['L’état du projet ne le permet pas', 'Rechargez pour voir son état ; un projet clos se rouvre avant d’être modifié.'],
    en: ['The project’s state does not allow it', 'Reload to see its state; a closed project is reopened before it is changed.'],
  },
  'project-need-too-vague': {
    status: 409,
    fr: ['Besoin trop vague pour ouvrir le projet', 'Dites au moins où, quel genre de lieu ou quelle surface vous cherchez.'],
    en: ['Need too vague to open the project', 'Say at least where, what kind of place or what area you look for.'],
  },
  'project-summary-missing': {
    status: 409,
    fr: ['Résumé public à écrire', 'Écrivez quelques phrases pour le public avant de montrer le projet.'],
    en: ['Public summary to write', 'Write a few sentences for the public before showing the project.'],
  },
  'ess-organisations-only': {
    status: 409,
    fr: ['Réservé aux organisations de l’ESS', 'Choisissez une association, une coopérative ou une autre organisation de l’ESS.'],
    en: ['For organisations of the social economy', 'Choose an association, a cooperative or another organisation of the social economy.'],
  },
  'public-owners-only': {
    status: 409,
    fr: ['Réservé aux propriétaires publics', 'Agissez au nom d’une collectivité ou d’un autre propriétaire public.'],
    en: ['For public owners', 'Act for a local authority or another public owner.'],
  },
  'site-role-state-forbids': {
    status: 409,
    fr: ['L’état de ce rôle ne le permet pas', 'Rechargez : il a été vérifié, refusé ou terminé ; déclarez-en un nouveau au besoin.'],
    en: ['The state of this role does not allow it', 'Reload: it was checked, refused or ended; declare a new one if needed.'],
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
  'evidence-state-forbids': {
    status: 409,
    fr: ['Ce justificatif a déjà été retiré ou refusé', 'Rechargez la liste ; ajoutez-en un autre s’il le faut.'],
    en: ['This piece was already withdrawn or refused', 'Reload the list; add another one if needed.'],
  },
  'evidence-already-given': {
    status: 409,
    fr: ['Ce justificatif est déjà dans la liste', 'Vérifiez sa référence, ses départements et sa date de fin.'],
    en: ['This piece is already in the list', 'Check its reference, its departments and its last day.'],
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
  'sign-in-expired': {
    status: 400,
    fr: ['Connexion interrompue', 'Elle a trop attendu, a déjà servi ou a commencé ailleurs : recommencez depuis la page de connexion.'],
    en: ['Sign-in interrupted', 'It waited too long, was used already or began elsewhere: start again from the sign-in page.'],
  },
  'identity-refused': {
    status: 403,
    fr: ['Connexion refusée par votre fournisseur d’identité', 'Recommencez, ou connectez-vous avec votre mot de passe ou un lien.'],
    en: ['Sign-in refused by your identity provider', 'Try again, or sign in with your password or a link.'],
  },
  'identity-not-trusted': {
    status: 400,
    fr: ['Réponse du fournisseur d’identité non fiable', 'Recommencez ; si cela continue, connectez-vous autrement et prévenez-nous.'],
    en: ['Answer of the identity provider not trusted', 'Try again; if it goes on, sign in another way and tell us.'],
  },
  'identity-address-unverified': {
    status: 403,
    fr: [
      'Adresse non confirmée par votre fournisseur d’identité',
      'Créez un compte ou connectez-vous avec votre adresse, puis liez-le dans « Mon compte », « Sécurité ».',
    ],
    en: [
      'Address not confirmed by your identity provider',
      'Create an account or sign in with your address, then link it in “My account”, “Security”.',
    ],
  },
  'identity-account-exists': {
    status: 409,
    fr: [
      'Un compte existe déjà avec cette adresse',
      'Connectez-vous comme d’habitude ou par un lien, puis liez-le dans « Mon compte », « Sécurité ».',
    ],
    en: ['An account already exists with this address', 'Sign in as usual or by a link, then link it in “My account”, “Security”.'],
  },
  'identity-taken': {
    status: 409,
    fr: ['Identité déjà liée', 'Elle ouvre un autre compte, ou le vôtre en a déjà une de ce fournisseur : retirez d’abord ce lien.'],
    en: ['Identity already linked', 'It opens another account, or yours already has one of this provider: remove that link first.'],
  },
  'identity-provider-down': {
    status: 503,
    fr: ['Fournisseur d’identité injoignable', 'Connectez-vous avec votre mot de passe ou un lien, ou recommencez plus tard.'],
    en: ['Identity provider out of reach', 'Sign in with your password or a link, or try again later.'],
  },
  'last-platform-administrator': {
    status: 409,
    fr: ['Le service resterait sans administrateur', 'Nommez d’abord un autre administrateur du service.'],
    en: ['The service would be left without an administrator', 'Make someone else an administrator of the service first.'],
  },
  // accounts
  'wrong-credentials': {
    status: 403,
    fr: ['Adresse ou mot de passe inexact', 'Vérifiez les deux, ou demandez un lien de connexion par courriel.'],
    en: ['Wrong address or password', 'Check both, or ask for a sign-in link by e-mail.'],
  },
  'wrong-code': {
    status: 403,
    fr: ['Code inexact ou déjà utilisé', 'Attendez le code suivant de votre application, ou prenez un code de secours.'],
    en: ['Wrong code, or already used', 'Wait for the next code of your application, or take a recovery code.'],
  },
  'link-not-valid': {
    status: 409,
    fr: ['Ce lien ne sert plus', 'Il a expiré, a déjà servi ou a été remplacé : demandez-en un nouveau.'],
    en: ['This link no longer works', 'It has expired, was used already or was replaced: ask for a new one.'],
  },
  'email-taken': {
    status: 409,
    fr: ['Cette adresse a déjà un compte', 'Connectez-vous à ce compte, ou choisissez une autre adresse.'],
    en: ['This address already has an account', 'Sign in to that account, or choose another address.'],
  },
  'second-factor-off': {
    status: 409,
    fr: ['Second facteur non activé', 'Recommencez son activation depuis « Mon compte ».'],
    en: ['Second factor not turned on', 'Start turning it on again from “My account”.'],
  },
  'second-factor-required': {
    status: 409,
    fr: [
      'Second facteur obligatoire',
      'Votre rôle ou l’une de vos organisations l’exige : vous pouvez changer d’appareil, pas le retirer.',
    ],
    en: ['Second factor required', 'Your role or one of your organisations requires it: you can change device, not remove it.'],
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
  'ess-only': {
    status: 409,
    fr: ['Réservé aux organisations de l’ESS', 'Un réseau suit des organisations de l’économie sociale et solidaire.'],
    en: ['For social-economy organisations only', 'A network follows organisations of the social and solidarity economy.'],
  },
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
};
