import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import { PersonalData } from '../../platform/privacy/personal-data.js';
import { Retention } from '../../platform/privacy/retention.js';
import { verifiedAddress } from './follows.queries.js';
import { forgetTold, forgetUnanswered, forgetWhatIsFollowed, readMyFollows } from './follows.personal-data.queries.js';
import { forgetNotices } from './telling/news.queries.js';

/** What people follow: exported with the data of their account, erased with it; what nobody said yes to is forgotten. */
@Injectable()
export class FollowsPersonalData implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
    private readonly outbox: MailOutbox,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'follows',
      says: { fr: 'ce que vous suivez et à quelle fréquence', en: 'what you follow and how often you hear of it' },
      holds: ['subscriber.account_id', 'subscriber.email'],
      export: async (db, accountId) => ({
        follows: await readMyFollows(db, accountId, (await verifiedAddress(db, accountId))?.email ?? null),
      }),
      erase: async (tx, accountId) => forgetWhatIsFollowed(tx, accountId, (await verifiedAddress(tx, accountId))?.email ?? null),
    });
    this.retention.appliedBy('unconfirmed_follow', (before) => this.db.transaction((tx) => this.forgetUnanswered(tx, before)));
    this.retention.appliedBy(
      'told_news',
      async (before) => (await forgetTold(this.db.manager, before)) + (await forgetNotices(this.db.manager, before)),
    );
  }

  /** Nobody said yes: the message that asked is forgotten with the address. */
  private async forgetUnanswered(tx: EntityManager, before: Date): Promise<number> {
    const { ended, addresses } = await forgetUnanswered(tx, before);
    for (const address of addresses) await this.outbox.forgetAddress(tx, address, ['follow-to-confirm']);
    return ended;
  }
}
