import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { projectChanged } from '../../projects/projects.events.js';
import { siteChanged } from '../../sites/sites.events.js';
import { type NoticeFacts, type NoticeKindName, topicsOf } from '../notice.kinds.js';
import { addNotice, lockKnown, saveKnown } from './known-facts.queries.js';
import { noticeGiven } from './notice.events.js';
import { placeEvent, type PlaceFacts } from './place-change.rules.js';
import { lookAtPlace, placesToLookAt } from './places.queries.js';
import { projectEvent, type ProjectFacts } from './project-change.rules.js';
import { lookAtProject } from './projects.queries.js';

/** A thing never looked at is news only when it was shown this lately; what was there before is taken as it stands. */
const FRESH_MS = 2 * 86_400_000;
const BATCH = 500;

interface Notice {
  readonly kind: NoticeKindName;
  readonly thingId: string;
  readonly version: number;
  readonly facts: NoticeFacts;
  readonly touched: Parameters<typeof topicsOf>[1];
}

/**
 * Finds what happened by comparing the public facts with those of the last look. Whoever changes a thing only announces that it changed
 * (or not even that: places are all looked at every day); what is told can never be more than what the public sees.
 */
@Injectable()
export class Watch implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(siteChanged, 'watch', ({ siteId }) => this.db.transaction((tx) => this.lookAtPlace(tx, siteId)));
    this.jobs.handle(projectChanged, 'watch', ({ projectId }) => this.db.transaction((tx) => this.lookAtProject(tx, projectId)));
  }

  /** Places changed by imports or by hand, and those never looked at. @returns how many were looked at */
  async lookAround(): Promise<number> {
    let looked = 0;
    let after: string | null = null;
    for (;;) {
      const siteIds: string[] = await placesToLookAt(this.db.manager, after, BATCH);
      for (const siteId of siteIds) await this.db.transaction((tx) => this.lookAtPlace(tx, siteId));
      looked += siteIds.length;
      if (siteIds.length < BATCH) return looked;
      after = siteIds.at(-1) ?? null;
    }
  }

  /** One look: compares, writes a notice if something happened, remembers. Twice in a row tells nothing more. */
  async lookAtPlace(tx: EntityManager, siteId: string): Promise<void> {
    const now = this.clock.now();
    const known = await lockKnown<PlaceFacts>(tx, 'place', siteId, now);
    const look = await lookAtPlace(tx, siteId);
    const seen = look === null || look.isMerged ? null : (look.facts ?? goneFrom(known.facts, look.state));
    if (look === null || seen === null) return;
    const event = placeEvent(known.facts, seen, isFresh(look.publishedAt, now));
    await saveKnown(tx, 'place', siteId, seen, now);
    if (event === null) return;
    await this.write(tx, {
      kind: event.kind,
      thingId: siteId,
      version: known.version + 1,
      facts: { name: seen.name, of: seen.commune, changes: event.changes },
      touched: { place: siteId, organisation: seen.organisationId, commune: seen.communeId },
    });
  }

  async lookAtProject(tx: EntityManager, projectId: string): Promise<void> {
    const now = this.clock.now();
    const known = await lockKnown<ProjectFacts>(tx, 'project', projectId, now);
    const look = await lookAtProject(tx, projectId);
    if (look === null) return;
    const event = projectEvent(known.facts, look.facts, isFresh(look.shownAt, now));
    await saveKnown(tx, 'project', projectId, look.facts, now);
    if (event === null) return;
    await this.write(tx, {
      kind: event.kind,
      thingId: projectId,
      version: known.version + 1,
      facts: { name: look.facts.name, of: look.facts.organisation, changes: event.changes },
      touched: { project: projectId, organisation: look.facts.organisationId },
    });
  }

  private async write(tx: EntityManager, { kind, thingId, version, facts, touched }: Notice): Promise<void> {
    const id = this.ids.next();
    const eventKey = `${kind}-${thingId}-${version}`;
    const isNew = await addNotice(tx, { id, kind, thingId, at: this.clock.now(), facts, eventKey, topics: topicsOf(kind, touched) });
    if (isNew) await this.jobs.enqueue(tx, noticeGiven, { noticeId: id });
  }
}

function isFresh(since: Date | null, now: Date): boolean {
  return since !== null && now.getTime() - since.getTime() < FRESH_MS;
}

/** Of a place the public no longer sees: what it knew already, and nothing newer. Null for one that it never knew. */
function goneFrom(known: PlaceFacts | null, state: PlaceFacts['state']): PlaceFacts | null {
  return known === null ? null : { ...known, standing: 'gone', state };
}
