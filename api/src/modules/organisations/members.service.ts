import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise, permissionsOf } from '../../platform/access/authorise.js';
import type { Actor, OrganisationRole } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import { invitationsPolicy } from './invitations.policy.js';
import { joinRequestsPolicy } from './join-requests.policy.js';
import { whyNotChangeRole, whyNotGo } from './member.rules.js';
import { MembersDeparture } from './members.departure.js';
import { enterOrganisation } from './members.entry.js';
import { MembersMailing } from './members.mailing.js';
import { membershipChanged } from './members.mails.js';
import { membersPolicy } from './members.policy.js';
import {
  countCrew,
  findMember,
  listMembers,
  lockOrganisation,
  type LockedOrganisation,
  readRole,
  updateRole,
  updateSecondFactorRule,
} from './members.queries.js';
import type { FormerMemberView, MemberPage, MembersSearch, MemberView, SecondFactorRule } from './members.schemas.js';

@Injectable()
export class MembersService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
    private readonly mailing: MembersMailing,
    private readonly departure: MembersDeparture,
  ) {}

  async list(actor: Actor, organisationId: string, search: MembersSearch): Promise<MemberPage> {
    authorise(membersPolicy.listMembers, actor, { organisationId });
    const policy = { ...membersPolicy, ...invitationsPolicy, ...joinRequestsPolicy };
    const role = actor.memberships.find((held) => held.organisationId === organisationId)?.role;
    const rows = await listMembers(this.db.manager, organisationId, search, role === 'administrator');
    const page = toPage(rows, search.limit, ({ key, accountId }) => [key, accountId]);
    const operations = [
      'changeMemberRole',
      'removeMember',
      'transferAdministration',
      'setSecondFactorRule',
      'inviteMember',
      'listJoinRequests',
    ] as const;
    return { ...page, actions: permissionsOf(policy, operations, actor, { organisationId }) };
  }

  changeRole(actor: Actor, organisationId: string, accountId: string, role: OrganisationRole): Promise<MemberView> {
    return this.db.transaction(async (tx) => {
      const organisation = await enterOrganisation(tx, membersPolicy.changeMemberRole, actor, organisationId);
      const from = await requireRole(tx, organisationId, accountId);
      const refusal = whyNotChangeRole(from, role, await countCrew(tx, organisationId));
      if (refusal !== null) throw problem(refusal);
      if (role !== 'administrator' && accountId !== actor.accountId)
        await this.departure.takeBackInvitations(tx, organisationId, accountId);
      if (from !== role) await this.giveRole(tx, { organisation, actor, accountId, from, to: role });
      return (await findMember(tx, organisationId, accountId))!;
    });
  }

  remove(actor: Actor, organisationId: string, accountId: string): Promise<FormerMemberView> {
    return this.db.transaction(async (tx) => {
      const organisation = await enterOrganisation(tx, membersPolicy.removeMember, actor, organisationId);
      const role = await requireRole(tx, organisationId, accountId);
      const refusal = whyNotGo(role, await countCrew(tx, organisationId), false);
      if (refusal !== null) throw problem(refusal);
      await this.departure.depart(tx, { organisation, accountId, removed: accountId !== actor.accountId });
      if (accountId !== actor.accountId) await this.tellChange(tx, organisation, accountId, null);
      await this.journal.recordAct(tx, act('remove-member', actor, organisationId, accountId, role, null));
      return { organisationId, accountId };
    });
  }

  leave(actor: Actor, organisationId: string, evenIfLast: boolean): Promise<FormerMemberView> {
    const { accountId } = actor;
    return this.db.transaction(async (tx) => {
      authorise(membersPolicy.leaveOrganisation, actor);
      const organisation = await lockOrganisation(tx, organisationId);
      const role = await readRole(tx, organisationId, accountId);
      if (organisation === null || role === null) throw problem('not-a-member');
      const refusal = whyNotGo(role, await countCrew(tx, organisationId), evenIfLast);
      if (refusal !== null) throw problem(refusal);
      await this.departure.depart(tx, { organisation, accountId, removed: false });
      await this.journal.recordAct(tx, act('leave-organisation', actor, organisationId, accountId, role, null));
      return { organisationId, accountId };
    });
  }

  /** The other becomes administrator and the actor an editor, together or not at all. */
  transfer(actor: Actor, organisationId: string, accountId: string): Promise<MemberView> {
    return this.db.transaction(async (tx) => {
      const organisation = await enterOrganisation(tx, membersPolicy.transferAdministration, actor, organisationId);
      const from = await requireRole(tx, organisationId, accountId);
      if (accountId === actor.accountId) throw problem('already-member');
      if (from !== 'administrator') await this.giveRole(tx, { organisation, actor, accountId, from, to: 'administrator' });
      await this.giveRole(tx, { organisation, actor, accountId: actor.accountId, from: 'administrator', to: 'editor' });
      return (await findMember(tx, organisationId, accountId))!;
    });
  }

  /** Whoever sets the rule must be able to live with it: it holds from the very next request. */
  setSecondFactorRule(actor: Actor, organisationId: string, required: boolean): Promise<SecondFactorRule> {
    return this.db.transaction(async (tx) => {
      const organisation = await enterOrganisation(tx, membersPolicy.setSecondFactorRule, actor, organisationId);
      if (required && !actor.secondFactor) throw problem('second-factor-needed');
      if (organisation.secondFactorRequired === required) return { required };
      await updateSecondFactorRule(tx, organisationId, required, this.clock.now());
      await this.journal.recordAct(tx, {
        actor: { kind: 'person', id: actor.accountId },
        action: required ? 'require-second-factor' : 'stop-requiring-second-factor',
        thing: { kind: 'organisation', id: organisationId },
        organisationId,
      });
      return { required };
    });
  }

  private async giveRole(tx: EntityManager, change: RoleChange): Promise<void> {
    const { organisation, actor, accountId, from, to } = change;
    await updateRole(tx, organisation.id, accountId, to, this.clock.now());
    if (accountId !== actor.accountId) await this.tellChange(tx, organisation, accountId, to);
    await this.journal.recordAct(tx, act('change-member-role', actor, organisation.id, accountId, from, to));
  }

  private async tellChange(tx: EntityManager, organisation: LockedOrganisation, accountId: string, role: OrganisationRole | null) {
    const values = { organisation: organisation.name, role, link: this.mailing.pageOf(organisation.id) };
    await this.mailing.tell(tx, accountId, { template: membershipChanged, values, event: `membership-changed-${this.ids.next()}` });
  }
}

interface RoleChange {
  readonly organisation: LockedOrganisation;
  readonly actor: Actor;
  readonly accountId: string;
  readonly from: OrganisationRole;
  readonly to: OrganisationRole;
}

async function requireRole(tx: EntityManager, organisationId: string, accountId: string): Promise<OrganisationRole> {
  const role = await readRole(tx, organisationId, accountId);
  if (role === null) throw problem('not-found');
  return role;
}

function act(action: string, actor: Actor, organisationId: string, accountId: string, from: OrganisationRole, to: OrganisationRole | null) {
  return {
    actor: { kind: 'person', id: actor.accountId },
    action,
    thing: { kind: 'membership', id: accountId },
    organisationId,
    from,
    to,
  } as const;
}
