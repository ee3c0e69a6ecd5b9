/** Why an act on a file was refused. */
export const instructionWhy = {
  'admission-unchecked': 'Tous les critères ne sont pas cochés « oui ».',
  'application-state-forbids': 'L’état du dossier ne le permet plus.',
  'call-state-forbids': 'L’état de l’appel ne le permet pas : la présélection se fait entre les deux étapes.',
  'correction-under-way': 'Une correction est demandée : le délai court encore.',
  'correction-due-unfit': 'Le délai de correction ne convient pas.',
  'instruction-undo-too-late': 'Le dossier a changé depuis, ou plus d’un jour a passé.',
  'own-application': 'Vous êtes membre de l’organisation qui a déposé ce dossier : un autre agent l’examine.',
  'role-too-low': 'Votre rôle permet de lire, pas de décider.',
  'not-found': 'Ce dossier n’est plus accessible.',
  'changed-meanwhile': 'Le dossier a changé entre-temps.',
  other: 'Ce n’est pas possible maintenant.',
} as const;
