import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language } from '../../platform/http/request-context.js';
import { WebPages } from '../../platform/http/web-page.js';

type Words = readonly [title: string, description: string];
/** Pages of reviewers and agents: the same words whatever the call. */
const PAGES: Readonly<Record<string, Record<Language, Words>>> = {
  '/evaluations': {
    fr: ['Mes évaluations', 'Les dossiers que vous êtes invité à évaluer, et où vous en êtes.'],
    en: ['My reviews', 'The files you are invited to score, and how far you are.'],
  },
  '/evaluations/:readingId': {
    fr: ['Évaluer un dossier', 'Déclarer un lien ou son absence, lire, noter chaque critère, verrouiller.'],
    en: ['Score a file', 'Declare a link or its absence, read, score each criterion, lock.'],
  },
  '/mes-appels/:callId/evaluation': {
    fr: ['Évaluation des dossiers', 'Le jury, l’avancement, les notes révélées, le classement et le procès-verbal.'],
    en: ['Review of the files', 'The jury, the progress, the revealed scores, the ranking and the minutes.'],
  },
};

@Injectable()
export class ReviewPages implements OnModuleInit {
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
