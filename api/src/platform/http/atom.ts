import { escapeHtml } from './html.js';
import type { Language } from './request-context.js';
import { SITE_NAME } from './web-page.js';

/** A feed as Atom (RFC 4287). */
export interface AtomFeed {
  /** The feed's own address, which is also its lasting name. */
  readonly self: string;
  readonly title: string;
  /** Address of the page that shows the same. */
  readonly page: string;
  readonly publicUrl: string;
  readonly language: Language;
  /** Of a feed without any entry. */
  readonly now: Date;
  readonly entries: readonly AtomEntry[];
}

export interface AtomEntry {
  /** A UUID: readers know an entry again by it. */
  readonly id: string;
  readonly title: string;
  readonly updated: Date;
  readonly page: string;
  readonly categories: readonly string[];
  readonly summary: string;
  /** Attributions of the sources. */
  readonly rights: readonly string[];
}

export function atomDocument({ self, title, page, publicUrl, language, now, entries }: AtomFeed): string {
  const latest = entries.reduce((last, { updated }) => (updated > last ? updated : last), new Date(0));
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${xml(self)}</id>
<title>${xml(title)}</title>
<updated>${(entries.length > 0 ? latest : startOfDay(now)).toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(page)}"/>
<author><name>${SITE_NAME}</name><uri>${xml(publicUrl)}</uri></author>
${entries.map(entryXml).join('')}</feed>
`;
}

function entryXml({ id, title, updated, page, categories, summary, rights }: AtomEntry): string {
  return `<entry>
<id>urn:uuid:${id}</id>
<title>${xml(title)}</title>
<updated>${updated.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${xml(page)}"/>
${categories.map((term) => `<category term="${xml(term)}"/>`).join('')}
<summary>${xml(summary)}</summary>
${rights.length > 0 ? `<rights>${xml(rights.join(' · '))}</rights>\n` : ''}</entry>
`;
}

/** An empty feed keeps its text, hence its ETag, for the day. */
export function startOfDay(now: Date): Date {
  return new Date(`${now.toISOString().slice(0, 10)}T00:00:00.000Z`);
}

/** Safe in text and attributes, without the characters XML 1.0 forbids even when escaped. */
function xml(text: string): string {
  return escapeHtml(text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));
}
