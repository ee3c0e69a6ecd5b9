import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language } from '../../platform/http/request-context.js';
import { WebPages } from '../../platform/http/web-page.js';

type Words = readonly [title: string, description: string];
/** Whose request it is, a stranger cannot tell. */
const PAGES: Readonly<Record<string, Record<Language, Words>>> = {
  '/demandes': {
    fr: ['Demandes directes reçues', 'Les demandes spontanées pour les lieux de votre organisation, et où en est chacune.'],
    en: ['Direct requests received', 'Spontaneous requests for the places of your organisation, and where each one stands.'],
  },
  '/demandes/:interestId': {
    fr: ['Demande directe', 'Une demande pour un lieu : la voie suivie, la publicité, la réponse et ce qu’elle signifie.'],
    en: ['Direct request', 'A request for a place: the path followed, the publicity, the answer and what it means.'],
  },
  '/mes-appels/:callId/droit': {
    fr: ['Voie juridique de l’appel', 'Les questions que pose la loi, la voie à suivre et ses étapes.'],
    en: ['Legal path of the call', 'The questions the law asks, the path to follow and its steps.'],
  },
};

@Injectable()
export class InterestsPages implements OnModuleInit {
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
