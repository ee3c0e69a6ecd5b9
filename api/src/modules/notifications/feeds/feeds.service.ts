import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Config } from '../../../config.js';
import { Clock } from '../../../platform/clock.js';
import { InjectConfig } from '../../../platform/config.token.js';
import { atomDocument, type AtomEntry, startOfDay } from '../../../platform/http/atom.js';
import { problem } from '../../../platform/http/problem.js';
import { currentLanguage } from '../../../platform/http/request-context.js';
import { SITE_NAME } from '../../../platform/http/web-page.js';
import { KIND_WORDS } from '../../sites/site.words.js';
import type { SiteCard, SiteFilter } from '../../sites/sites.schemas.js';
import { SitesService } from '../../sites/sites.service.js';
import { FollowedThings, keyOf, pageOf, titleOf } from '../followed-things.js';
import { findShownThings } from '../followed-things.queries.js';
import type { FeedParams } from '../follows.schemas.js';
import { type NoticeAbout, noticeKind } from '../notice.kinds.js';
import { searchQuery } from '../search-subject.js';
import { noticesAbout, shownPlaces, type UntoldNotice } from '../telling/news.queries.js';

const ENTRIES = 50;
const DEMO = { fr: ' (démonstration, lieu fictif)', en: ' (demonstration, invented place)' } as const;
type Notice = Omit<UntoldNotice, 'subscriptionId'>;

@Injectable()
export class Feeds {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
    private readonly things: FollowedThings,
    private readonly sites: SitesService,
  ) {}

  /** The places of a search, each once, dated by its publication. */
  async ofSearch(filter: SiteFilter): Promise<string> {
    const subject = searchQuery(filter);
    const words = await this.things.describe(this.db.manager, [{ about: 'search', subject }], currentLanguage());
    const places = await this.sites.latest(filter, ENTRIES);
    const path = `/api/feeds/search?${new URLSearchParams([...new URLSearchParams(subject), ['lang', currentLanguage()]]).toString()}`;
    return this.document(
      path,
      words.get(keyOf({ about: 'search', subject })),
      places.map((place) => this.placeEntry(place)),
    );
  }

  /** What happened to a thing that anyone may read about; of a commune, the places on offer in it. */
  async ofThing({ about, subject }: FeedParams): Promise<string> {
    const words = await this.things.describe(this.db.manager, [{ about, subject }], currentLanguage());
    const described = words.get(keyOf({ about, subject }));
    if (described === undefined || described.page === null) throw problem('not-found');
    const path = `/api/feeds/${about}/${subject}?lang=${currentLanguage()}`;
    if (about === 'commune') {
      const places = await this.sites.latest({ territory: [subject] }, ENTRIES);
      return this.document(
        path,
        described,
        places.map((place) => this.placeEntry(place)),
      );
    }
    return this.document(path, described, await this.entries(await noticesAbout(this.db.manager, about, subject, ENTRIES)));
  }

  /** As in letters: of what is not shown any more nothing is said. */
  private async entries(notices: readonly Notice[]): Promise<AtomEntry[]> {
    const about = (kind: NoticeAbout) => notices.filter((notice) => noticeKind(notice.kind).about === kind).map(({ thingId }) => thingId);
    const projects = await findShownThings(this.db.manager, 'project', about('project'));
    const calls = await findShownThings(this.db.manager, 'call', about('call'));
    const places = await shownPlaces(this.db.manager, about('place'));
    const shown = new Set([...places, ...[...projects, ...calls].map(({ subject }) => subject)]);
    const language = currentLanguage();
    return notices
      .filter(({ kind, thingId }) => noticeKind(kind).toldWhile === 'shown' && shown.has(thingId))
      .map(({ id, kind, thingId, facts, at }) => ({
        id,
        title: titleOf(facts.name, facts.of),
        updated: at,
        page: `${this.config.publicUrl}${pageOf(noticeKind(kind).about, thingId)}`,
        categories: [kind],
        summary: noticeKind(kind)[language](facts),
        rights: [],
      }));
  }

  private placeEntry(place: SiteCard): AtomEntry {
    const language = currentLanguage();
    const kind = KIND_WORDS[language][place.kind];
    return {
      id: place.id,
      title: `${titleOf(place.name, place.commune?.name ?? null)}${place.demo ? DEMO[language] : ''}`,
      updated: place.publishedAt === null ? startOfDay(this.clock.now()) : new Date(place.publishedAt),
      page: `${this.config.publicUrl}${pageOf('place', place.id)}`,
      categories: [place.kind, ...(place.shelf === null ? [] : [place.shelf])],
      summary: place.summary === null ? kind : `${kind}. ${place.summary}`,
      rights: place.attributions,
    };
  }

  private document(path: string, described: { title: string; page: string | null } | undefined, entries: readonly AtomEntry[]): string {
    const { publicUrl } = this.config;
    return atomDocument({
      self: `${publicUrl}${path}`,
      title: `${SITE_NAME} — ${described?.title ?? ''}`,
      page: `${publicUrl}${described?.page ?? '/lieux'}`,
      publicUrl,
      language: currentLanguage(),
      now: this.clock.now(),
      entries,
    });
  }
}
