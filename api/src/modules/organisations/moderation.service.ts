import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import { type Actor, type Permission } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { toPage } from '../../platform/http/cursor.js';
import { problem } from '../../platform/http/problem.js';
import { Journal } from '../../platform/journal/journal.js';
import { daysBetween } from './evidence.view.js';
import { decideState, listQueue, type QueueRow, releaseNumbers } from './moderation.queries.js';
import type { Decided, OrganisationToVerify, QueueSearch, VerificationQueue } from './moderation.schemas.js';
import type { ModeratorDecision } from './organisation.mails.js';
import { OrganisationLetters } from './organisation.letters.js';
import { factChecks } from './organisation.checks.rules.js';
import { nextOrganisationState, type OrganisationAction } from './organisation.rules.js';
import { refuseOwn } from './organisation.view.js';
import { moderationPolicy } from './organisations.policy.js';
import { findOrganisationRecord } from './organisations.queries.js';

const DECISIONS = {
  verify: { permission: moderationPolicy.verifyOrganisation, act: 'verify-organisation' },
  refuse: { permission: moderationPolicy.refuseOrganisation, act: 'refuse-organisation' },
  release: { permission: moderationPolicy.releaseOrganisation, act: 'release-organisation' },
  suspend: { permission: moderationPolicy.suspendOrganisation, act: 'suspend-organisation' },
  reinstate: { permission: moderationPolicy.reinstateOrganisation, act: 'reinstate-organisation' },
} as const satisfies Record<ModeratorDecision, { permission: Permission; act: string }>;

/** What moderators decide on organisations: each time with a reason its members read. */
@Injectable()
export class ModerationService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly letters: OrganisationLetters,
  ) {}

  async queue(actor: Actor, search: QueueSearch): Promise<VerificationQueue> {
    authorise(moderationPolicy.listOrganisationsToVerify, actor);
    const page = toPage(await listQueue(this.db.manager, search), search.limit, ({ key, id }) => [key, id]);
    return { items: page.items.map((row) => toVerify(row, this.clock.now())), next: page.next };
  }

  async decide(actor: Actor, id: string, decision: ModeratorDecision, reason: string): Promise<Decided> {
    const { permission, act } = DECISIONS[decision];
    return this.db.transaction(async (tx) => {
      const organisation = await findOrganisationRecord(tx, id);
      if (organisation === null) throw problem('not-found');
      authorise(permission, actor, { organisationId: id });
      refuseOwn(actor, id);
      const { state: from, name } = organisation;
      const isUnverified = decision === 'reinstate' && organisation.stateBeforeSuspension !== 'verified';
      const step: OrganisationAction = isUnverified ? 'reinstateUnverified' : decision;
      const to = nextOrganisationState(from, step);
      if (to === null) throw problem('organisation-state-forbids', { facts: { state: from } });
      const at = this.clock.now();
      if (!(await decideState(tx, { id, from, to, reason, at }))) throw problem('changed-meanwhile');
      if (decision === 'release') await releaseNumbers(tx, id);
      await this.letters.tellDecision(tx, { id, name }, decision, reason);
      await this.journal.recordAct(tx, {
        actor: { kind: 'person', id: actor.accountId },
        action: act,
        thing: { kind: 'organisation', id },
        organisationId: id,
        from,
        to,
        why: reason,
      });
      return { id, state: to, decidedAt: at.toISOString(), reason };
    });
  }
}

function toVerify({ registered, ...row }: QueueRow, now: Date): OrganisationToVerify {
  return {
    ...row,
    claimedAt: row.claimedAt.toISOString(),
    daysWaiting: daysBetween(row.claimedAt, now),
    checks: factChecks(row, registered),
  };
}
