import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonalData } from '../../../platform/privacy/personal-data.js';
import { Retention } from '../../../platform/privacy/retention.js';
import { forgetNetworks } from './standing.queries.js';

/** An answer stays when who gave it is forgotten: it says something of a place, and nothing of them. */
@Injectable()
export class StandingPersonalData implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'standing-answers',
      says: {
        fr: 'ce que vous avez répondu, connecté, à « Qu’y a-t-il aujourd’hui ? », et ce que vous en avez dit au nom d’une organisation',
        en: 'what you answered, signed in, to “What stands there today?”, and what you said of it for an organisation',
      },
      holds: ['standing_answer.account_id', 'standing_statement.account_id'],
      export: async (db, accountId) => ({ answers: await listMyAnswers(db, accountId), statements: await listMyStatements(db, accountId) }),
      erase: async (tx, accountId) => {
        await tx.sql`update standing_answer set account_id = null where account_id = ${accountId}`;
      },
    });
    this.retention.appliedBy('passer_by', (before) => forgetNetworks(this.db.manager, before));
  }
}

function listMyAnswers(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select a.answered_at as at, a.site_id as "siteId", s.name as place, a.answer
    from standing_answer a join site s on s.id = a.site_id where a.account_id = ${accountId} order by a.answered_at`;
}

function listMyStatements(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select a.stated_at as at, a.site_id as "siteId", s.name as place, a.says, a.note
    from standing_statement a join site s on s.id = a.site_id where a.account_id = ${accountId} order by a.stated_at`;
}
