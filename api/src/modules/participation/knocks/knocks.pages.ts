import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language } from '../../../platform/http/request-context.js';
import { WebPages } from '../../../platform/http/web-page.js';

/** Pages of whoever holds a letter: nothing for search engines. */
const PAGES: Readonly<Record<string, Record<Language, readonly [title: string, description: string]>>> = {
  '/repondre': {
    fr: ['Répondre à une lettre', 'La page où mène la lettre reçue : quatre réponses possibles, sans compte.'],
    en: ['Answer a letter', 'The page where the letter you received leads: four possible answers, without an account.'],
  },
  '/lettres/:letterId': {
    fr: ['Lettre au propriétaire', 'La lettre que vos organisations envoient ensemble, prête à imprimer.'],
    en: ['Letter to the owner', 'The letter that your organisations send together, ready to print.'],
  },
};

@Injectable()
export class KnocksPages implements OnModuleInit {
  constructor(private readonly pages: WebPages) {}

  onModuleInit(): void {
    for (const [path, words] of Object.entries(PAGES))
      this.pages.register(
        path,
        ({ language }) => ({ title: words[language][0], description: words[language][1], indexed: false }),
        () => [],
      );
  }
}
