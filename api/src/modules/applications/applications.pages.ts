import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language } from '../../platform/http/request-context.js';
import { WebPages } from '../../platform/http/web-page.js';

type Words = readonly [title: string, description: string];
/** Whose file it is, a stranger cannot tell: the same words whatever the file. */
const PAGES: Readonly<Record<string, Record<Language, Words>>> = {
  '/mes-candidatures': {
    fr: ['Mes candidatures', 'Les dossiers de votre organisation : brouillons, déposés, et où en est chacun.'],
    en: ['My applications', 'Your organisation’s files: drafts, filed, and where each one stands.'],
  },
  '/mes-candidatures/nouvelle': {
    fr: ['Commencer un dossier', 'Pour quelle organisation, à partir de quel projet ou de quel dossier.'],
    en: ['Begin a file', 'For which organisation, from which project or which earlier file.'],
  },
  '/mes-candidatures/:applicationId': {
    fr: ['Dossier de candidature', 'Un dossier de votre organisation, partie par partie, enregistré au fil de l’écriture.'],
    en: ['Application file', 'A file of your organisation, part by part, saved as it is written.'],
  },
  '/mes-candidatures/:applicationId/verifier': {
    fr: ['Vérifier et déposer', 'Ce qui manque encore au dossier, puis son dépôt.'],
    en: ['Review and file', 'What the file still lacks, then its filing.'],
  },
  '/mes-candidatures/:applicationId/recu': {
    fr: ['Accusé de réception', 'Le numéro, l’heure et l’empreinte de ce qui a été déposé.'],
    en: ['Receipt', 'The number, the time and the fingerprint of what was filed.'],
  },
};

@Injectable()
export class ApplicationsPages implements OnModuleInit {
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
