import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { Files } from '../../../platform/files/files.js';
import { Retention } from '../../../platform/privacy/retention.js';
import { SiteMediaJournal } from './site-media.journal.js';
import * as rows from './site-media.queries.js';

/** What was removed long enough ago loses its bytes and its words; that it was there, and who removed it, stays in the journal. */
@Injectable()
export class SiteMediaRetention implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly files: Files,
    private readonly journal: SiteMediaJournal,
    private readonly clock: Clock,
    @InjectDataSource() private readonly db: DataSource,
  ) {}

  onModuleInit(): void {
    this.retention.appliedBy('removed_site_media', (before) => this.purge(before));
  }

  private async purge(before: Date): Promise<number> {
    const old = await rows.mediaToPurge(this.db.manager, before);
    for (const media of old) {
      const names = [media.sourceName, ...media.renditions.map(({ name }) => name)].filter((name) => name !== null);
      await this.db.transaction(async (tx) => {
        await rows.purgeMedia(tx, media.id, this.clock.now());
        for (const name of names) await this.files.release(tx, name);
        await this.journal.tell(tx, null, media, 'purge', { to: media.state });
      });
      for (const name of names) await this.files.forget(name);
    }
    return old.length;
  }
}
