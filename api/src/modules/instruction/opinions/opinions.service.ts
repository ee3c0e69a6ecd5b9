import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { RateLimits } from '../../../platform/access/rate-limits.js';
import type { Actor } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { problem } from '../../../platform/http/problem.js';
import { said } from '../../../platform/http/request-context.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { addressKey } from '../../../platform/mail/mail-address.js';
import { MailOutbox } from '../../../platform/mail/mail-outbox.js';
import { ApplicationMoves } from '../../applications/application-moves.service.js';
import { InstructionActs } from '../instruction-acts.js';
import { InstructionDesk } from '../instruction-desk.js';
import type { Dossier } from '../instruction.criteria.js';
import type { InstructionView } from '../instruction.schemas.js';
import { InstructionService } from '../instruction.service.js';
import { OpinionLinks } from './opinion-links.js';
import { isReminderDue, nextOpinionState, whyNotAsk, whyNotDue } from './opinion.rules.js';
import { sectionsOf } from './opinion.view.js';
import { opinionAsked, opinionReminder, opinionRevoked } from './opinions.mails.js';
import { opinionsPolicy } from './opinions.policy.js';
import * as rows from './opinions.queries.js';
import type { AskOpinion, RevokeOpinion } from './opinions.schemas.js';

const REMINDER_HOUR = 9;
const LONGEST_WARNING_MS = 3 * 24 * 3_600_000;
const unknownSection = said('ce n’est pas une partie de ce dossier', 'this is not a part of this file');

/** Opinions that agents ask of services and people who have no account here: asked, reminded of once, taken back. */
@Injectable()
export class OpinionsService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly limits: RateLimits,
    private readonly outbox: MailOutbox,
    private readonly desk: InstructionDesk,
    private readonly acts: InstructionActs,
    private readonly moves: ApplicationMoves,
    private readonly links: OpinionLinks,
    private readonly instruction: InstructionService,
  ) {}

  onModuleInit(): void {
    this.jobs.dailyInParis('remind-opinions', REMINDER_HOUR, () => this.remind());
  }

  async ask(actor: Actor, applicationId: string, { dueAt: due, ...asked }: AskOpinion): Promise<InstructionView> {
    return this.db.transaction(async (tx) => {
      const dossier = await this.desk.hold(tx, actor, applicationId, opinionsPolicy.askOpinion);
      const [now, dueAt] = [this.clock.now(), new Date(due)];
      const why = whyNotAsk(dossier, (await rows.opinionsOf(tx, applicationId)).length) ?? whyNotDue(dueAt, now);
      if (why !== null) throw problem(why, { facts: { state: dossier.state } });
      refuseUnknown(dossier, asked.sections);
      await this.limits.consume('invitation-organisation', dossier.owner.id);
      await this.limits.consume('invitation-address', addressKey(asked.email));
      const id = this.ids.next();
      const line = { ...asked, id, applicationId, accountId: actor.accountId, askedAt: now, dueAt, tokenHash: this.links.hashFor(id) };
      await rows.insertOpinion(tx, line);
      const { email: to, language, question, shared } = asked;
      const values = { ...this.about(dossier, { id, dueAt }), question, shared };
      await this.outbox.send(tx, { to, language, template: opinionAsked, values, eventKey: `opinion-asked-${id}` });
      const facts = { opinionId: id, shared: shared ? 1 : 0, dueAt: dueAt.toISOString(), sections: asked.sections };
      await this.acts.tell(tx, actor, dossier, { action: 'askOpinion', facts, said: asked.who });
      return this.instruction.present(tx, actor, dossier);
    });
  }

  /** From then on its link opens nothing; whoever was asked is told, and why. */
  async revoke(actor: Actor, applicationId: string, opinionId: string, { reason }: RevokeOpinion): Promise<InstructionView> {
    return this.db.transaction(async (tx) => {
      const dossier = await this.desk.hold(tx, actor, applicationId, opinionsPolicy.revokeOpinion);
      const opinion = await rows.findOpinion(tx, { id: opinionId });
      if (opinion?.applicationId !== applicationId) throw problem('not-found');
      const isMoved =
        nextOpinionState(opinion.state, 'revoke') !== null && (await rows.revokeAsked(tx, opinionId, reason, this.clock.now()));
      if (!isMoved) throw problem('opinion-closed', { facts: { state: opinion.state } });
      const { email: to, language } = opinion;
      const { link: _link, ...values } = this.about(dossier, opinion);
      if (to !== null)
        await this.outbox.send(tx, {
          to,
          language,
          template: opinionRevoked,
          values: { ...values, reason },
          eventKey: `opinion-revoked-${opinionId}`,
        });
      await this.acts.tell(tx, actor, dossier, { action: 'revokeOpinion', facts: { opinionId }, said: opinion.who });
      return this.instruction.present(tx, actor, dossier);
    });
  }

  /** May run twice: what was reminded of is written down, in the transaction of the letter. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    for (const waiting of await rows.opinionsDueBefore(this.db.manager, now, new Date(now.getTime() + LONGEST_WARNING_MS))) {
      const { id, applicationId, email: to, language } = waiting;
      if (to === null) continue;
      await this.db.transaction(async (tx) => {
        const dossier = await this.moves.hold(tx, applicationId);
        if (!isReminderDue(waiting, dossier, now) || !(await rows.markReminded(tx, id, now))) return;
        const values = this.about(dossier, waiting);
        await this.outbox.send(tx, { to, language, template: opinionReminder, values, eventKey: `opinion-reminder-${id}` });
      });
    }
  }

  private about({ owner, organisation, number, call, site }: Dossier, { id, dueAt }: Pick<rows.OpinionRow, 'id' | 'dueAt'>) {
    return {
      owner: owner.name,
      organisation: organisation.name,
      number: number ?? '',
      target: call?.title ?? site?.name ?? '',
      dueAt: dueAt.toISOString(),
      link: this.links.urlFor(id),
    };
  }
}

function refuseUnknown(dossier: Dossier, sections: readonly string[]): void {
  const known = new Set(sectionsOf(dossier).map(({ id }) => id));
  const errors = sections.flatMap((section, index) =>
    known.has(section) ? [] : [{ in: 'body' as const, pointer: `/sections/${index}`, message: unknownSection.error() }],
  );
  if (errors.length > 0) throw problem('invalid-input', { errors });
}
