/** What applicant and owner write to one another about a file. */
export const messages = {
  title: 'Messages',
  none: 'Aucun message pour l’instant. Ce que vous écrivez ici n’est lu que par l’autre partie et par vos collègues.',
  notYet:
    'Les messages s’ouvrent quand le propriétaire peut lire le dossier déposé. Avant la clôture d’un appel, posez vos questions sur sa page : les réponses y sont publiées pour tous.',
  closed: 'Le propriétaire a clos cet échange après sa décision. Ce qui a été écrit reste lisible.',
  readOnly: 'Vous lisez cet échange ; les éditeurs et administrateurs de votre organisation y écrivent.',
  you: 'Vous',
  gone: 'Une personne dont le compte est effacé',
  earlier: 'Voir les messages précédents',
  text: 'Votre message',
  help: 'Un message envoyé ne se modifie plus.',
  send: 'Envoyer le message',
  sent: 'Message envoyé.',
  attach: 'Joindre un document',
  attaching: 'Envoi du document…',
  remove: 'Retirer',
  untitled: 'Document sans titre',
  checking: 'contrôle en cours',
  refused: 'refusé par les contrôles',
  close: 'Clore l’échange',
  open: 'Rouvrir l’échange',
};
