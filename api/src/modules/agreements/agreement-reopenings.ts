import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { ApplicationFollowers } from '../applications/application-followers.js';
import { AgreementActs } from './agreement-acts.js';
import { isOver } from './agreement.rules.js';
import { stateOf } from './agreement.view.js';
import { agreementsOfApplication, changeAgreement } from './agreements.queries.js';
import { AgreementsService, changedMeanwhile } from './agreements.service.js';

/** What is signed holds until it is ended for its own reason. */
const HELD_BY_WHAT_IS_SIGNED = { reopen: 'reopening-agreement-signed', giveUp: 'giving-up-agreement-signed' } as const;
const isLeft = (action: string): action is keyof typeof HELD_BY_WHAT_IS_SIGNED => action in HELD_BY_WHAT_IS_SIGNED;

/** An award that is reopened or given up takes its drafts with it. */
@Injectable()
export class AgreementReopenings implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly followers: ApplicationFollowers,
    private readonly agreements: AgreementsService,
    private readonly acts: AgreementActs,
  ) {}

  onModuleInit(): void {
    this.followers.follow(async (tx, actor, { id, state }, { action, reason }) => {
      if (state === 'selected' && isLeft(action)) await this.endDrafts(tx, actor, id, { reason: reason ?? null, action });
    });
  }

  private async endDrafts(
    tx: EntityManager,
    actor: Actor | null,
    applicationId: string,
    { action, reason }: { readonly action: keyof typeof HELD_BY_WHAT_IS_SIGNED; readonly reason: string | null },
  ): Promise<void> {
    for (const agreement of await agreementsOfApplication(tx, applicationId)) {
      const state = stateOf(agreement, this.agreements.today());
      if (isOver(state)) continue;
      if (agreement.state === 'signed') throw problem(HELD_BY_WHAT_IS_SIGNED[action], { facts: { agreementId: agreement.id } });
      if (!(await changeAgreement(tx, agreement, { state: 'terminated', reason }, this.clock.now()))) throw changedMeanwhile(agreement);
      const told = { action: 'terminate', fromState: state, toState: 'terminated', reason, news: 'terminated' } as const;
      await this.acts.tell(tx, actor, agreement, told);
    }
  }
}
