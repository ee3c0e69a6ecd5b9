import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '../../platform/privacy/personal-data.js';

/** A call is its organisation's; what a person did to it, and what they asked, is also theirs to read. The acts stay when they go. */
@Injectable()
export class CallsPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'calls',
      says: {
        fr: 'ce que vous avez écrit et décidé dans les appels de vos organisations, et les questions que vous avez posées sur des appels',
        en: 'what you wrote and decided in the calls of your organisations, and the questions you asked about calls',
      },
      holds: ['call_history.account_id', 'call_extension.account_id', 'call_question.account_id', 'call_question.answered_by'],
      export: async (db, accountId) => ({
        callActs: await listMyCallActs(db, accountId),
        callQuestions: await listMyCallQuestions(db, accountId),
      }),
      erase: null,
    });
  }
}

function listMyCallActs(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select h.at, c.title as call, h.action, h.from_state as "from", h.to_state as "to", h.reason,
           (select coalesce(jsonb_agg(x - 'from'), '[]') from jsonb_array_elements(h.changes) x) as changes
    from call_history h join call c on c.id = h.call_id where h.account_id = ${accountId} order by h.id`;
}

function listMyCallQuestions(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select q.asked_at as "at", c.title as call, q.asked as question, q.answer
    from call_question q join call c on c.id = q.call_id where q.account_id = ${accountId} order by q.id`;
}
