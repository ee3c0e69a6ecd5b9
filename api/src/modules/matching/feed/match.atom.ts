import { escapeHtml } from '../../../platform/http/html.js';
import type { Language } from '../../../platform/http/request-context.js';
import type { Match, TryResult } from '../matching.schemas.js';

/** Matches as an Atom feed (RFC 4287). */

export interface FeedFacts {
  readonly result: Pick<TryResult, 'conditionsAsked' | 'sections'>;
  /** When each place last changed, by id. */
  readonly changed: ReadonlyMap<string, Date>;
  /** The feed's own address, which is also its lasting name. */
  readonly self: string;
  readonly publicUrl: string;
  readonly language: Language;
  /** Of a feed without any place. */
  readonly now: Date;
}

const WORDS = {
  fr: { feed: 'Terrain d’entente — lieux pour un besoin', anything: 'sans condition', colon: ' : ', demo: ' (démonstration, lieu fictif)' },
  en: { feed: 'Terrain d’entente — places for a need', anything: 'no condition', colon: ': ', demo: ' (demonstration, invented place)' },
} as const;

/** Worth announcing. Leads are not on offer, and of places too little known nothing can be said yet. */
const ANNOUNCED: readonly Match['eligibility'][] = ['eligible', 'to_confirm', 'near_miss'];

export function announcedMatches({ sections }: Pick<TryResult, 'sections'>): Match[] {
  return sections.filter(({ eligibility }) => ANNOUNCED.includes(eligibility)).flatMap(({ items }) => items);
}

export function atomFeed(facts: FeedFacts): string {
  const { result, language, publicUrl, self } = facts;
  const entries = announcedMatches(result).map((match) => entryOf(match, facts));
  const latest = entries.reduce((last, { updated }) => (updated > last ? updated : last), '');
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${xml(self)}</id>
<title>${xml(titleOf(result, language))}</title>
<updated>${latest || dayOf(facts.now)}</updated>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(`${publicUrl}/besoin`)}"/>
<author><name>Terrain d’entente</name><uri>${xml(publicUrl)}</uri></author>
${entries.map(({ text }) => text).join('')}</feed>
`;
}

function entryOf({ site, summary, eligibility, shelf }: Match, { changed, language, publicUrl, now }: FeedFacts) {
  const updated = changed.get(site.id)?.toISOString() ?? dayOf(now);
  const where = site.commune ? `, ${site.commune.name}` : '';
  const text = `<entry>
<id>urn:uuid:${site.id}</id>
<title>${xml(`${site.name}${where}${site.demo ? WORDS[language].demo : ''}`)}</title>
<updated>${updated}</updated>
<link rel="alternate" type="text/html" href="${xml(`${publicUrl}/lieux/${site.id}`)}"/>
<category term="${eligibility}"/><category term="${shelf}"/>
<summary>${xml(summary)}</summary>
${site.attributions.length > 0 ? `<rights>${xml(site.attributions.join(' · '))}</rights>\n` : ''}</entry>
`;
  return { updated, text };
}

function titleOf({ conditionsAsked }: FeedFacts['result'], language: Language): string {
  const { feed, anything, colon } = WORDS[language];
  const asked = conditionsAsked.map(({ label, asked }) => `${label}${colon}${asked}`).join(' · ') || anything;
  return `${feed} (${asked})`;
}

/** An empty feed keeps its text, hence its ETag, for the day. */
const dayOf = (now: Date): string => `${now.toISOString().slice(0, 10)}T00:00:00.000Z`;

/** Safe in text and attributes, without the characters XML 1.0 forbids even when escaped. */
function xml(text: string): string {
  return escapeHtml(text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));
}
