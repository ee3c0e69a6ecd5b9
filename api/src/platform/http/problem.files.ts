import type { ProblemLine } from './problem.line.js';

/** Files that people send. */
export const FILE_PROBLEMS = {
  'upload-expected': {
    status: 415,
    fr: ['Un fichier est attendu', 'Envoyez un seul fichier, non vide, en multipart/form-data.'],
    en: ['A file is expected', 'Send one file, not empty, as multipart/form-data.'],
  },
  'upload-interrupted': {
    status: 400,
    fr: ['Envoi interrompu', 'Le fichier n’est pas arrivé en entier et rien n’a été gardé : envoyez-le de nouveau.'],
    en: ['Upload interrupted', 'The file did not arrive whole and nothing was kept: send it again.'],
  },
  'file-too-large': {
    status: 413,
    fr: ['Fichier trop lourd', 'Envoyez un fichier de 25 Mo au plus : réduisez la photo, ou découpez le document.'],
    en: ['File too large', 'Send a file of 25 MB at most: reduce the photo, or split the document.'],
  },
  'file-type-refused': {
    status: 415,
    fr: [
      'Type de fichier refusé',
      'Envoyez une photo JPEG, PNG, WebP ou AVIF, ou un document PDF. Le contenu compte, pas le nom : une photo HEIC se convertit en JPEG, un dessin SVG s’exporte en PNG ou en PDF.',
    ],
    en: [
      'Kind of file refused',
      'Send a JPEG, PNG, WebP or AVIF photo, or a PDF document. The content counts, not the name: convert a HEIC photo to JPEG, export an SVG drawing as PNG or PDF.',
    ],
  },
  'image-too-many-pixels': {
    status: 422,
    fr: ['Image trop grande', 'Réduisez-la à 52 millions de pixels au plus (par exemple 8 000 × 6 000), puis envoyez-la de nouveau.'],
    en: ['Image too large', 'Reduce it to 52 million pixels at most (8,000 × 6,000 for instance), then send it again.'],
  },
  'file-unreadable': {
    status: 422,
    fr: ['Fichier abîmé', 'Ouvrez-le sur votre ordinateur, enregistrez-le de nouveau, puis envoyez-le.'],
    en: ['Damaged file', 'Open it on your computer, save it again, then send it.'],
  },
  'file-being-checked': {
    status: 409,
    fr: ['Ce fichier n’est pas encore vérifié', 'Personne ne l’ouvre avant : revenez dans quelques minutes.'],
    en: ['This file is not checked yet', 'Nobody opens it before: come back in a few minutes.'],
  },
  'storage-quota-full': {
    status: 409,
    fr: [
      'Plus de place pour votre organisation',
      'Retirez des photos ou des documents, ou demandez plus de place à qui exploite le service.',
    ],
    en: ['No space left for your organisation', 'Remove photos or documents, or ask those who run the service for more space.'],
  },
  'too-many-site-media': {
    status: 409,
    fr: ['Trop de photos et de documents pour ce lieu', 'Retirez-en avant d’en ajouter : 60 au plus par lieu.'],
    en: ['Too many photos and documents for this place', 'Remove some before adding others: 60 at most per place.'],
  },
  'site-media-state-forbids': {
    status: 409,
    fr: ['L’état de ce fichier ne le permet pas', 'Rechargez : il a été retiré, refusé ou effacé entre-temps.'],
    en: ['The state of this file does not allow it', 'Reload: it was removed, refused or purged meanwhile.'],
  },
  'file-link-expired': {
    status: 410,
    fr: ['Ce lien vers un fichier a expiré', 'Revenez à la page du lieu, connecté, pour en obtenir un nouveau.'],
    en: ['This link to a file has expired', 'Go back to the page of the place, signed in, for a new one.'],
  },
} as const satisfies Record<string, ProblemLine>;
