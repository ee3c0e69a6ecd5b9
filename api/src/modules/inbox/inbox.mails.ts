import { z } from 'zod';
import type { Language } from '../../platform/http/request-context.js';
import { defineMail, type MailText } from '../../platform/mail/mail-template.js';
import { INBOX_KIND_NAMES, inboxKind } from './inbox.kinds.js';

const values = z.object({
  items: z.array(
    z.object({
      kind: z.enum(INBOX_KIND_NAMES),
      title: z.string(),
      facts: z.object({ what: z.string(), who: z.string(), when: z.string() }).partial(),
      count: z.int(),
      url: z.string(),
    }),
  ),
  more: z.int(),
  unsubscribeUrl: z.string(),
  manageUrl: z.string(),
});
type News = z.infer<typeof values>;

const WORDS = {
  fr: {
    one: (title: string) => `Du nouveau : ${title}`,
    many: (count: number) => `Du nouveau dans vos dossiers : ${count}`,
    intro: 'Voici ce qui vous concerne depuis le dernier message.',
    times: (count: number) => ` (${count} fois)`,
    more: (count: number) => `Et ${count} de plus, à voir dans vos notifications.`,
  },
  en: {
    one: (title: string) => `News: ${title}`,
    many: (count: number) => `News of your files: ${count}`,
    intro: 'This is what concerns you since the last message.',
    times: (count: number) => ` (${count} times)`,
    more: (count: number) => `And ${count} more, among your notifications.`,
  },
} as const;
const SUBJECT_TITLE = 60;

function write(language: Language, { items, more, unsubscribeUrl, manageUrl }: News): MailText {
  const words = WORDS[language];
  const [first] = items;
  const title = first?.title ?? '';
  return {
    subject:
      items.length === 1
        ? words.one(title.length <= SUBJECT_TITLE ? title : `${title.slice(0, SUBJECT_TITLE)}…`)
        : words.many(items.length + more),
    paragraphs: [words.intro],
    items: items.map(({ kind, facts, count, title: name, url }) => ({
      title: name,
      text: `${inboxKind(kind)[language](facts)}${count > 1 ? words.times(count) : ''}`,
      url,
    })),
    ...(more > 0 ? { afterwards: [words.more(more)] } : {}),
    unsubscribeUrl,
    manageUrl,
  };
}

/** Everything a person is told at one time, in one letter. */
export const inboxNews = defineMail({
  name: 'inbox-news',
  values,
  secrets: ['unsubscribeUrl'],
  example: {
    items: [
      {
        kind: 'call_question_asked',
        title: 'La halle <cherche> ses voisins',
        facts: {},
        count: 3,
        url: 'https://example.org/appels/1',
      },
      {
        kind: 'application_withdrawn',
        title: 'Ateliers de la Rotonde',
        facts: { who: 'Les Clés de Douze' },
        count: 1,
        url: 'https://example.org/mes-candidatures/1',
      },
    ],
    more: 2,
    unsubscribeUrl: 'https://example.org/api/unsubscribe/inbox/abc',
    manageUrl: 'https://example.org/mes-notifications/reglages',
  },
  fr: (news) => write('fr', news),
  en: (news) => write('en', news),
});
