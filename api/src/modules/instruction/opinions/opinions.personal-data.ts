import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonalData } from '../../../platform/privacy/personal-data.js';
import { Retention } from '../../../platform/privacy/retention.js';

/** An opinion belongs to the file it is about; the address to which it was asked is forgotten. */
@Injectable()
export class OpinionsPersonalData implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'opinions',
      says: {
        fr: 'les avis que vous avez demandés sur des dossiers, et ceux que vous avez donnés à votre adresse',
        en: 'the opinions you asked for about files, and those you gave from your address',
      },
      holds: ['instruction_opinion.account_id', 'instruction_opinion.email'],
      export: async (db, accountId) => ({ opinionsAsked: await listAsked(db, accountId), opinionsGiven: await listGiven(db, accountId) }),
      erase: forgetMine,
    });
    this.retention.appliedBy('opinion_address', (before) => forgetAddresses(this.db.manager, before));
  }
}

const listAsked = (db: EntityManager, accountId: string): Promise<object[]> => db.sql<object[]>`
  select n.asked_at as at, a.number as application, n.question, n.due_at as "dueAt", n.revoked_at as "revokedAt", n.reason
  from instruction_opinion n join application a on a.id = n.application_id where n.account_id = ${accountId} order by n.id`;

const listGiven = (db: EntityManager, accountId: string): Promise<object[]> => db.sql<object[]>`
  select n.asked_at as "askedAt", a.number as application, n.email, n.signed_by as "signedBy", n.answered_at as "answeredAt", n.conclusion, n.answer
  from instruction_opinion n join application a on a.id = n.application_id join account p on p.id = ${accountId}
  where lower(n.email) = p.email_key and p.email_verified_at is not null order by n.id`;

/** Somebody else may have signed up with this address without proving that it is theirs: they make nothing forgotten. */
async function forgetMine(tx: EntityManager, accountId: string): Promise<void> {
  await tx.sql`
    update instruction_opinion n set email = null from account p
    where p.id = ${accountId} and lower(n.email) = p.email_key and p.email_verified_at is not null`;
}

async function forgetAddresses(tx: EntityManager, before: Date): Promise<number> {
  const rows: unknown[] = await tx.query(
    `with forgotten as (update instruction_opinion set email = null
       where email is not null and coalesce(answered_at, revoked_at, due_at) < $1 returning 1) select 1 from forgotten`,
    [before],
  );
  return rows.length;
}
