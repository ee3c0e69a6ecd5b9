import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { id } from '../../platform/http/fields.js';
import type { Language } from '../../platform/http/request-context.js';
import { WebPages } from '../../platform/http/web-page.js';
import { findNotice, noticePaths } from './notices.queries.js';

const SITEMAP_NOTICES = 5_000;
const DESCRIPTION_LENGTH = 200;

type Words = readonly [title: string, description: string];
const LAW: Record<Language, Words> = {
  fr: [
    'Ce que dit le droit',
    'Par quelle voie un lieu public peut être confié, avec quels titres et à quel prix : chaque règle, son article, et les corrections.',
  ],
  en: [
    'What the law says',
    'By which path a public place may be given, under which deeds and at what price: each rule, its article, and its corrections.',
  ],
};
const LIST: Record<Language, Words> = {
  fr: [
    'Avis de publicité',
    'Ce que les propriétaires publics rendent public avant de confier un lieu : quoi, jusqu’à quand, comment répondre.',
  ],
  en: ['Publicity notices', 'What public owners make known before they give a place: what, until when, how to answer.'],
};

/** The words of a notice are its owner's, in the language in which they were published. */
const NOTICE: Record<Language, string> = { fr: 'Avis de publicité. ', en: 'Publicity notice, as it was published. ' };

/** What the pages of the law and of notices say of themselves. */
@Injectable()
export class LegalPages implements OnModuleInit {
  constructor(
    private readonly pages: WebPages,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.pages.register('/le-droit', ({ language }) => ({ title: LAW[language][0], description: LAW[language][1], indexed: true }));
    this.pages.register('/avis', ({ language }) => ({ title: LIST[language][0], description: LIST[language][1], indexed: true }));
    this.pages.register(
      '/avis/:noticeId',
      async ({ params, language }) => {
        const noticeId = id.safeParse(params['noticeId']);
        const notice = noticeId.success ? await findNotice(this.db.manager, noticeId.data) : null;
        if (notice === null) return null;
        const { title, what, demo } = notice;
        const said = `${NOTICE[language]}${what}`;
        const description = said.length <= DESCRIPTION_LENGTH ? said : `${said.slice(0, DESCRIPTION_LENGTH - 1)}…`;
        return { title, description, canonicalPath: `/avis/${notice.id}`, indexed: !demo };
      },
      () => noticePaths(this.db.manager, SITEMAP_NOTICES),
    );
  }
}
