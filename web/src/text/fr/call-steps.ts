/** A call in two steps: an outline first, the whole file of those who are shortlisted. */
export const callSteps = {
  first:
    'Cet appel se fait en deux étapes. Répondez d’abord brièvement ; seules les organisations présélectionnées écrivent ensuite le dossier complet.',
  between:
    'La première étape est close. Le propriétaire lit les réponses et annoncera la présélection à toutes les organisations en même temps.',
  second: 'Les organisations présélectionnées complètent leur dossier jusqu’au {{when}}. On ne peut plus commencer de dossier.',
  announced: 'Présélection annoncée le {{when}}.',
  kept_zero: 'Aucun dossier présélectionné sur {{files}}.',
  kept_one: '{{count}} dossier présélectionné sur {{files}}.',
  kept_other: '{{count}} dossiers présélectionnés sur {{files}}.',
  firstCloses: 'Clôture de la première étape',
  secondCloses: 'Clôture de la seconde étape',
  extendedFirst: 'Première étape prolongée ; sa clôture était prévue le {{from}}',
  extendedSecond: 'Seconde étape prolongée ; sa clôture était prévue le {{from}}',
  asked: 'Ce qui est marqué « première étape » est demandé d’abord. Tout le reste ne l’est qu’aux organisations présélectionnées.',
  fromFirst: 'première étape',
  legend: 'En combien d’étapes ?',
  help: 'Le nombre d’étapes et ce que chacune demande ne changent plus après la publication.',
  one: 'En une étape',
  oneHint: 'Chacun dépose un dossier complet.',
  two: 'En deux étapes',
  twoHint: 'Une réponse courte d’abord, deux pages par exemple ; le dossier complet seulement pour les organisations présélectionnées.',
  firstClosesHelp: 'Une semaine au moins après l’ouverture. Sans heure : 23 h 59.',
  secondClosesHelp:
    'Une semaine au moins après la clôture de la première étape, sans compter le temps de lire les réponses. Sans heure : 23 h 59.',
  chooseText:
    'Cochez ce qui est demandé dès la première étape. La seconde demande tout : les réponses de la première y sont reprises et peuvent être complétées.',
  extendText: 'Le nouveau délai et sa raison seront envoyés à tous. Une semaine au moins sépare les deux clôtures.',
  which: 'Quelle clôture ?',
  firstOn: 'Première étape, prévue le {{when}}',
  secondOn: 'Seconde étape, prévue le {{when}}',
} as const;
