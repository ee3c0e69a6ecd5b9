import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { ApplicationCorrections } from '../applications/application-corrections.service.js';
import { ApplicationMoves } from '../applications/application-moves.service.js';
import { ApplicationPost } from '../applications/application-post.js';
import { admissionTold } from './admission.mails.js';
import { InstructionActs } from './instruction-acts.js';
import { type CheckedCriterion, InstructionDesk } from './instruction-desk.js';
import type { Dossier } from './instruction.criteria.js';
import { instructionPolicy } from './instruction.policy.js';
import { verdictOf, whyNotAdmit, whyNotRefuse } from './instruction.rules.js';
import type { InstructionView, RefuseAdmission, RequestCorrection, SaidReason } from './instruction.schemas.js';
import { InstructionService } from './instruction.service.js';
import { choiceOn, removeChoice } from './shortlist/shortlist.queries.js';

interface Told {
  readonly outcome: 'admitted' | 'refused' | 'takenBack';
  readonly act: string;
  readonly reason?: string | null;
  readonly criteria?: readonly CheckedCriterion[];
}

/** What is decided on admissibility, and what is asked to correct before: the applicant is told each time, with the reasons. */
@Injectable()
export class AdmissionService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly desk: InstructionDesk,
    private readonly acts: InstructionActs,
    private readonly moves: ApplicationMoves,
    private readonly corrections: ApplicationCorrections,
    private readonly post: ApplicationPost,
    private readonly instruction: InstructionService,
  ) {}

  admit(actor: Actor, id: string): Promise<InstructionView> {
    return this.one(actor, id, (tx) => this.admitOne(tx, actor, id));
  }

  refuse(actor: Actor, id: string, { reason, criteria: named }: RefuseAdmission): Promise<InstructionView> {
    return this.one(actor, id, async (tx) => {
      const dossier = await this.desk.hold(tx, actor, id, instructionPolicy.refuseAdmission);
      const criteria = await this.desk.checked(tx, dossier);
      const dueAt = dossier.correction === null ? null : new Date(dossier.correction.dueAt);
      const why = whyNotRefuse(dossier.state, criteria, named, dueAt, this.clock.now());
      if (why !== null) throw problem(why, { facts: { state: dossier.state } });
      await this.corrections.close(tx, id);
      const failed = criteria.filter(({ key }) => named.includes(key));
      const act = await this.acts.tell(tx, actor, dossier, { action: 'refuse', facts: { criteria: failed.map(({ key }) => key) } });
      await this.tell(tx, dossier, { outcome: 'refused', act, reason, criteria: failed });
      const facts = { criteria: failed.map(({ key }) => key).join(' ') };
      await this.moves.move(tx, actor, { applicationId: id, action: 'refuseAdmission', reason, facts });
    });
  }

  takeBack(actor: Actor, id: string, { reason }: SaidReason): Promise<InstructionView> {
    return this.one(actor, id, (tx) => this.takeBackOne(tx, actor, id, reason));
  }

  requestCorrection(actor: Actor, id: string, asked: RequestCorrection): Promise<InstructionView> {
    return this.one(actor, id, (tx) => this.requestOne(tx, actor, id, asked));
  }

  endCorrection(actor: Actor, id: string, { reason }: SaidReason): Promise<InstructionView> {
    return this.one(actor, id, (tx) => this.endOne(tx, actor, id, reason));
  }

  /** @returns the act, by which it may be undone */
  async admitOne(tx: EntityManager, actor: Actor, id: string): Promise<string> {
    const dossier = await this.desk.hold(tx, actor, id, instructionPolicy.admitApplication);
    const criteria = await this.desk.checked(tx, dossier);
    const why = whyNotAdmit(dossier.state, criteria);
    if (why !== null) throw problem(why, { facts: { state: dossier.state, criteria: leftOf(criteria) } });
    await this.moves.move(tx, actor, { applicationId: id, action: 'admit' });
    const act = await this.acts.tell(tx, actor, dossier, { action: 'admit' });
    await this.tell(tx, dossier, { outcome: 'admitted', act });
    return act;
  }

  async takeBackOne(tx: EntityManager, actor: Actor, id: string, reason: string): Promise<void> {
    const dossier = await this.desk.hold(tx, actor, id, instructionPolicy.takeBackAdmission);
    await this.moves.move(tx, actor, { applicationId: id, action: 'takeBackAdmission', reason });
    const act = await this.acts.tell(tx, actor, dossier, { action: 'takeBack' });
    await this.tell(tx, dossier, { outcome: 'takenBack', act, reason });
  }

  async requestOne(tx: EntityManager, actor: Actor, id: string, { dueAt, reason, items }: RequestCorrection): Promise<string> {
    const dossier = await this.desk.hold(tx, actor, id, instructionPolicy.requestCorrection);
    // What the owner sees decides: a file of the second step is sealed until that step closes.
    if (dossier.state === 'invited') throw problem('application-state-forbids', { facts: { state: dossier.state } });
    await this.corrections.request(tx, actor, id, { dueAt: new Date(dueAt), reason, items });
    // What was chosen was chosen on what is about to change.
    const before = dossier.step === 'first' ? await choiceOn(tx, id) : null;
    if (before !== null) await removeChoice(tx, id);
    return this.acts.tell(tx, actor, dossier, { action: 'requestCorrection', facts: { fields: items.map(({ field }) => field) }, before });
  }

  async endOne(tx: EntityManager, actor: Actor, id: string, reason: string): Promise<void> {
    await this.desk.hold(tx, actor, id, instructionPolicy.endCorrection);
    await this.corrections.end(tx, actor, id, reason);
  }

  private async one(actor: Actor, id: string, act: (tx: EntityManager) => Promise<unknown>): Promise<InstructionView> {
    return this.db.transaction(async (tx) => {
      await act(tx);
      return this.instruction.present(tx, actor, { id });
    });
  }

  private async tell(tx: EntityManager, dossier: Dossier, { outcome, act, reason = null, criteria = [] }: Told): Promise<void> {
    const { id, number, call, site, organisation } = dossier;
    const values = {
      outcome,
      reason,
      number: number ?? '',
      target: call?.title ?? site?.name ?? '',
      criteria: criteria.map(({ kind, label }) => ({ kind: kind === 'complete' || kind === 'lots' ? kind : ('other' as const), label })),
      link: this.post.page(`/mes-candidatures/${id}`),
    };
    const file = { id, organisationId: organisation.id, target: values.target };
    await this.post.tell(tx, file, {
      kind: 'admission_told',
      dedupeKey: `admission-${act}`,
      facts: { what: outcome },
      template: admissionTold,
      values,
    });
  }
}

const leftOf = (criteria: readonly CheckedCriterion[]) => criteria.filter((line) => verdictOf(line) !== 'yes').map(({ key }) => key);
