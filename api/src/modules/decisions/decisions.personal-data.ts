import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '../../platform/privacy/personal-data.js';

/** A decision is its owner's; that a person recorded it is also theirs to read. The acts stay when they go. */
@Injectable()
export class DecisionsPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'decisions',
      says: {
        fr: 'les décisions d’attribution que vous avez enregistrées, et les retraits et réouvertures que vous avez faits',
        en: 'the award decisions you recorded, and the withdrawals and reopenings you made',
      },
      holds: ['award.recorded_by', 'award_amendment.account_id'],
      export: async (db, accountId) => ({
        decisions: await listMyDecisions(db, accountId),
        amendments: await listMyAmendments(db, accountId),
      }),
      erase: null,
    });
  }
}

function listMyDecisions(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select w.recorded_at as "at", c.title as call, w.decided_on as "decidedOn", w.reference from award w join call c on c.id = w.call_id
    where w.recorded_by = ${accountId} order by w.recorded_at`;
}

function listMyAmendments(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select m.at, a.number as application, m.kind, m.decided_on as "decidedOn", m.reference, m.reason
    from award_amendment m join application a on a.id = m.application_id where m.account_id = ${accountId} order by m.id`;
}
