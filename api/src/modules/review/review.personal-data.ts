import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '../../platform/privacy/personal-data.js';

/** A review is its call's; what a person declared, scored and noted in it is also theirs to read. The acts stay when they go, without their address. */
@Injectable()
export class ReviewPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'reviews',
      says: {
        fr: 'les évaluations auxquelles vous avez été invité, vos déclarations de lien, vos notes et ce que vous avez consigné',
        en: 'the reviews you were invited to, the links you declared, your scores and what you recorded',
      },
      holds: ['reviewer.account_id', 'reviewer.email', 'reviewer.email_key', 'review.minutes_by', 'review_note.account_id'],
      export: async (db, accountId) => ({
        readings: await listMyReadings(db, accountId),
        notes: await listMyNotes(db, accountId),
      }),
      erase: forgetReviewer,
    });
  }
}

function listMyReadings(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select c.title as call, r.function, r.state as invitation, a.number as application, g.state, g.reason, g.scores, g.locked_at as "lockedAt"
    from reviewer r join call c on c.id = r.call_id left join review_reading g on g.reviewer_id = r.id
    left join application a on a.id = g.application_id where r.account_id = ${accountId} order by r.id, g.id`;
}

function listMyNotes(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select n.at, a.number as application, n.said from review_note n join application a on a.id = n.application_id
    where n.account_id = ${accountId} order by n.id`;
}

/** Their function in the jury and what they locked are part of the decision; where to write to them is not. */
async function forgetReviewer(tx: EntityManager, accountId: string): Promise<void> {
  await tx.sql`
    update reviewer set email = id || '@erased.invalid'
    where account_id = ${accountId} or (state = 'invited' and email_key = (select lower(email) from account where id = ${accountId}))`;
}
