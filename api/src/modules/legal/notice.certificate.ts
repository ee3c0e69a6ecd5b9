import type { Language } from '../../platform/http/request-context.js';
import { parisWords } from '../../platform/paris-time.js';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/pdf-document.js';
import type { LegalNoticeView } from './notices.schemas.js';

const WORDS = {
  fr: {
    title: 'Certificat de publicité',
    intro:
      'Le présent certificat dit ce qui a été rendu public, quand et où. Il peut être vérifié à l’adresse de l’avis : l’empreinte y est la même.',
    notice: 'Avis',
    by: 'Publié par',
    who: 'Mis en ligne par',
    source: 'Fondement',
    places: 'Lieux concernés',
    published: 'Mis en ligne le',
    window: 'Délai pour répondre',
    shown: 'Affichage constaté',
    until: 'au',
    since: 'depuis le',
    going: 'affichage en cours au',
    from: 'du',
    where: 'Où',
    here: 'à l’adresse',
    content: 'Ce qui a été publié',
    how: 'Comment répondre',
    extensions: 'Prolongations',
    withdrawn: 'Retiré le',
    hash: 'Empreinte du contenu (SHA-256)',
    footer: 'Certificat de publicité',
  },
  en: {
    title: 'Certificate of publicity',
    intro:
      'This certificate states what was made public, when and where. It can be checked at the address of the notice, which shows the same fingerprint.',
    notice: 'Notice',
    by: 'Published by',
    who: 'Put online by',
    source: 'Ground',
    places: 'Places concerned',
    published: 'Put online on',
    window: 'Time to answer',
    shown: 'Shown',
    until: 'to',
    since: 'since',
    going: 'still shown on',
    from: 'from',
    where: 'Where',
    here: 'at',
    content: 'What was published',
    how: 'How to answer',
    extensions: 'Extensions',
    withdrawn: 'Withdrawn on',
    hash: 'Fingerprint of the content (SHA-256)',
    footer: 'Certificate of publicity',
  },
} as const;

interface Facts {
  readonly notice: LegalNoticeView;
  /** For members of the organisation only. */
  readonly who: string | null;
  readonly url: string;
  readonly language: Language;
}

/** The dates on which the notice was really shown, to the minute; before the end, up to now. */
export function noticeCertificate({ notice, who, url, language }: Facts): PdfDocument {
  const say = WORDS[language];
  const colon = language === 'fr' ? ' : ' : ': ';
  const at = (text: string) => parisWords(new Date(text), language);
  const end = notice.withdrawnAt ?? (notice.state === 'over' ? notice.closesAt : null);
  const shown =
    end === null
      ? `${say.since} ${at(notice.publishedAt)} (${say.going} ${at(notice.now)})`
      : `${say.from} ${at(notice.publishedAt)} ${say.until} ${at(end)}`;
  const where = [`${say.here} ${url}`, ...(notice.shownAlso === null ? [] : [notice.shownAlso])].join('\n\n');
  const places = notice.places.map(({ name, commune }) => (commune === null ? name : `${name} (${commune})`));
  const blocks: PdfBlock[] = [
    { kind: 'paragraph', text: say.intro },
    {
      kind: 'facts',
      rows: [
        [say.notice, notice.title],
        [say.by, notice.organisation.name],
        ...(who === null ? [] : [[say.who, who] as const]),
        [say.source, notice.article],
        [say.places, places.join(' · ') || '—'],
        [say.published, at(notice.publishedAt)],
        [say.window, `${say.from} ${at(notice.opensAt)} ${say.until} ${at(notice.closesAt)}`],
        [say.shown, shown],
        [say.where, where],
        [say.hash, notice.contentHash],
      ],
    },
    { kind: 'heading', level: 2, text: say.content },
    { kind: 'paragraph', text: notice.what },
    { kind: 'heading', level: 2, text: say.how },
    { kind: 'paragraph', text: notice.how },
    ...(notice.extensions.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: say.extensions } as const,
          { kind: 'list', items: notice.extensions.map(({ from, to, reason }) => `${at(from)} → ${at(to)}${colon}${reason}`) } as const,
        ]),
    ...(notice.withdrawnAt === null
      ? []
      : [{ kind: 'paragraph', text: `${say.withdrawn} ${at(notice.withdrawnAt)}${colon}${notice.withdrawnReason ?? ''}` } as const]),
  ];
  return {
    title: say.title,
    language,
    author: notice.organisation.name,
    createdAt: new Date(notice.now),
    footer: `${say.footer} · ${notice.contentHash.slice(0, 12)}`,
    blocks,
  };
}
