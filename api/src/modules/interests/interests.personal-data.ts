import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '../../platform/privacy/personal-data.js';

/** Acts on a request bind organisations: they stay when the person goes, and are theirs to read. */
@Injectable()
export class InterestsPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'interests',
      says: {
        fr: 'ce que vous avez fait sur des demandes directes, et quand vous vous êtes déclaré pour un lieu',
        en: 'what you did on direct requests, and when you came forward for a place',
      },
      holds: ['interest_history.account_id', 'interest_rival.account_id'],
      export: async (db, accountId) => ({ requestActs: await listMyActs(db, accountId), cameForward: await listMyRivals(db, accountId) }),
      erase: null,
    });
  }
}

function listMyActs(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select h.at, s.name as place, h.action, h.from_state as "from", h.to_state as "to", h.reason
    from interest_history h join interest i on i.id = h.interest_id join site s on s.id = i.site_id
    where h.account_id = ${accountId} order by h.id`;
}

function listMyRivals(db: EntityManager, accountId: string): Promise<object[]> {
  return db.sql<object[]>`
    select r.arrived_at as "at", s.name as place, o.name as organisation, r.need, r.proposal
    from interest_rival r join interest i on i.id = r.interest_id join site s on s.id = i.site_id join organisation o on o.id = r.organisation_id
    where r.account_id = ${accountId} order by r.id`;
}
