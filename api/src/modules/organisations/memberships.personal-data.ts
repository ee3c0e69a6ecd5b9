import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { type Problem, problem } from '../../platform/http/problem.js';
import { PersonalData } from '../../platform/privacy/personal-data.js';
import { leaveAll, listLedAlone, listMyMemberships } from './memberships.queries.js';

/** A person's roles in organisations: exported with their data, ended with their account. */
@Injectable()
export class MembershipsPersonalData implements OnModuleInit {
  constructor(
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'memberships',
      says: { fr: 'vos organisations et le rôle que vous y tenez', en: 'your organisations and the role you hold there' },
      export: async (db, accountId) => ({ memberships: await listMyMemberships(db, accountId) }),
      erase: (tx, accountId) => leaveAll(tx, accountId, this.clock.now()),
      objection: whyNotLeaveAll,
    });
  }
}

/** The others would be left with nobody to answer for them: the person names another administrator first. */
async function whyNotLeaveAll(tx: EntityManager, accountId: string): Promise<Problem | null> {
  const organisations = await listLedAlone(tx, accountId);
  return organisations.length === 0 ? null : problem('last-administrator', { facts: { organisations } });
}
