import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language } from './platform/http/request-context.js';
import { SITE_NAME, WebPages } from './platform/http/web-page.js';

type Words = readonly [title: string, description: string];

/** Pages of the web application that belong to no module. A module describes its own pages itself. */
const PAGES: Readonly<Record<string, Record<Language, Words>>> = {
  '/': {
    fr: [SITE_NAME, 'Des lieux publics qui attendent, des projets utiles qui cherchent : ce qui convient, et pourquoi.'],
    en: [SITE_NAME, 'Public places that wait, useful projects that search: what fits, and why.'],
  },
  '/a-propos': {
    fr: ['À propos', 'À qui sert Terrain d’entente, comment il fonctionne et ce qu’il ne fait pas.'],
    en: ['About', 'Whom Terrain d’entente serves, how it works and what it does not do.'],
  },
  '/mentions-legales': {
    fr: ['Mentions légales', 'Qui publie ce service, où il est hébergé et comment vos données sont traitées.'],
    en: ['Legal notice', 'Who publishes this service, where it is hosted and how your data are handled.'],
  },
  '/accessibilite': {
    fr: ['Accessibilité', 'L’état d’accessibilité du service et comment signaler une difficulté.'],
    en: ['Accessibility', 'How accessible the service is, and how to report a difficulty.'],
  },
  '/credits': {
    fr: ['Crédits et sources', 'Les données ouvertes et les logiciels libres sur lesquels repose le service, avec leurs licences.'],
    en: ['Credits and sources', 'The open data and free software this service stands on, with their licences.'],
  },
};

@Injectable()
export class AppPages implements OnModuleInit {
  constructor(private readonly pages: WebPages) {}

  onModuleInit(): void {
    for (const [path, words] of Object.entries(PAGES)) {
      this.pages.register(path, ({ language }) => {
        const [title, description] = words[language];
        return { title, description };
      });
    }
  }
}
