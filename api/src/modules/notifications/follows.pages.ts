import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Language } from '../../platform/http/request-context.js';
import { type PageWords, WebPages } from '../../platform/http/web-page.js';

/** Pages of one person's own: what they say is the same for all, and nothing for search engines. */
const PAGES: Readonly<Record<string, Record<Language, PageWords>>> = {
  '/suivre/confirmer': {
    fr: ['Confirmer que je veux suivre', 'La page où mène le message qui vous demande si vous voulez vraiment suivre.'],
    en: ['Confirm that I want to follow', 'The page where the message that asks whether you really want to follow leads.'],
  },
  '/suivre/gerer': {
    fr: ['Ce que je suis', 'Ce que suit une adresse : changer la fréquence, arrêter, tout effacer.'],
    en: ['What I follow', 'What an address follows: change how often, stop, erase everything.'],
  },
  '/suivre/arreter': {
    fr: ['Ne plus recevoir ces messages', 'Un bouton pour ne plus recevoir de messages de ce service.'],
    en: ['Stop receiving these messages', 'One button to stop receiving messages from this service.'],
  },
  '/mon-compte/suivis': {
    fr: ['Ce que je suis', 'Les lieux, projets, organisations, communes et recherches que vous suivez.'],
    en: ['What I follow', 'The places, projects, organisations, communes and searches you follow.'],
  },
  '/favoris': {
    fr: ['Mes favoris', 'Les lieux que vous avez gardés : dans ce navigateur sans compte, partout avec un compte.'],
    en: ['My favourites', 'The places you have kept: in this browser without an account, everywhere with one.'],
  },
};

@Injectable()
export class FollowsPages implements OnModuleInit {
  constructor(private readonly pages: WebPages) {}

  onModuleInit(): void {
    this.pages.registerQuiet(PAGES);
  }
}
