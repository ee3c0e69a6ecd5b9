import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SitesService } from '../../sites/sites.service.js';
import type { Subscription } from '../follows.queries.js';
import { FollowedThings, pageOf, titleOf } from '../followed-things.js';
import { findShownThings } from '../followed-things.queries.js';
import { KINDS_FOR_SEARCHES, type NoticeAbout, noticeKind } from '../notice.kinds.js';
import { savedFilter } from '../search-subject.js';
import { isTold, type Occasion } from './digest.rules.js';
import { placesForSearch, shownPlaces, type UntoldNotice, untoldNotices } from './news.queries.js';

const NOTICES_AT_MOST = 500;
const PLACES_AT_MOST = 500;
/** A notice may be committed later than it is dated: digests look back a little further, and `told` keeps them from repeating. */
const MARGIN_MS = 86_400_000;

export interface News {
  readonly kind: UntoldNotice['kind'] | 'search_match';
  readonly title: string;
  readonly changes: readonly string[];
  readonly closesAt?: string;
  readonly step?: 'first' | 'second';
  /** Path of the page; null when it is not shown any more. */
  readonly page: string | null;
}
export interface Told {
  readonly subscriptionId: string;
  readonly eventId: string;
}

/** What there is to tell to the subscriptions of one subscriber, and what is settled by telling it. */
@Injectable()
export class NewsFinder {
  constructor(
    private readonly sites: SitesService,
    private readonly things: FollowedThings,
  ) {}

  async find(tx: EntityManager, due: readonly Subscription[], occasion: Occasion): Promise<{ news: News[]; told: Told[] }> {
    const notices = await this.notices(tx, due, occasion);
    const searches = await this.searches(tx, due, occasion, new Set(notices.places));
    return { news: [...notices.news, ...searches.news], told: [...notices.told, ...searches.told] };
  }

  /** One line for a notice however many subscriptions it concerns. What is no longer so is settled without being told. */
  private async notices(tx: EntityManager, due: readonly Subscription[], occasion: Occasion) {
    const frequencies = new Map(due.map(({ id, frequency }) => [id, frequency]));
    const found = await untoldNotices(tx, [...frequencies.keys()], NOTICES_AT_MOST);
    const settled = found.filter(({ kind, subscriptionId }) =>
      isTold(noticeKind(kind), frequencies.get(subscriptionId) ?? 'weekly', occasion),
    );
    const shown = await this.shown(tx, settled);
    const tellable = [...new Map(settled.map((notice) => [notice.id, notice])).values()].filter(
      ({ kind, thingId }) => shown.has(thingId) === (noticeKind(kind).toldWhile === 'shown'),
    );
    return {
      news: tellable.map(({ kind, thingId, facts }): News => ({
        kind,
        title: titleOf(facts.name, facts.of),
        changes: facts.changes,
        ...(facts.closesAt === undefined ? {} : { closesAt: facts.closesAt }),
        ...(facts.step === undefined ? {} : { step: facts.step }),
        page: shown.has(thingId) ? pageOf(noticeKind(kind).about, thingId) : null,
      })),
      told: settled.map(({ subscriptionId, id }): Told => ({ subscriptionId, eventId: id })),
      places: tellable.filter(({ kind }) => noticeKind(kind).concernsSearches).map(({ thingId }) => thingId),
    };
  }

  private async shown(tx: EntityManager, notices: readonly UntoldNotice[]): Promise<ReadonlySet<string>> {
    const idsAbout = (about: NoticeAbout) => [
      ...new Set(notices.filter(({ kind }) => noticeKind(kind).about === about).map(({ thingId }) => thingId)),
    ];
    const places = await shownPlaces(tx, idsAbout('place'));
    const projects = await findShownThings(tx, 'project', idsAbout('project'));
    const calls = await findShownThings(tx, 'call', idsAbout('call'));
    return new Set([...places, ...[...projects, ...calls].map(({ subject }) => subject)]);
  }

  /** Places that a saved search finds now and was not told of, among those to which something happened: the search's own SQL decides. */
  private async searches(tx: EntityManager, due: readonly Subscription[], occasion: Occasion, alreadyListed: Set<string>) {
    const news: News[] = [];
    const told: Told[] = [];
    for (const { id, subject, activeSince, digestedAt } of due.filter(({ about }) => about === 'search')) {
      const filter = savedFilter(subject);
      if (filter === null) continue;
      const since = new Date((occasion === 'digest' ? (digestedAt ?? activeSince) : activeSince).getTime() - MARGIN_MS);
      const candidates = await placesForSearch(tx, id, KINDS_FOR_SEARCHES, since, PLACES_AT_MOST);
      const found = candidates.length === 0 ? [] : await this.sites.findAmong(tx, filter, candidates);
      for (const { id: siteId, name, commune } of found) {
        told.push({ subscriptionId: id, eventId: siteId });
        if (alreadyListed.has(siteId)) continue;
        alreadyListed.add(siteId);
        news.push({ kind: 'search_match', title: titleOf(name, commune), changes: [], page: pageOf('place', siteId) });
      }
    }
    return { news, told };
  }

  /** What made the letter be sent, for its last paragraph. */
  async reasons(tx: EntityManager, subscriptions: readonly Subscription[], language: 'fr' | 'en'): Promise<string[]> {
    const words = await this.things.describe(tx, subscriptions, language);
    return [...words.values()].map(({ title }) => title);
  }
}
