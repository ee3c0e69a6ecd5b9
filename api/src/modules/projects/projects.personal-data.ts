import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '../../platform/privacy/personal-data.js';

/** A project is its organisation's; what a person did to it is also theirs to read. The acts stay when the person goes. */
@Injectable()
export class ProjectsPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'projects',
      says: {
        fr: 'ce que vous avez écrit et décidé dans les projets de vos organisations',
        en: 'what you wrote and decided in the projects of your organisations',
      },
      holds: ['project_history.account_id'],
      export: async (db, accountId) => ({ projectActs: await listMyProjectActs(db, accountId) }),
      erase: null,
    });
  }
}

/** Of each change what they wrote, never what it replaced: that may be another's. */
function listMyProjectActs(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select h.at, h.project_id as "projectId", o.name as organisation, h.action, h.from_state as "from", h.to_state as "to", h.reason, h.note,
           (select coalesce(jsonb_agg(c - 'from'), '[]') from jsonb_array_elements(h.changes) c) as changes
    from project_history h join project p on p.id = h.project_id join organisation o on o.id = p.organisation_id
    where h.account_id = ${accountId} order by h.id`;
}
