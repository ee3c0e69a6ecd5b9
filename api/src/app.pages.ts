import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language } from './platform/http/request-context.js';
import { type PageMeta, SITE_NAME, WebPages } from './platform/http/web-page.js';
import { ACCOUNT_PAGES, type Words } from './app.private-pages.js';

/** Pages of the web application that show nothing stored. A module describes its own pages itself. */
const PAGES: Readonly<Record<string, Record<Language, Words>>> = {
  '/': {
    fr: [SITE_NAME, 'Des lieux publics qui attendent, des projets utiles qui cherchent : ce qui convient, et pourquoi.'],
    en: [SITE_NAME, 'Public places that wait, useful projects that search: what fits, and why.'],
  },
  '/besoin': {
    fr: [
      'Décrire un besoin',
      'Dites en dix minutes le lieu qu’il vous faut ; voyez ce qui convient, et pourquoi. Sans compte, rien n’est gardé.',
    ],
    en: ['Describe a need', 'Say in ten minutes what place you need; see what fits, and why. No account, nothing is kept.'],
  },
  '/methode': {
    fr: [
      'La méthode de rapprochement',
      'Chaque critère, son poids et comment il est calculé : la page est écrite par le programme qui compte.',
    ],
    en: ['The matching method', 'Every criterion, its weight and how it is computed: the page is written by the program that counts.'],
  },
  '/a-propos': {
    fr: ['À propos', 'À qui sert Terrain d’entente, comment il fonctionne et ce qu’il ne fait pas.'],
    en: ['About', 'Whom Terrain d’entente serves, how it works and what it does not do.'],
  },
  '/mentions-legales': {
    fr: ['Mentions légales', 'Qui publie ce service, où il est hébergé et comment vos données sont traitées.'],
    en: ['Legal notice', 'Who publishes this service, where it is hosted and how your data are handled.'],
  },
  '/donnees-personnelles': {
    fr: [
      'Vos données personnelles',
      'Ce que le service garde sur les personnes, combien de temps, pourquoi, et comment l’emporter ou l’effacer.',
    ],
    en: ['Your personal data', 'What the service keeps about people, how long, why, and how to take it away or erase it.'],
  },
  '/organisations': {
    fr: ['Organisations', 'Les propriétaires publics et les organisations de l’économie sociale et solidaire que le service connaît.'],
    en: ['Organisations', 'The public owners and the organisations of the social and solidarity economy that the service knows.'],
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

/** Pages made of what one person typed: nothing for search engines to find. */
const PERSONAL_PAGES: typeof PAGES = {
  '/besoin/:step': {
    fr: ['Décrire un besoin', 'Une étape de la description de votre besoin.'],
    en: ['Describe a need', 'One step of the description of your need.'],
  },
  '/resultats': {
    fr: ['Lieux pour votre besoin', 'Les lieux qui conviennent à votre besoin, et pourquoi.'],
    en: ['Places for your need', 'The places that fit your need, and why.'],
  },
  ...ACCOUNT_PAGES,
};

@Injectable()
export class AppPages implements OnModuleInit {
  constructor(private readonly pages: WebPages) {}

  onModuleInit(): void {
    for (const [path, words] of Object.entries(PAGES)) this.pages.register(path, ({ language }) => meta(words[language], true));
    for (const [path, words] of Object.entries(PERSONAL_PAGES)) {
      this.pages.register(
        path,
        ({ language }) => meta(words[language], false),
        () => [],
      );
    }
  }
}

function meta([title, description]: Words, indexed: boolean): PageMeta {
  return { title, description, indexed };
}
