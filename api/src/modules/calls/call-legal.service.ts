import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Config } from '../../config.js';
import type { Actor } from '../../platform/access/permission.js';
import { InjectConfig } from '../../platform/config.token.js';
import { type About, LegalProcedures } from '../legal/legal-procedures.service.js';
import type { MissingStep } from '../legal/legal-steps.rules.js';
import { LegalSteps } from '../legal/legal-steps.service.js';
import type { AnswerLegal, LegalProcedureView } from '../legal/legal.schemas.js';
import { LegalNotices } from '../legal/notices.service.js';
import { callsPolicy } from './calls.policy.js';
import type { CallRecord } from './calls.queries.js';
import { CallsService } from './calls.service.js';

/** The path the law allows for a call, and the notice that proves its publicity. A call without places of its owner grants no title: it has neither. */
@Injectable()
export class CallLegalService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @InjectConfig() private readonly config: Config,
    private readonly calls: CallsService,
    private readonly procedures: LegalProcedures,
    private readonly steps: LegalSteps,
    private readonly notices: LegalNotices,
  ) {}

  async view(actor: Actor, id: string): Promise<LegalProcedureView> {
    const call = await this.calls.read(this.db.manager, actor, id, callsPolicy.getCallLegalPath);
    return this.procedures.view(this.db.manager, actor, aboutOf(call));
  }

  async answer(actor: Actor, id: string, input: AnswerLegal): Promise<LegalProcedureView> {
    return this.db.transaction(async (tx) => {
      const call = await this.calls.read(tx, actor, id, callsPolicy.answerCallLegalPath);
      return this.procedures.answer(tx, actor, aboutOf(call), input);
    });
  }

  whyNotPublish(tx: EntityManager, { id }: CallRecord): Promise<MissingStep | null> {
    return this.steps.whyNot(tx, { callId: id, act: 'publish_call' });
  }

  /** In the transaction of the publication. */
  async open(tx: EntityManager, actor: Actor, { id, content }: CallRecord): Promise<void> {
    const { title, summary, lots, opensAt } = content;
    const closesAt = content.firstClosesAt ?? content.closesAt;
    if (lots.length === 0 || opensAt === null || closesAt === null) return;
    await this.notices.open(
      tx,
      actor,
      { callId: id },
      {
        kind: 'call',
        title,
        what: summary ?? title,
        shownAlso: null,
        how: `Les conditions, les critères, les questions et le dépôt des dossiers sont sur la page de l’appel : ${this.config.publicUrl}/appels/${id}`,
        siteIds: lots,
        opensAt: new Date(opensAt),
        closesAt: new Date(closesAt),
      },
    );
  }

  extend(tx: EntityManager, { id }: CallRecord, { to, reason }: { readonly to: string; readonly reason: string }): Promise<void> {
    return this.notices.extend(tx, { callId: id }, { to: new Date(to), reason });
  }

  withdraw(tx: EntityManager, { id }: CallRecord, reason: string): Promise<void> {
    return this.notices.withdraw(tx, { callId: id }, reason);
  }
}

function aboutOf({ id, organisation, content }: CallRecord): About {
  return { subject: { callId: id }, organisationId: organisation.id, siteIds: content.lots, line: callsPolicy.answerCallLegalPath };
}
