import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language } from '../../platform/http/request-context.js';
import { type PageWords, WebPages } from '../../platform/http/web-page.js';

const PAGES: Readonly<Record<string, Record<Language, PageWords>>> = {
  '/mes-notifications': {
    fr: ['Mes notifications', 'Ce qui s’est passé dans vos dossiers, vos appels et vos messages.'],
    en: ['My notifications', 'What has happened in your files, your calls and your messages.'],
  },
  '/mes-notifications/reglages': {
    fr: ['Réglages des notifications', 'Pour chaque sorte de nouvelle : sur le site, par courriel, ou pas du tout.'],
    en: ['Notification settings', 'For each kind of news: on the site, by e-mail, or not at all.'],
  },
  '/mes-notifications/arreter': {
    fr: ['Ne plus recevoir ces courriels', 'Un bouton pour ne plus recevoir par courriel cette sorte de nouvelle.'],
    en: ['Stop these messages', 'One button to stop receiving this kind of news by e-mail.'],
  },
};

@Injectable()
export class InboxPages implements OnModuleInit {
  constructor(private readonly pages: WebPages) {}

  onModuleInit(): void {
    this.pages.registerQuiet(PAGES);
  }
}
