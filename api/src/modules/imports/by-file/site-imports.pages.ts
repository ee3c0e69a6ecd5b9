import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language } from '../../../platform/http/request-context.js';
import { type PageWords, WebPages } from '../../../platform/http/web-page.js';

const PAGES: Readonly<Record<string, Record<Language, PageWords>>> = {
  '/mes-lieux/import': {
    fr: ['Importer des lieux depuis un fichier', 'Déposez un tableau de lieux, vérifiez ce qui en sera fait, créez les brouillons.'],
    en: ['Import places from a file', 'Drop a table of places, check what will be made of it, make the drafts.'],
  },
  '/mes-lieux/import/:importId': {
    fr: ['Import d’un fichier de lieux', 'Un fichier de lieux de votre organisation : lecture, vérification, compte rendu.'],
    en: ['Import of a file of places', 'A file of places of your organisation: reading, checking, report.'],
  },
};

/** Pages of members: a title for the tab, nothing for search engines, the same words for everyone. */
@Injectable()
export class SiteImportsPages implements OnModuleInit {
  constructor(private readonly pages: WebPages) {}

  onModuleInit(): void {
    this.pages.registerQuiet(PAGES);
  }
}
