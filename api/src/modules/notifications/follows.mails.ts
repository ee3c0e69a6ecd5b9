import { z } from 'zod';
import type { Language } from '../../platform/http/request-context.js';
import { defineMail } from '../../platform/mail/mail-template.js';
import { FREQUENCIES, type Frequency } from './follow.vocabulary.js';

const HOW_OFTEN: Readonly<Record<Language, Readonly<Record<Frequency, string>>>> = {
  fr: { at_once: 'dès qu’il se passe quelque chose', daily: 'une fois par jour', weekly: 'une fois par semaine, le lundi' },
  en: { at_once: 'as soon as something happens', daily: 'once a day', weekly: 'once a week, on Mondays' },
};
const example = { title: 'Gare de Villiers-le-Sec (Langres)', manageUrl: 'https://example.org/suivre/gerer#abc' };

/** The only message before whoever reads the mailbox has said yes. */
export const followToConfirm = defineMail({
  name: 'follow-to-confirm',
  values: z.object({ title: z.string(), frequency: z.enum(FREQUENCIES), link: z.string(), days: z.int() }),
  secrets: ['link'],
  example: { title: example.title, frequency: 'daily' as const, link: 'https://example.org/suivre/confirmer#abc', days: 7 },
  fr: ({ title, frequency, link, days }) => ({
    subject: 'Confirmez que vous voulez suivre ceci',
    paragraphs: [
      `Quelqu’un, sans doute vous, a demandé à recevoir ici ce qui se passe pour : ${title}.`,
      `Vous l’apprendriez ${HOW_OFTEN.fr[frequency]}. Sans votre confirmation, vous ne recevrez rien.`,
    ],
    action: { label: 'Confirmer', url: link },
    afterwards: [`Ce lien sert pendant ${days} jours. Si vous n’avez rien demandé, ne faites rien : votre adresse sera oubliée.`],
  }),
  en: ({ title, frequency, link, days }) => ({
    subject: 'Confirm that you want to follow this',
    paragraphs: [
      `Someone, probably you, asked to be told here what happens to: ${title}.`,
      `You would hear of it ${HOW_OFTEN.en[frequency]}. Without your confirmation nothing will be sent.`,
    ],
    action: { label: 'Confirm', url: link },
    afterwards: [`This link works for ${days} days. If you asked for nothing, do nothing: your address will be forgotten.`],
  }),
});

/** The page cannot say it without telling a stranger what this address follows. */
export const alreadyFollowed = defineMail({
  name: 'follow-already',
  values: z.object({ title: z.string(), manageUrl: z.string(), unsubscribeUrl: z.string() }),
  secrets: ['manageUrl', 'unsubscribeUrl'],
  example: { ...example, unsubscribeUrl: 'https://example.org/api/unsubscribe/abc' },
  fr: ({ title, manageUrl, unsubscribeUrl }) => ({
    subject: 'Vous suivez déjà ceci',
    paragraphs: [`Vous suivez déjà : ${title}. Rien ne change ; la fréquence se règle sur la page de ce que vous suivez.`],
    action: { label: 'Voir ce que je suis', url: manageUrl },
    unsubscribeUrl,
    manageUrl,
  }),
  en: ({ title, manageUrl, unsubscribeUrl }) => ({
    subject: 'You already follow this',
    paragraphs: [`You already follow: ${title}. Nothing changes; how often you hear of it is set on the page of what you follow.`],
    action: { label: 'See what I follow', url: manageUrl },
    unsubscribeUrl,
    manageUrl,
  }),
});
