import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { siteMergedEvent } from '../../sites/together/site-merges.events.js';
import { topicsOf } from '../notice.kinds.js';
import { addNotice } from './known-facts.queries.js';
import { followBack, followInto, wordsOfMerge } from './merged-places.queries.js';
import { noticeGiven } from './notice.events.js';

/** Who followed a sheet that went into another follows that one from now on, and is told so once; undone, each follows its own again. */
@Injectable()
export class MergedPlaces implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(siteMergedEvent, 'follow', ({ fromId, intoId, undone }) =>
      this.db.transaction((tx) => (undone ? followBack(tx, fromId, intoId) : this.follow(tx, fromId, intoId))),
    );
  }

  private async follow(tx: EntityManager, fromId: string, intoId: string): Promise<void> {
    const at = this.clock.now();
    const moved = await followInto(tx, fromId, intoId, at);
    const words = await wordsOfMerge(tx, fromId, intoId);
    // Of a sheet that was never public, nothing is told, not even its name.
    if (moved === 0 || words === null) return;
    const id = this.ids.next();
    const facts = { name: words.name, of: words.commune, changes: [words.merged] };
    const eventKey = `place_merged-${fromId}-${intoId}`;
    const topics = topicsOf('place_merged', { place: intoId });
    if (await addNotice(tx, { id, kind: 'place_merged', thingId: intoId, at, facts, eventKey, topics }))
      await this.jobs.enqueue(tx, noticeGiven, { noticeId: id });
  }
}
