import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { type Problem, problem } from '../../platform/http/problem.js';
import { PersonalData } from '../../platform/privacy/personal-data.js';
import { Retention } from '../../platform/privacy/retention.js';
import { expireInvitations } from './invitations.queries.js';
import { whyNotGo } from './member.rules.js';
import { MembersDeparture } from './members.departure.js';
import { countCrew, lockOrganisation, readRole } from './members.queries.js';
import {
  forgetEndedInvitations,
  forgetEndedRequests,
  forgetInvitationsAndRequests,
  listMyInvitations,
  listMyJoinRequests,
  listMyFollowing,
  listMyMemberships,
  listOrganisationsOf,
} from './memberships.personal-data.queries.js';

/** A person's roles in organisations, the invitations and requests about them: exported with their data, ended with their account. */
@Injectable()
export class MembershipsPersonalData implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly personalData: PersonalData,
    private readonly retention: Retention,
    private readonly departure: MembersDeparture,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'memberships',
      says: {
        fr: 'vos organisations et le rôle que vous y tenez, vos invitations, vos demandes et les liens avec des réseaux',
        en: 'your organisations and the role you hold there, your invitations and requests, the links with networks',
      },
      holds: [
        'membership.account_id',
        'invitation.email',
        'invitation.invited_by',
        'invitation.accepted_by',
        'join_request.account_id',
        'join_request.answered_by',
        'network_link.asked_by',
        'network_link.answered_by',
        'network_link.ended_by',
      ],
      export: async (db, accountId) => ({
        memberships: await listMyMemberships(db, accountId),
        invitations: await listMyInvitations(db, accountId),
        joinRequests: await listMyJoinRequests(db, accountId),
        networkLinks: await listMyFollowing(db, accountId),
      }),
      erase: (tx, accountId) => this.leaveAll(tx, accountId),
      objection: whyNotLeaveAll,
    });
    this.retention.appliedBy('invitation', (before, now) => this.forgetInvitations(before, now));
    this.retention.appliedBy('join_request', (before) => forgetEndedRequests(this.db.manager, before));
  }

  private async leaveAll(tx: EntityManager, accountId: string): Promise<void> {
    for (const organisationId of await listOrganisationsOf(tx, accountId)) {
      const organisation = await lockOrganisation(tx, organisationId);
      if (organisation !== null) await this.departure.depart(tx, { organisation, accountId, removed: true });
    }
    await forgetInvitationsAndRequests(tx, accountId, this.clock.now());
  }

  private async forgetInvitations(before: Date, now: Date): Promise<number> {
    await expireInvitations(this.db.manager, null, now);
    return forgetEndedInvitations(this.db.manager, before);
  }
}

/** The others would be left with nobody to answer for them: the person names another administrator first. */
async function whyNotLeaveAll(tx: EntityManager, accountId: string): Promise<Problem | null> {
  const organisations: { id: string; name: string }[] = [];
  for (const id of await listOrganisationsOf(tx, accountId)) {
    const organisation = await lockOrganisation(tx, id);
    const role = await readRole(tx, id, accountId);
    if (organisation === null || role === null) continue;
    if (whyNotGo(role, await countCrew(tx, id), true) !== null) organisations.push({ id, name: organisation.name });
  }
  return organisations.length === 0 ? null : problem('last-administrator', { facts: { organisations } });
}
