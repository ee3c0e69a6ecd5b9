import { z } from 'zod';
import { defineMail } from '../../platform/mail/mail-template.js';

/** The award of a place is reopened: to those who wait for it, and to the owner's agents. */
export const awardReopened = defineMail({
  name: 'award-reopened',
  values: z.object({ place: z.string(), target: z.string(), waits: z.boolean(), link: z.string() }),
  secrets: [],
  example: {
    place: 'Halle à marchandises',
    target: 'La halle cherche ses voisins',
    waits: true,
    link: 'https://example.org/mes-candidatures/1/decision',
  },
  fr: ({ place, target, waits, link: url }) => ({
    subject: `Attribution rouverte : ${place}`,
    paragraphs: [
      `L’attribution de « ${place} » (appel « ${target} ») est rouverte par un acte daté de l’autorité. Une nouvelle décision suivra.`,
      waits
        ? 'Votre rang en liste d’attente ne change pas. Personne ne passe de cette liste au choix avant la nouvelle décision.'
        : 'Le lieu n’est plus attribué : il revient dans l’appel jusqu’à la nouvelle décision. La liste d’attente ne change pas.',
    ],
    action: { label: waits ? 'Revoir votre dossier' : 'Voir la décision', url },
  }),
  en: ({ place, target, waits, link: url }) => ({
    subject: `Award reopened: ${place}`,
    paragraphs: [
      `The award of “${place}” (call “${target}”) is reopened by a dated act of the authority. A new decision will follow.`,
      waits
        ? 'Your rank on the waiting list does not change. Nobody moves from this list to the choice before the new decision.'
        : 'The place is no longer awarded: it is back in the call until the new decision. The waiting list does not change.',
    ],
    action: { label: waits ? 'See your file again' : 'See the decision', url },
  }),
});
