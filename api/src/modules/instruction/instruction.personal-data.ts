import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '../../platform/privacy/personal-data.js';

/** What an agent ticked, noted and did is the owner's file; it is also theirs to read. What was only for them goes with them. */
@Injectable()
export class InstructionPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'instruction',
      says: {
        fr: 'ce que vous avez vérifié, noté et fait en examinant des dossiers, ceux qui vous sont confiés et vos vues enregistrées',
        en: 'what you checked, noted and did while examining files, those assigned to you and your saved views',
      },
      holds: [
        'instruction_check.account_id',
        'instruction_criterion.account_id',
        'instruction_note.account_id',
        'instruction_assignment.account_id',
        'instruction_reading.account_id',
        'instruction_view.account_id',
        'instruction_act.account_id',
      ],
      export: async (db, accountId) => ({
        instructionActs: await listMyActs(db, accountId),
        instructionNotes: await listMyNotes(db, accountId),
        instructionChecks: await listMyChecks(db, accountId),
        instructionAssignments: await listMyAssignments(db, accountId),
        instructionViews: await listMyViews(db, accountId),
      }),
      erase: async (tx, accountId) => {
        await tx.query('delete from instruction_assignment where account_id = $1', [accountId]);
        await tx.query('delete from instruction_reading where account_id = $1', [accountId]);
        await tx.query('delete from instruction_view where account_id = $1', [accountId]);
      },
    });
  }
}

const listMyActs = (db: EntityManager, accountId: string): Promise<object[]> => db.sql<object[]>`
  select t.at, a.number as application, t.action, t.facts ->> 'said' as said from instruction_act t join application a on a.id = t.application_id
  where t.account_id = ${accountId} order by t.id`;

const listMyNotes = (db: EntityManager, accountId: string): Promise<object[]> => db.sql<object[]>`
  select n.created_at as at, a.number as application, n.text from instruction_note n join application a on a.id = n.application_id
  where n.account_id = ${accountId} order by n.id`;

const listMyChecks = (db: EntityManager, accountId: string): Promise<object[]> => db.sql<object[]>`
  select k.at, a.number as application, k.criterion, k.verdict, k.note from instruction_check k join application a on a.id = k.application_id
  where k.account_id = ${accountId} order by k.at, k.criterion`;

const listMyAssignments = (db: EntityManager, accountId: string): Promise<object[]> => db.sql<object[]>`
  select z.at, a.number as application from instruction_assignment z join application a on a.id = z.application_id
  where z.account_id = ${accountId} order by z.at`;

const listMyViews = (db: EntityManager, accountId: string): Promise<object[]> => db.sql<object[]>`
  select created_at as at, name, search, shared from instruction_view where account_id = ${accountId} order by id`;
