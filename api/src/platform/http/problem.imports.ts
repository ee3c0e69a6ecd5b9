import type { ProblemLine } from './problem.line.js';

/** Files of places that organisations send. */
export const IMPORT_PROBLEMS = {
  'import-type-refused': {
    status: 415,
    fr: [
      'Ce fichier n’est pas un tableau de lieux',
      'Envoyez un classeur XLSX ou ODS, un fichier CSV, GeoJSON ou GeoPackage, ou un Shapefile dans une archive ZIP. Le contenu compte, pas le nom : un ancien fichier XLS ou un PDF s’enregistre d’abord en XLSX.',
    ],
    en: [
      'This file is not a table of places',
      'Send an XLSX or ODS workbook, a CSV, GeoJSON or GeoPackage file, or a Shapefile in a ZIP archive. The content counts, not the name: save an old XLS file or a PDF as XLSX first.',
    ],
  },
  'import-file-too-large': {
    status: 413,
    fr: ['Fichier trop lourd', 'Envoyez un fichier de 50 Mo au plus : retirez les images, ou découpez-le.'],
    en: ['File too large', 'Send a file of 50 MB at most: remove the pictures, or split it.'],
  },
  'too-many-site-imports': {
    status: 409,
    fr: ['Trop d’imports en cours', 'Terminez ou abandonnez l’un de vos imports avant d’en commencer un autre.'],
    en: ['Too many imports under way', 'Finish or abandon one of your imports before starting another.'],
  },
  'site-import-state-forbids': {
    status: 409,
    fr: ['L’état de cet import ne le permet pas', 'Rechargez : il a été lancé, annulé ou abandonné entre-temps.'],
    en: ['The state of this import does not allow it', 'Reload: it was started, undone or abandoned meanwhile.'],
  },
  'site-import-empty': {
    status: 409,
    fr: ['Aucune ligne à importer', 'Corrigez des lignes refusées, ou vérifiez la ligne d’en-tête et les colonnes.'],
    en: ['No row to import', 'Correct refused rows, or check the row of headings and the columns.'],
  },
  'site-import-has-dependants': {
    status: 409,
    fr: [
      'Des lieux de cet import ont servi depuis',
      'Un import s’annule en entier, tant qu’aucun de ses lieux n’a été modifié, publié ou illustré. Fermez un à un ceux dont vous ne voulez plus.',
    ],
    en: [
      'Places of this import have been used since',
      'An import is undone as a whole, as long as none of its places was edited, published or given photos. Close one by one those you no longer want.',
    ],
  },
  'site-import-forgotten': {
    status: 410,
    fr: ['Le détail de cet import a été effacé', 'Les lignes d’un fichier sont gardées trente jours. Les lieux, eux, sont toujours là.'],
    en: ['The detail of this import was erased', 'The rows of a file are kept for thirty days. The places are still there.'],
  },
} as const satisfies Record<string, ProblemLine>;
