import { z } from 'zod';
import { defineMail } from '../../../platform/mail/mail-template.js';

const url = 'https://example.org/mes-lieux/1';

export const siteAccepted = defineMail({
  name: 'site-accepted',
  values: z.object({ place: z.string(), organisation: z.string(), url: z.string() }),
  secrets: [],
  example: { place: 'Halle du quai', organisation: 'Commune de Langres', url },
  fr: ({ place, organisation, url: link }) => ({
    subject: `${shortened(place)} est publié`,
    paragraphs: [
      `Le lieu « ${place} », soumis par ${organisation}, a été relu et accepté.`,
      'Il est maintenant sur la carte : on peut le trouver, le suivre et proposer un projet.',
    ],
    action: { label: 'Voir le lieu', url: link },
    afterwards: ['Vous recevez ce message parce que vous écrivez les lieux de cette organisation.'],
  }),
  en: ({ place, organisation, url: link }) => ({
    subject: `${shortened(place)} is published`,
    paragraphs: [
      `The place “${place}”, submitted by ${organisation}, was read and accepted.`,
      'It is now on the map: people can find it, follow it and put forward a project.',
    ],
    action: { label: 'See the place', url: link },
    afterwards: ['You receive this message because you write the places of this organisation.'],
  }),
});

export const siteSentBack = defineMail({
  name: 'site-sent-back',
  values: z.object({ place: z.string(), organisation: z.string(), reason: z.string(), url: z.string() }),
  secrets: [],
  example: { place: 'Halle du quai', organisation: 'Commune de Langres', reason: 'La surface annoncée dépasse celle du bâtiment.', url },
  fr: ({ place, organisation, reason, url: link }) => ({
    subject: `${shortened(place)} est à revoir`,
    paragraphs: [
      `Le lieu « ${place} », soumis par ${organisation}, n’est pas encore publié. Voici ce qu’il faut revoir :`,
      reason,
      'Il est redevenu un brouillon : corrigez-le, puis soumettez-le de nouveau.',
    ],
    action: { label: 'Corriger le lieu', url: link },
    afterwards: ['Vous recevez ce message parce que vous écrivez les lieux de cette organisation.'],
  }),
  en: ({ place, organisation, reason, url: link }) => ({
    subject: `${shortened(place)} needs another look`,
    paragraphs: [
      `The place “${place}”, submitted by ${organisation}, is not published yet. Here is what to look at again:`,
      reason,
      'It is a draft again: correct it, then submit it once more.',
    ],
    action: { label: 'Correct the place', url: link },
    afterwards: ['You receive this message because you write the places of this organisation.'],
  }),
});

/** A subject is read in a list. */
function shortened(place: string): string {
  return place.length <= 60 ? place : `${place.slice(0, 59)}…`;
}
