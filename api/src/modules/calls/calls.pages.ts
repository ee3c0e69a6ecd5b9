import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { id } from '../../platform/http/fields.js';
import type { Language } from '../../platform/http/request-context.js';
import { type PageMeta, WebPages } from '../../platform/http/web-page.js';
import { isSeenByAll } from './call.view.js';
import { type CallRecord, findCall, publicCallPaths } from './calls.queries.js';

const SITEMAP_CALLS = 5_000;
const DESCRIPTION_LENGTH = 200;

type Words = readonly [title: string, description: string];
const LIST: Record<Language, Words> = {
  fr: ['Appels à projets', 'Les appels des propriétaires publics : lieux proposés, calendrier, critères et questions, ouverts et passés.'],
  en: ['Calls for projects', 'The calls of public owners: places on offer, calendar, criteria and questions, open and past.'],
};
const MEMBERS_PAGES: Readonly<Record<string, Record<Language, Words>>> = {
  '/mes-appels': {
    fr: ['Mes appels', 'Les appels de votre organisation : brouillons, ouverts, à instruire, terminés.'],
    en: ['My calls', 'Your organisation’s calls: drafts, open, to be examined, ended.'],
  },
  '/mes-appels/:callId': {
    fr: ['Appel de mon organisation', 'Un appel de votre organisation : ses lots, son calendrier, ses questions, sa grille et sa vie.'],
    en: ['A call of my organisation', 'A call of your organisation: its lots, its calendar, its questions, its grid and its life.'],
  },
};

/** What the pages of calls say of themselves to whoever shares or indexes their address. */
@Injectable()
export class CallsPages implements OnModuleInit {
  constructor(
    private readonly pages: WebPages,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.pages.register('/appels', ({ language }) => ({ title: LIST[language][0], description: LIST[language][1], indexed: true }));
    this.pages.register(
      '/appels/:callId',
      async ({ params, language }) => {
        const callId = id.safeParse(params['callId']);
        const call = callId.success ? await findCall(this.db.manager, callId.data) : null;
        return call !== null && isSeenByAll(call) ? describe(call, language) : null;
      },
      () => publicCallPaths(this.db.manager, SITEMAP_CALLS),
    );
    for (const [path, words] of Object.entries(MEMBERS_PAGES)) {
      this.pages.register(
        path,
        ({ language }) => ({ title: words[language][0], description: words[language][1], indexed: false }),
        () => [],
      );
    }
  }
}

const BY = { fr: 'Appel de', en: 'A call by' } as const;

function describe({ id: callId, content, organisation, demo }: CallRecord, language: Language): PageMeta {
  const by = `${BY[language]} ${organisation.name}`;
  return {
    title: content.title,
    description: shortened(content.summary === null ? by : `${by}. ${content.summary}`),
    canonicalPath: `/appels/${callId}`,
    indexed: !demo,
  };
}

function shortened(text: string): string {
  return text.length <= DESCRIPTION_LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', DESCRIPTION_LENGTH - 1))}…`;
}
