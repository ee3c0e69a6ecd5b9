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

/** An award that is reopened takes its drafts with it; what is signed holds until it is ended for its own reason. */
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
      if (action === 'reopen' && state === 'selected') await this.reopened(tx, actor, id, reason ?? null);
    });
  }

  private async reopened(tx: EntityManager, actor: Actor | null, applicationId: string, reason: string | null): Promise<void> {
    for (const agreement of await agreementsOfApplication(tx, applicationId)) {
      const state = stateOf(agreement, this.agreements.today());
      if (isOver(state)) continue;
      if (agreement.state === 'signed') throw problem('reopening-agreement-signed', { facts: { agreementId: agreement.id } });
      if (!(await changeAgreement(tx, agreement, { state: 'terminated', reason }, this.clock.now()))) throw changedMeanwhile(agreement);
      const told = { action: 'terminate', fromState: state, toState: 'terminated', reason, news: 'terminated' } as const;
      await this.acts.tell(tx, actor, agreement, told);
    }
  }
}
