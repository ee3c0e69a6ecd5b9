import { z } from 'zod';
import type { Language } from '../../../platform/http/request-context.js';
import { defineMail, type MailText } from '../../../platform/mail/mail-template.js';
import { NOTICE_KIND_NAMES, noticeKind } from '../notice.kinds.js';

const item = z.object({
  kind: z.enum([...NOTICE_KIND_NAMES, 'search_match']),
  title: z.string(),
  changes: z.array(z.string()),
  closesAt: z.string().optional(),
  step: z.enum(['first', 'second']).optional(),
  url: z.string().nullable(),
});
const values = z.object({
  items: z.array(item),
  /** Things beyond those listed. */
  more: z.int(),
  /** What is followed and made this letter be sent. */
  follows: z.array(z.string()),
  manageUrl: z.string(),
  unsubscribeUrl: z.string(),
});
type News = z.infer<typeof values>;

const WORDS = {
  fr: {
    match: 'Répond à votre recherche enregistrée.',
    one: (title: string) => `Du nouveau : ${title}`,
    many: (count: number) => `Du nouveau pour ce que vous suivez : ${count}`,
    intro: 'Voici ce qui s’est passé depuis le dernier message.',
    more: (count: number) => `Et ${count} de plus, à voir sur le site.`,
    reason: (follows: string) => `Vous recevez ce message parce que vous avez demandé à suivre : ${follows}.`,
  },
  en: {
    match: 'Matches the search you saved.',
    one: (title: string) => `News: ${title}`,
    many: (count: number) => `News about what you follow: ${count}`,
    intro: 'This is what happened since the last message.',
    more: (count: number) => `And ${count} more, to be seen on the site.`,
    reason: (follows: string) => `You receive this message because you asked to follow: ${follows}.`,
  },
} as const;
const SUBJECT_TITLE = 60;

function write(language: Language, { items, more, follows, manageUrl, unsubscribeUrl }: News): MailText {
  const words = WORDS[language];
  const [first] = items;
  return {
    subject: items.length === 1 && first !== undefined ? words.one(shortened(first.title)) : words.many(items.length + more),
    paragraphs: [words.intro],
    items: items.map(({ kind, title, changes, closesAt, step, url }) => ({
      title,
      text:
        kind === 'search_match'
          ? words.match
          : noticeKind(kind)[language]({ name: title, of: null, changes, ...(closesAt ? { closesAt } : {}), ...(step ? { step } : {}) }),
      url,
    })),
    afterwards: [...(more > 0 ? [words.more(more)] : []), words.reason(follows.join(' · '))],
    manageUrl,
    unsubscribeUrl,
  };
}

function shortened(title: string): string {
  return title.length <= SUBJECT_TITLE ? title : `${title.slice(0, SUBJECT_TITLE)}…`;
}

/** Everything an address is told at one time, in one letter. */
export const followNews = defineMail({
  name: 'follow-news',
  values,
  secrets: ['manageUrl', 'unsubscribeUrl'],
  example: {
    items: [
      { kind: 'place_changed', title: 'Gare de <Villiers> (Langres)', changes: ['area', 'cost'], url: 'https://example.org/lieux/1' },
      { kind: 'search_match', title: 'Atelier du quai', changes: [], url: 'https://example.org/lieux/2' },
      { kind: 'place_closed', title: 'Halle du marché', changes: [], url: null },
    ],
    more: 2,
    follows: ['Gare de Villiers (Langres)', 'Recherche : Atelier'],
    manageUrl: 'https://example.org/suivre/gerer#abc',
    unsubscribeUrl: 'https://example.org/api/unsubscribe/abc',
  },
  fr: (news) => write('fr', news),
  en: (news) => write('en', news),
});
