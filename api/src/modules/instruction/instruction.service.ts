import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { said } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ApplicationCorrections } from '../applications/application-corrections.service.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import { APPLICATION_TRANSITIONS } from '../applications/application.rules.js';
import { asOwnerReads, isSealed } from '../applications/application.view.js';
import { filingMade } from '../applications/applications.events.js';
import { InstructionActs } from './instruction-acts.js';
import { InstructionDesk } from './instruction-desk.js';
import { instructionPolicy } from './instruction.policy.js';
import * as rows from './instruction.queries.js';
import { isStale, whyNotCheck } from './instruction.rules.js';
import type { AddCriterion, InstructionView, WriteChecks } from './instruction.schemas.js';
import { toInstructionView } from './instruction.view.js';
import { notesOf } from './notes.queries.js';
import { opinionsOf } from './opinions/opinions.queries.js';
import type { Dossier } from './instruction.criteria.js';

const unknownCriterion = said('ce critère n’est pas de ce dossier', 'this criterion is not of this file');
const MOVES = [...new Set<string>(APPLICATION_TRANSITIONS.map(({ action }) => action))];

/** One file as its owner's agents examine it: criterion by criterion, each ticked apart from the others. */
@Injectable()
export class InstructionService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly desk: InstructionDesk,
    private readonly acts: InstructionActs,
    private readonly moves: ApplicationMoves,
    private readonly corrections: ApplicationCorrections,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(filingMade, 'check-again', ({ applicationId }) => this.checkAgain(applicationId));
  }

  async get(actor: Actor, id: string): Promise<InstructionView> {
    return this.db.transaction(async (tx) => {
      const dossier = await this.desk.read(tx, actor, id, instructionPolicy.getInstruction);
      return this.present(tx, actor, dossier);
    });
  }

  async markRead(actor: Actor, id: string): Promise<InstructionView> {
    return this.db.transaction(async (tx) => {
      const dossier = await this.desk.read(tx, actor, id, instructionPolicy.markInstructionRead);
      await rows.markRead(tx, id, actor.accountId, dossier.lastFiling?.sequence ?? 0);
      return this.present(tx, actor, dossier);
    });
  }

  /** All or nothing: what a colleague ticked meanwhile is shown, and nothing of theirs is lost. */
  async check(actor: Actor, id: string, { lines }: WriteChecks): Promise<InstructionView> {
    return this.db.transaction(async (tx) => {
      const dossier = await this.hold(tx, actor, id);
      const criteria = new Map((await this.desk.checked(tx, dossier)).map((criterion) => [criterion.key, criterion]));
      const at = this.clock.now();
      const crossed: string[] = [];
      for (const [index, line] of lines.entries()) {
        const criterion = criteria.get(line.criterion);
        if (criterion === undefined) throw unknownAt(`/lines/${index}/criterion`);
        const written = { ...line, applicationId: id, subject: criterion.subject, accountId: actor.accountId, at };
        if (!(await rows.writeCheck(tx, written))) crossed.push(line.criterion);
      }
      if (crossed.length > 0) throw problem('changed-meanwhile', { facts: { criteria: crossed } });
      const ticked = lines.map(({ criterion, verdict }) => `${criterion}=${verdict}`);
      await this.acts.tell(tx, actor, dossier, { action: 'check', facts: { ticked } });
      return this.present(tx, actor, dossier);
    });
  }

  async addCriterion(actor: Actor, id: string, { label }: AddCriterion): Promise<InstructionView> {
    return this.db.transaction(async (tx) => {
      const dossier = await this.hold(tx, actor, id);
      const criterionId = this.ids.next();
      const at = this.clock.now();
      await rows.insertCriterion(tx, { id: criterionId, applicationId: id, accountId: actor.accountId, label, at });
      await this.acts.tell(tx, actor, dossier, { action: 'addCriterion', facts: { criterionId }, said: label });
      return this.present(tx, actor, dossier);
    });
  }

  async removeCriterion(actor: Actor, id: string, criterionId: string): Promise<InstructionView> {
    return this.db.transaction(async (tx) => {
      const dossier = await this.hold(tx, actor, id);
      if (!(await rows.withdrawCriterion(tx, id, criterionId, this.clock.now()))) throw problem('not-found');
      await this.acts.tell(tx, actor, dossier, { action: 'removeCriterion', facts: { criterionId } });
      return this.present(tx, actor, dossier);
    });
  }

  async present(tx: EntityManager, actor: Actor, { id }: Pick<Dossier, 'id'>): Promise<InstructionView> {
    const now = this.clock.now();
    const dossier = asOwnerReads(await this.moves.hold(tx, id), now);
    const sealedSince = isSealed(dossier, now) ? (dossier.invitation?.id ?? null) : null;
    return toInstructionView(actor, dossier, now, {
      criteria: await this.desk.checked(tx, dossier),
      corrections: await this.corrections.ofApplication(tx, id),
      kept: await rows.keptAbout(tx, id),
      notes: await notesOf(tx, id),
      opinions: await opinionsOf(tx, id),
      history: await rows.historyFor(tx, id, MOVES, sealedSince),
    });
  }

  private async hold(tx: EntityManager, actor: Actor, id: string): Promise<Dossier> {
    const dossier = await this.desk.hold(tx, actor, id, instructionPolicy.writeChecks);
    const why = whyNotCheck(dossier.state);
    if (why !== null) throw problem(why, { facts: { state: dossier.state } });
    return dossier;
  }

  /** Filed again: what was ticked about an answer that changed is to be looked at again. Harmless twice; of what is sealed nothing shows. */
  private async checkAgain(applicationId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const dossier = await this.moves.hold(tx, applicationId);
      if (isSealed(dossier, this.clock.now())) return;
      const stale = (await this.desk.checked(tx, dossier)).filter(isStale).map(({ key }) => key);
      if (stale.length > 0) await rows.askAgain(tx, applicationId, stale, this.clock.now());
    });
  }
}

function unknownAt(pointer: string) {
  return problem('invalid-input', { errors: [{ in: 'body', pointer, message: unknownCriterion.error() }] });
}
