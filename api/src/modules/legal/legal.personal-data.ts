import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '../../platform/privacy/personal-data.js';

/** Who answered, noted and published binds their organisation: the acts stay when the person goes, and are theirs to read. */
@Injectable()
export class LegalPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'legal',
      says: {
        fr: 'ce que vous avez répondu, noté et publié sur la voie juridique suivie par vos organisations',
        en: 'what you answered, noted and published on the legal path your organisations followed',
      },
      holds: [
        'legal_answer.account_id',
        'legal_step.account_id',
        'legal_notice.account_id',
        'legal_proof.account_id',
        'legal_rule_correction.account_id',
      ],
      export: async (db, accountId) => ({ legalActs: await listMyLegalActs(db, accountId) }),
      erase: null,
    });
  }
}

function listMyLegalActs(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select * from (
      select a.at, 'answers' as act, a.path as about, a.reason from legal_answer a where a.account_id = ${accountId}
      union all select s.at, 'step', s.step, s.note from legal_step s where s.account_id = ${accountId}
      union all select f.created_at, 'proof', coalesce(f.title, f.step), null from legal_proof f where f.account_id = ${accountId}
      union all select n.published_at, 'notice', n.title, null from legal_notice n where n.account_id = ${accountId}
      union all select c.at, 'correction', c.rule_key, c.reason from legal_rule_correction c where c.account_id = ${accountId}) acts
    order by at`;
}
