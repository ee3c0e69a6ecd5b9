import { Injectable } from '@nestjs/common';
import { escapeHtml, jsonForScript } from './html.js';
import type { Language } from './request-context.js';

/** What a page says about itself before any script runs: to search engines, social previews and screen readers. */
export interface PageMeta {
  readonly title: string;
  readonly description: string;
  /** Path of the page's one true address, e.g. `/lieux/0193…`; default: the path asked. */
  readonly canonicalPath?: string;
  /** Path of a picture for previews. */
  readonly imagePath?: string;
  /** Path of the Atom feed that tells what happens to the page's thing. */
  readonly feedPath?: string;
  /** schema.org description. */
  readonly jsonLd?: object;
  /** 404 when the page exists in form but its thing does not. */
  readonly status?: 200 | 404 | 410;
  readonly indexed?: boolean;
  /** Path of the page that this one now is: answered by 301. */
  readonly movedTo?: string;
}

export interface PageRequest {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly language: Language;
}
export type DescribePage = (page: PageRequest) => PageMeta | null | Promise<PageMeta | null>;
/** Paths for sitemap.xml, most useful first. */
export type ListPaths = () => Promise<readonly string[]> | readonly string[];

export type PageWords = readonly [title: string, description: string];

interface RegisteredPage {
  readonly pattern: RegExp;
  readonly describe: DescribePage;
}

/**
 * Where modules declare the pages of the web application they know how to describe (in `onModuleInit`):
 * `webPages.register('/lieux/:siteId', ({ params, language }) => …)`. A null answer leaves the path to the patterns
 * registered later (`/lieux/nouveau` after `/lieux/:siteId`); a path that nobody describes is a 404.
 */
@Injectable()
export class WebPages {
  private readonly pages: RegisteredPage[] = [];
  private readonly pathLists: ListPaths[] = [];

  register(path: string, describe: DescribePage, paths: ListPaths = () => (path.includes(':') ? [] : [path])): void {
    const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`);
    this.pages.push({ pattern, describe });
    this.pathLists.push(paths);
  }

  /** Pages of members or of one reader: a title and a sentence, the same for all, nothing for search engines. */
  registerQuiet(pages: Readonly<Record<string, Record<Language, PageWords>>>): void {
    for (const [path, words] of Object.entries(pages)) {
      this.register(
        path,
        ({ language }) => ({ title: words[language][0], description: words[language][1], indexed: false }),
        () => [],
      );
    }
  }

  async describe(path: string, language: Language): Promise<PageMeta | null> {
    for (const { pattern, describe } of this.pages) {
      const match = pattern.exec(path);
      const meta = match && (await describe({ path, language, params: { ...match.groups } }));
      if (meta) return meta;
    }
    return null;
  }

  async sitemapPaths(): Promise<string[]> {
    const lists = await Promise.all(this.pathLists.map(async (list) => list()));
    return lists.flat();
  }
}

export interface PageSettings {
  readonly publicUrl: string;
  readonly mapTiles: { readonly url: string; readonly attribution: string } | null;
}

const HEAD = /<!--head-->[\s\S]*?(<!--\/head-->|(?=<\/head>))/;

/** The built index.html with the page's own head, language and canonical addresses. */
export function renderPage(shell: string, meta: PageMeta, page: Pick<PageRequest, 'path' | 'language'>, settings: PageSettings): string {
  const head = headOf(meta, page, settings);
  return shell.replace(/<html lang="[^"]*"/, `<html lang="${page.language}"`).replace(HEAD, () => head);
}

function headOf(meta: PageMeta, { path, language }: Pick<PageRequest, 'path' | 'language'>, { publicUrl, mapTiles }: PageSettings): string {
  const address = `${publicUrl}${meta.canonicalPath ?? path}`;
  const found = (meta.status ?? 200) === 200;
  const title = meta.title === SITE_NAME ? SITE_NAME : `${meta.title} · ${SITE_NAME}`;
  const named = (name: string, content: string) => `<meta name="${name}" content="${escapeHtml(content)}">`;
  const property = (name: string, content: string) => `<meta property="${name}" content="${escapeHtml(content)}">`;
  return [
    `<title>${escapeHtml(title)}</title>`,
    named('description', meta.description),
    ...(found && meta.indexed !== false ? [] : [named('robots', 'noindex')]),
    ...(found ? addressLinks(address) : []),
    ...(found && meta.feedPath ? [feedLink(`${publicUrl}${meta.feedPath}?lang=${language}`, meta.title)] : []),
    property('og:site_name', SITE_NAME),
    property('og:type', 'website'),
    property('og:title', meta.title),
    property('og:description', meta.description),
    property('og:locale', language === 'fr' ? 'fr_FR' : 'en_GB'),
    property('og:url', address),
    ...(meta.imagePath ? [property('og:image', `${publicUrl}${meta.imagePath}`), named('twitter:card', 'summary_large_image')] : []),
    ...(mapTiles
      ? [`<meta name="map-tiles" content="${escapeHtml(mapTiles.url)}" data-attribution="${escapeHtml(mapTiles.attribution)}">`]
      : []),
    ...(meta.jsonLd ? [`<script type="application/ld+json">${jsonForScript(meta.jsonLd)}</script>`] : []),
  ].join('\n    ');
}

export const SITE_NAME = 'Terrain d’entente';

function feedLink(address: string, title: string): string {
  return `<link rel="alternate" type="application/atom+xml" title="${escapeHtml(title)}" href="${escapeHtml(address)}">`;
}

function addressLinks(address: string): string[] {
  const link = (language: string, href: string) => `<link rel="alternate" hreflang="${language}" href="${escapeHtml(href)}">`;
  return [
    `<link rel="canonical" href="${escapeHtml(address)}">`,
    link('fr', `${address}?lang=fr`),
    link('en', `${address}?lang=en`),
    link('x-default', address),
  ];
}
