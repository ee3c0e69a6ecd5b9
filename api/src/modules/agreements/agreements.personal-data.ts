import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '../../platform/privacy/personal-data.js';

/** An agreement is of two organisations; what a person did in it, and said of it, is also theirs to read. The acts stay when they go. */
@Injectable()
export class AgreementsPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'agreements',
      says: {
        fr: 'ce que vous avez fait et écrit dans les conventions de vos organisations',
        en: 'what you did and wrote in the agreements of your organisations',
      },
      holds: [
        'agreement_history.account_id',
        'agreement_comment.account_id',
        'agreement_condition_met.account_id',
        'agreement_condition_met.proof',
        'agreement_report.account_id',
      ],
      export: async (db, accountId) => ({
        agreementActs: await listMyAgreementActs(db, accountId),
        agreementComments: await listMyAgreementComments(db, accountId),
        agreementProofs: await listMyAgreementProofs(db, accountId),
        agreementReports: await listMyAgreementReports(db, accountId),
      }),
      erase: null,
    });
  }
}

function listMyAgreementActs(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select h.at, s.name as place, h.action, h.from_state as "from", h.to_state as "to", h.reason, h.fields
    from agreement_history h join agreement g on g.id = h.agreement_id join site s on s.id = g.site_id
    where h.account_id = ${accountId} order by h.id`;
}

function listMyAgreementComments(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select k.at, s.name as place, k.text
    from agreement_comment k join agreement g on g.id = k.agreement_id join site s on s.id = g.site_id
    where k.account_id = ${accountId} order by k.id`;
}

function listMyAgreementProofs(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select m.at, s.name as place, m.condition_id as condition, m.met_on as "metOn", m.proof
    from agreement_condition_met m join agreement g on g.id = m.agreement_id join site s on s.id = g.site_id
    where m.account_id = ${accountId} order by m.at`;
}

function listMyAgreementReports(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select r.received_at as "at", s.name as place, r.year, r.words
    from agreement_report r join agreement g on g.id = r.agreement_id join site s on s.id = g.site_id
    where r.account_id = ${accountId} order by r.received_at`;
}
