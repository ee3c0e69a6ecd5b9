import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { LOG } from '../../../platform/log.token.js';
import type { Log } from '../../../platform/log.js';
import { Watch } from '../watch/watch.js';
import { DIGEST_HOUR, digestOpening } from './digest.rules.js';
import { subscribersOwed } from './news.queries.js';
import { Teller } from './teller.js';

const BATCH = 500;

/** The letters of every morning, and those of Mondays. */
@Injectable()
export class Digests implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly watch: Watch,
    private readonly teller: Teller,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.dailyInParis('send-digests', DIGEST_HOUR, () => this.run());
  }

  /**
   * Looks around, then writes to each address owed a digest, each in a transaction of its own: run twice, late or by two workers, nobody
   * is told twice. One that fails leaves the others done, and makes the run be tried again for it alone.
   */
  async run(): Promise<void> {
    await this.watch.lookAround();
    const now = this.clock.now();
    const opening = { daily: digestOpening('daily', now), weekly: digestOpening('weekly', now) };
    const failures: unknown[] = [];
    let written = 0;
    let after: string | null = null;
    for (;;) {
      const owed: string[] = await subscribersOwed(this.db.manager, opening, after, BATCH);
      for (const subscriberId of owed) {
        await this.teller.tell(subscriberId, 'digest').catch((error: unknown) => failures.push(error));
      }
      written += owed.length;
      if (owed.length < BATCH) break;
      after = owed.at(-1) ?? null;
    }
    this.log.info({ subscribers: written, failures: failures.length }, 'digests written');
    if (failures.length > 0) throw new AggregateError(failures, `digests failed for ${failures.length} of ${written} subscribers`);
  }
}
