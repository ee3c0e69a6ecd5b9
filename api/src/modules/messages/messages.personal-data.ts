import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '../../platform/privacy/personal-data.js';
import { Retention } from '../../platform/privacy/retention.js';
import { MessageFilesService } from './message-files.service.js';

/** What a person wrote about a file is part of it, and stays with it; up to where they read goes with them. */
@Injectable()
export class MessagesPersonalData implements OnModuleInit {
  constructor(
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
    private readonly files: MessageFilesService,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'file-messages',
      says: {
        fr: 'les messages que vous avez écrits et les documents que vous y avez joints',
        en: 'the messages you wrote and the documents you attached to them',
      },
      holds: ['message.account_id', 'message_file.account_id', 'message_reading.account_id', 'message_closing.account_id'],
      export: async (db, accountId) => ({ messages: await listMine(db, accountId) }),
      erase: async (tx, accountId) => {
        await tx.query('delete from message_reading where account_id = $1', [accountId]);
      },
    });
    this.retention.appliedBy('loose_message_file', (before) => this.files.forgetLoose(before));
  }
}

function listMine(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select m.at, a.title as application, o.name as "inTheNameOf", m.body as text,
           (select coalesce(jsonb_agg(f.title order by f.id), '[]') from message_file f where f.message_id = m.id) as files
    from message m join application a on a.id = m.application_id join organisation o on o.id = m.organisation_id
    where m.account_id = ${accountId} order by m.id`;
}
