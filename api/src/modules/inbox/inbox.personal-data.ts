import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonalData } from '../../platform/privacy/personal-data.js';
import { Retention } from '../../platform/privacy/retention.js';
import { forgetNoticesBefore, settingsOf } from './inbox.queries.js';

/** What a person was told, and how they want to be told: theirs alone, gone with their account. */
@Injectable()
export class InboxPersonalData implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'notifications',
      says: { fr: 'vos notifications et la manière dont vous voulez les recevoir', en: 'your notifications and how you want to be told' },
      holds: ['inbox_notice.account_id', 'inbox_setting.account_id'],
      export: async (db, accountId) => ({
        notifications: await listMyNotices(db, accountId),
        notificationSettings: await settingsOf(db, accountId),
      }),
      erase: forgetInbox,
    });
    this.retention.appliedBy('notification', (before) => forgetNoticesBefore(this.db.manager, before));
  }
}

function listMyNotices(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select at, kind, title, facts, path, read_at as "readAt", mailed_at as "mailedAt" from inbox_notice
    where account_id = ${accountId} order by id`;
}

async function forgetInbox(tx: EntityManager, accountId: string): Promise<void> {
  await tx.query('delete from inbox_notice where account_id = $1', [accountId]);
  await tx.query('delete from inbox_setting where account_id = $1', [accountId]);
}
