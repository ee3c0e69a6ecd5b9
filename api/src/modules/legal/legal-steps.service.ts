import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { findProcedureOf, grantsNoPlace, insertStep, type ProcedureRow, type Subject } from './legal.queries.js';
import type { LegalAct, Step } from './legal.vocabulary.js';
import { doneSteps, outcomeOf } from './legal-procedure.view.js';
import { type MissingStep, whyNotAct } from './legal-steps.rules.js';

/** What modules that award, decide and sign ask before they do; and where they note the steps that they carry out. */
@Injectable()
export class LegalSteps {
  constructor(private readonly clock: Clock) {}

  /**
   * @returns the first step of the path that holds this act back, or the path that forbids it; null = nothing does
   * @example await legalSteps.whyNot(tx, { callId, act: 'decide' })
   */
  async whyNot(tx: EntityManager, { act, ...subject }: Subject & { readonly act: LegalAct }): Promise<MissingStep | null> {
    const procedure = await findProcedureOf(tx, subject);
    if (procedure === null && (await grantsNoPlace(tx, subject))) return null;
    return whyNotAct(
      act,
      procedure === null ? null : outcomeOf(procedure),
      procedure === null ? new Set() : doneSteps(procedure, this.clock.now()),
    );
  }

  /** @throws Problem `legal-step-missing` with the step, or `legal-path-forbids` with the path */
  async require(tx: EntityManager, asked: Subject & { readonly act: LegalAct }): Promise<void> {
    const missing = await this.whyNot(tx, asked);
    if (missing === null) return;
    const { step, path } = missing;
    throw step === null
      ? problem('legal-path-forbids', { facts: { path } })
      : problem('legal-step-missing', { facts: { step, path, act: asked.act } });
  }

  /**
   * Notes a step that the caller carries out in the same transaction; again, it changes nothing. Without a procedure, or on a path that
   * does not ask for it, it notes nothing.
   * @param said.doneOn calendar day
   */
  async done(
    tx: EntityManager,
    actor: Actor | null,
    {
      step,
      doneOn,
      reference,
      note = null,
      ...subject
    }: Subject & {
      readonly step: Exclude<Step, 'answers' | 'window_over'>;
      readonly doneOn: string;
      readonly reference: string;
      readonly note?: string | null;
    },
  ): Promise<void> {
    const procedure = await findProcedureOf(tx, subject);
    if (procedure === null || !outcomeOf(procedure).steps.includes(step)) return;
    await insertStep(tx, {
      procedureId: procedure.id,
      step,
      at: this.clock.now(),
      accountId: actor?.accountId ?? null,
      doneOn,
      reference,
      note,
    });
  }

  /** For the facts a letter or an agreement carries: what was answered last, and where it leads. */
  async of(tx: EntityManager, subject: Subject): Promise<ProcedureRow | null> {
    return findProcedureOf(tx, subject);
  }
}
