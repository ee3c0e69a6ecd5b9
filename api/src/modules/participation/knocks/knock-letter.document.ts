import type { Language } from '../../../platform/http/request-context.js';
import type { PdfBlock, PdfDocument } from '../../../platform/pdf/pdf-document.js';
import type { KnockLetter } from './knocks.schemas.js';

interface LetterWords {
  readonly locale: string;
  readonly title: (place: string) => string;
  readonly date: (day: string) => string;
  readonly hello: string;
  readonly who: (count: number) => string;
  readonly others: (count: number) => string;
  readonly ask: string;
  readonly how: (page: string) => string;
  readonly drawing: (page: string) => string;
  readonly copy: (by: string) => string;
  readonly promise: string;
  readonly thanks: string;
  readonly footer: string;
}

/** The letter in the words of its page (web/src/text, “participation.letter”), which people compare with what they print. */
const WORDS: Readonly<Record<Language, LetterWords>> = {
  fr: {
    locale: 'fr-FR',
    title: (place) => `À propos de : ${place}`,
    date: (day) => `Le ${day}`,
    hello: 'Madame, Monsieur,',
    who: (count) =>
      `${count} organisations de l’économie sociale et solidaire cherchent un lieu où travailler et regardent celui-ci. Nous pensons qu’il vous appartient, ou que vous savez à qui il est.`,
    others: (count) =>
      count === 1 ? 'et une autre, qui se fera connaître si vous répondez' : `et ${count} autres, qui se feront connaître si vous répondez`,
    ask: 'Seriez-vous prêt à en parler ? Une réponse suffit, sans créer de compte : intéressé, pas disponible, pas à moi, ou ne plus m’écrire.',
    how: (page) => `Visez ce dessin avec un téléphone, ou allez sur ${page} et tapez ce code :`,
    drawing: (page) => `Code à viser avec un téléphone, pour répondre sur ${page}`,
    copy: (by) => `Copie sans code de réponse : la lettre à poster est celle de ${by}.`,
    promise:
      'Sans réponse, personne ne vous écrira de nouveau d’ici avant six mois. Si vous demandez qu’on ne vous écrive plus, ce sera pour toujours.',
    thanks: 'Avec nos remerciements,',
    footer: 'Lettre écrite par Terrain d’entente',
  },
  en: {
    locale: 'en-GB',
    title: (place) => `About: ${place}`,
    date: (day) => day,
    hello: 'Dear Madam or Sir,',
    who: (count) =>
      `${count} organisations of the social and solidarity economy look for a place to work and consider this one. We think that it is yours, or that you know whose it is.`,
    others: (count) =>
      count === 1
        ? 'and one more, which will make itself known when you answer'
        : `and ${count} more, which will make themselves known when you answer`,
    ask: 'Would you be willing to talk about it? One answer is enough, without an account: interested, not available, not mine, or stop writing to me.',
    how: (page) => `Point a telephone at this drawing, or go to ${page} and type this code:`,
    drawing: (page) => `Code to point a telephone at, to answer on ${page}`,
    copy: (by) => `A copy without the code for the answer: the letter to post is that of ${by}.`,
    promise:
      'Without an answer nobody will write to you again from here for six months. If you ask for no more letters, it will be for ever.',
    thanks: 'With our thanks,',
    footer: 'Letter written by Terrain d’entente',
  },
};

/** The letter to post, as its page shows it; for those that joined without sending it, a copy that answers nothing. */
export function letterDocument(letter: KnockLetter): PdfDocument {
  const { language, by, names, organisationCount } = letter;
  const words = WORDS[language];
  const place = [letter.site.name, letter.site.address, letter.site.commune].filter(Boolean).join(', ');
  const day = new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(new Date(letter.writtenAt));
  const others = organisationCount - names.length;
  return {
    title: words.title(place),
    language,
    author: by,
    createdAt: new Date(letter.writtenAt),
    footer: words.footer,
    blocks: [
      { kind: 'lines', lines: [by] },
      { kind: 'lines', lines: [words.date(day)], at: 'right' },
      { kind: 'paragraph', text: words.hello },
      { kind: 'paragraph', text: words.who(organisationCount) },
      ...(names.length === 0 ? [] : [{ kind: 'list', items: [...names, ...(others > 0 ? [words.others(others)] : [])] } as const]),
      { kind: 'paragraph', text: words.ask },
      ...answerBlocks(letter, words),
      { kind: 'paragraph', text: words.promise },
      { kind: 'paragraph', text: words.thanks },
      { kind: 'lines', lines: [by] },
    ],
  };
}

function answerBlocks({ code, answerUrl, answerPage, by }: KnockLetter, words: LetterWords): PdfBlock[] {
  if (code === null || answerUrl === null) return [{ kind: 'paragraph', text: words.copy(by), quiet: true }];
  return [
    { kind: 'paragraph', text: words.how(answerPage) },
    { kind: 'qr', text: answerUrl, alt: words.drawing(answerPage) },
    { kind: 'heading', level: 2, text: code },
  ];
}
