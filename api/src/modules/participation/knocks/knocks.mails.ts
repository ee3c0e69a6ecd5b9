import { z } from 'zod';
import { defineMail } from '../../../platform/mail/mail-template.js';
import { KNOCK_LETTER_STATES } from './knock.rules.js';

const place = 'Ancienne gare de Vaivre (Langres)';
const named = (names: readonly string[], others: string): string => (names.length === 0 ? '' : ` : ${names.join(', ')}${others}`);

/** The letter, by mail, where a place shows an address to write to. What it asks is answered by its link, without an account. */
export const knockLetterMail = defineMail({
  name: 'knock-letter',
  values: z.object({ place: z.string(), count: z.int(), names: z.array(z.string()), link: z.string() }),
  secrets: ['link'],
  example: { place, count: 3, names: ['Les Ateliers du Plateau'], link: 'https://example.org/repondre#token=ABCD-EFGH-JKLM' },
  fr: ({ place, count, names, link }) => ({
    subject: `${count} organisations s’intéressent à un lieu qui est peut-être le vôtre`,
    paragraphs: [
      `Bonjour. ${count} organisations de l’économie sociale et solidaire cherchent un lieu et regardent celui-ci : ${place}.`,
      `Elles pensent qu’il vous appartient, ou que vous savez à qui il est${named(names, names.length < count ? ' et d’autres' : '')}.`,
      'Une réponse suffit, sans compte : intéressé, pas disponible, pas à moi, ou ne plus m’écrire.',
    ],
    action: { label: 'Répondre', url: link },
    afterwards: ['Sans réponse, personne ne vous écrira de nouveau d’ici avant six mois. « Ne plus m’écrire » vaut pour toujours.'],
  }),
  en: ({ place, count, names, link }) => ({
    subject: `${count} organisations are interested in a place that may be yours`,
    paragraphs: [
      `Hello. ${count} organisations of the social and solidarity economy look for a place and consider this one: ${place}.`,
      `They think that it is yours, or that you know whose it is${named(names, names.length < count ? ' and others' : '').replace(' : ', ': ')}.`,
      'One answer is enough, without an account: interested, not available, not mine, or stop writing to me.',
    ],
    action: { label: 'Answer', url: link },
    afterwards: ['Without an answer nobody will write to you again from here for six months. “Stop writing to me” holds for ever.'],
  }),
});

const ANSWERS = {
  fr: {
    written: '',
    interested: 'intéressé',
    not_available: 'pas disponible pour l’instant',
    not_mine: 'ce lieu n’est pas à moi',
    stopped: 'ne plus m’écrire',
  },
  en: {
    written: '',
    interested: 'interested',
    not_available: 'not available for now',
    not_mine: 'this place is not mine',
    stopped: 'stop writing to me',
  },
} as const;

/** To the administrators of the organisations that knocked. */
export const knockAnsweredMail = defineMail({
  name: 'knock-answered',
  values: z.object({ place: z.string(), answer: z.enum(KNOCK_LETTER_STATES), link: z.string() }),
  secrets: [],
  example: { place, answer: 'interested' as const, link: 'https://example.org/lieux/abc' },
  fr: ({ place, answer, link }) => ({
    subject: `Une réponse pour : ${place}`,
    paragraphs: [`Quelqu’un a répondu à la lettre que vos organisations ont envoyée : « ${ANSWERS.fr[answer]} ».`],
    action: { label: 'Voir le lieu', url: link },
  }),
  en: ({ place, answer, link }) => ({
    subject: `An answer about: ${place}`,
    paragraphs: [`Someone answered the letter your organisations sent: “${ANSWERS.en[answer]}”.`],
    action: { label: 'See the place', url: link },
  }),
});
