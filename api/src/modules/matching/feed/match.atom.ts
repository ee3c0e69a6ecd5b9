import { atomDocument, type AtomEntry, startOfDay } from '../../../platform/http/atom.js';
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
  const { result, language, publicUrl, self, now } = facts;
  return atomDocument({
    self,
    title: titleOf(result, language),
    page: `${publicUrl}/besoin`,
    publicUrl,
    language,
    now,
    entries: announcedMatches(result).map((match) => entryOf(match, facts)),
  });
}

function entryOf({ site, summary, eligibility, shelf }: Match, { changed, language, publicUrl, now }: FeedFacts): AtomEntry {
  const where = site.commune ? `, ${site.commune.name}` : '';
  return {
    id: site.id,
    title: `${site.name}${where}${site.demo ? WORDS[language].demo : ''}`,
    updated: changed.get(site.id) ?? startOfDay(now),
    page: `${publicUrl}/lieux/${site.id}`,
    categories: [eligibility, shelf],
    summary,
    rights: site.attributions,
  };
}

function titleOf({ conditionsAsked }: FeedFacts['result'], language: Language): string {
  const { feed, anything, colon } = WORDS[language];
  const asked = conditionsAsked.map(({ label, asked }) => `${label}${colon}${asked}`).join(' · ') || anything;
  return `${feed} (${asked})`;
}
