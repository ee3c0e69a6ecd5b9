import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PageMeta, WebPages } from '../../platform/http/web-page.js';
import { id } from '../../platform/http/fields.js';
import type { Language } from '../../platform/http/request-context.js';
import { KIND_WORDS, SEARCH_PAGE_WORDS } from './site.words.js';
import { SiteViewQueries, type SiteRow } from './site-view.queries.js';

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
        return site && describe(site, language);
      },
      () => this.sites.pathsOnOffer(SITEMAP_PLACES),
    );
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
