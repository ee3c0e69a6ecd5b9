import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonalData } from '../../../platform/privacy/personal-data.js';
import { Retention } from '../../../platform/privacy/retention.js';
import { forgetNotes } from './knocks.queries.js';

/** A knock is an organisation's; who joined or wrote in its name is forgotten with their account. */
@Injectable()
export class KnocksPersonalData implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'knocks',
      says: {
        fr: 'les lieux où vous avez frappé au nom d’une organisation, et les lettres que vous y avez écrites',
        en: 'the places where you knocked for an organisation, and the letters you wrote there',
      },
      holds: ['knock_party.account_id', 'knock_letter.account_id'],
      export: async (db, accountId) => ({ joined: await listJoined(db, accountId), letters: await listWritten(db, accountId) }),
      erase: async (tx, accountId) => {
        await tx.sql`update knock_party set account_id = null where account_id = ${accountId}`;
        await tx.sql`update knock_letter set account_id = null where account_id = ${accountId}`;
      },
    });
    this.retention.appliedBy('knock_note', (before) => forgetNotes(this.db.manager, before));
  }
}

function listJoined(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select p.joined_at as at, p.left_at as "leftAt", s.name as place, o.name as organisation, p.named
    from knock_party p join site s on s.id = p.site_id join organisation o on o.id = p.organisation_id
    where p.account_id = ${accountId} order by p.joined_at`;
}

function listWritten(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select l.written_at as at, s.name as place, o.name as organisation, l.state
    from knock_letter l join site s on s.id = l.site_id join organisation o on o.id = l.organisation_id
    where l.account_id = ${accountId} order by l.written_at`;
}
