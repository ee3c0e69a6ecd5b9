import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PageMeta, type PageWords, WebPages } from '../../platform/http/web-page.js';
import { id } from '../../platform/http/fields.js';
import type { Language } from '../../platform/http/request-context.js';
import { KIND_WORDS, SEARCH_PAGE_WORDS } from './site.words.js';
import { SiteViewQueries, type SiteRow } from './site-view.queries.js';

/** Pages of members and of one reader: a title for the tab, nothing for search engines. */
const QUIET_PAGES: Readonly<Record<string, Record<Language, PageWords>>> = {
  '/comparer': {
    fr: ['Comparer des lieux', 'Jusqu’à quatre lieux côte à côte : ce qui les distingue, ce qu’il reste à demander.'],
    en: ['Compare places', 'Up to four places side by side: what tells them apart, what is left to ask.'],
  },
  '/lieux/:siteId/affiche': {
    fr: ['Affiche d’un lieu', 'Une page A4 à imprimer, avec le code qui mène à la fiche publique.'],
    en: ['Poster of a place', 'One A4 page to print, with the code that leads to the public page.'],
  },
  '/mes-lieux': {
    fr: ['Mes lieux', 'Les lieux de votre organisation : leur état, ce qu’ils attendent de vous et qui les cherche.'],
    en: ['My places', 'Your organisation’s places: their state, what they wait for from you and who looks for them.'],
  },
  '/mes-lieux/nouveau': {
    fr: ['Proposer un lieu', 'Quatre réponses suffisent : quoi, où, quelle surface, à quelles conditions.'],
    en: ['Offer a place', 'Four answers are enough: what, where, how big, on which terms.'],
  },
  '/mes-lieux/reprendre': {
    fr: ['Reprendre des lieux', 'Les lieux des données ouvertes que votre organisation possède deviennent ses brouillons.'],
    en: ['Take up places', 'The places of open data that your organisation owns become its drafts.'],
  },
  '/mes-lieux/:siteId': {
    fr: ['Un lieu de mon organisation', 'Ce que votre organisation dit de ce lieu, enregistré au fur et à mesure.'],
    en: ['A place of my organisation', 'What your organisation says of this place, saved as you write.'],
  },
  '/mes-lieux/:siteId/reunir': {
    fr: ['Réunir deux fiches d’un même lieu', 'Deux fiches côte à côte, et ce qui reste de chacune.'],
    en: ['Merge two sheets of one place', 'Two sheets side by side, and what stays of each.'],
  },
  '/mon-compte/propositions': {
    fr: ['Mes propositions', 'Les corrections et les lieux que vous avez proposés, et ce qu’ils sont devenus.'],
    en: ['My proposals', 'The corrections and places you proposed, and what became of them.'],
  },
  '/propositions/confirmer': {
    fr: ['Confirmer ma proposition', 'La page où mène le message qui vous demande si la proposition est bien la vôtre.'],
    en: ['Confirm my proposal', 'The page where the message that asks whether the proposal is yours leads.'],
  },
  '/propositions/suivi': {
    fr: ['Ma proposition', 'Ce que vous avez proposé, et ce que c’est devenu.'],
    en: ['My proposal', 'What you proposed, and what became of it.'],
  },
};

const PROPOSE_PAGE: Readonly<Record<Language, PageMeta>> = {
  fr: {
    title: 'Signaler un lieu',
    description:
      'Une gare fermée, un local vide, un terrain oublié : signalez-le sans compte, avec votre source. Il devient une piste après relecture.',
  },
  en: {
    title: 'Point out a place',
    description:
      'A closed station, empty premises, forgotten land: point it out without an account, with your source. It becomes a lead once read.',
  },
};

const SITEMAP_PLACES = 40_000;
const DESCRIPTION_LENGTH = 200;

/** What the search and each place say of themselves to whoever shares or indexes their address. */
@Injectable()
export class SitesPages implements OnModuleInit {
  constructor(
    private readonly pages: WebPages,
    private readonly sites: SiteViewQueries,
  ) {}

  onModuleInit(): void {
    this.pages.register('/lieux', ({ language }) => ({ ...SEARCH_PAGE_WORDS[language], feedPath: '/api/feeds/search' }));
    this.pages.register(
      '/lieux/:siteId',
      async ({ params, language }) => {
        const siteId = id.safeParse(params['siteId']);
        const site = siteId.success ? await this.sites.find(siteId.data) : null;
        if (site !== null || !siteId.success) return site && describe(site, language);
        const into = await this.sites.wentInto(siteId.data);
        return into === null ? null : { title: '', description: '', movedTo: `/lieux/${into}` };
      },
      () => this.sites.pathsOnOffer(SITEMAP_PLACES),
    );
    this.pages.register('/proposer-un-lieu', ({ language }) => PROPOSE_PAGE[language]);
    this.pages.registerQuiet(QUIET_PAGES);
  }
}

function describe(site: SiteRow, language: Language): PageMeta {
  const where = [site.territories.commune?.name, site.territories.department?.name].filter((name) => name !== undefined);
  const kind = KIND_WORDS[language][site.kind];
  const place = where.length > 0 ? `${kind}, ${where.join(', ')}` : kind;
  return {
    title: site.name,
    description: shortened(site.summary ? `${place}. ${site.summary}` : place),
    canonicalPath: `/lieux/${site.id}`,
    feedPath: `/api/feeds/place/${site.id}`,
    indexed: !site.demo && site.shelf !== 'lead',
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'Place',
      name: site.name,
      ...(site.summary ? { description: site.summary } : {}),
      ...(site.point ? { geo: { '@type': 'GeoCoordinates', latitude: site.point.lat, longitude: site.point.lon } } : {}),
      ...(site.territories.commune
        ? { address: { '@type': 'PostalAddress', addressLocality: site.territories.commune.name, addressCountry: 'FR' } }
        : {}),
    },
  };
}

function shortened(text: string): string {
  return text.length <= DESCRIPTION_LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', DESCRIPTION_LENGTH - 1))}…`;
}
