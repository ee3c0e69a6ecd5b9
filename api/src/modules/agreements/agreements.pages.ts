import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language } from '../../platform/http/request-context.js';
import { WebPages } from '../../platform/http/web-page.js';

type Words = readonly [title: string, description: string];
/** Whose agreement it is, a stranger cannot tell: the same words whatever the agreement. */
const PAGES: Readonly<Record<string, Record<Language, Words>>> = {
  '/conventions': {
    fr: ['Conventions', 'Les conventions de votre organisation : projets, en cours, et ce qui attend de vous.'],
    en: ['Agreements', 'Your organisation’s agreements: drafts, running, and what waits on you.'],
  },
  '/conventions/:agreementId': {
    fr: ['Convention', 'Une convention entre un propriétaire et l’occupant de son lieu, du projet à la fin.'],
    en: ['Agreement', 'An agreement between an owner and who occupies its place, from the draft to the end.'],
  },
};

@Injectable()
export class AgreementsPages implements OnModuleInit {
  constructor(private readonly pages: WebPages) {}

  onModuleInit(): void {
    for (const [path, words] of Object.entries(PAGES)) {
      this.pages.register(
        path,
        ({ language }) => ({ title: words[language][0], description: words[language][1], indexed: false }),
        () => [],
      );
    }
  }
}
