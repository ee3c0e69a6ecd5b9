import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { id } from '../../platform/http/fields.js';
import type { Language } from '../../platform/http/request-context.js';
import { WebPages } from '../../platform/http/web-page.js';
import { findAward } from './decisions.queries.js';

type Words = readonly [title: string, description: string];
const INSIDE: Readonly<Record<string, Record<Language, Words>>> = {
  '/mes-appels/:callId/decision': {
    fr: ['Décision', 'La proposition d’attribution, la décision de l’autorité, la publication des résultats et les lettres.'],
    en: ['Decision', 'The proposed award, the decision of the authority, the publication of results and the letters.'],
  },
  '/mes-candidatures/:applicationId/decision': {
    fr: ['Décision sur votre dossier', 'L’issue, les motifs, la lettre et ce que vous pouvez encore faire.'],
    en: ['Decision on your file', 'The outcome, the reasons, the letter and what you can still do.'],
  },
};
const RESULTS: Record<Language, (title: string) => Words> = {
  fr: (title) => [`Résultats : ${title}`, 'Qui est retenu, pourquoi, par quelle méthode, et comment le vérifier.'],
  en: (title) => [`Results: ${title}`, 'Who is selected, why, by which method, and how to check it.'],
};

@Injectable()
export class DecisionsPages implements OnModuleInit {
  constructor(
    private readonly pages: WebPages,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.pages.register(
      '/appels/:callId/resultats',
      async ({ params, language }) => {
        const callId = id.safeParse(params['callId']);
        const award = callId.success ? await findAward(this.db.manager, callId.data) : null;
        if (award?.results == null) return null;
        const [title, description] = RESULTS[language](award.results.call.title);
        return { title, description, canonicalPath: `/appels/${award.callId}/resultats`, indexed: true };
      },
      () => [],
    );
    for (const [path, words] of Object.entries(INSIDE)) {
      this.pages.register(
        path,
        ({ language }) => ({ title: words[language][0], description: words[language][1], indexed: false }),
        () => [],
      );
    }
  }
}
