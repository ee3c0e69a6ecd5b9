import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { LegalSteps } from '../legal/legal-steps.service.js';
import { ApplicationActs } from './application-acts.js';
import { type ApplicationAction, type ApplicationState, nextApplicationState } from './application.rules.js';
import { type ApplicationRecord, findApplication, lockApplication, moveApplication } from './applications.queries.js';

export interface Move {
  readonly applicationId: string;
  readonly action: ApplicationAction;
  /** Told to the applicant; needed by the actions that say so. */
  readonly reason?: string | null;
  /** Kept in the journal: values worth proving, never personal data. */
  readonly facts?: Readonly<Record<string, string | number | null>>;
}

/**
 * The one way by which instruction, review and decision move an application along its table: locked, moved, written in its history and in the journal.
 * Whoever calls has asked for the right to act.
 */
@Injectable()
export class ApplicationMoves {
  constructor(
    private readonly clock: Clock,
    private readonly acts: ApplicationActs,
    private readonly legalSteps: LegalSteps,
  ) {}

  /** The application as it is now, and as it stays until the transaction ends. @throws Problem `not-found` */
  async hold(tx: EntityManager, applicationId: string): Promise<ApplicationRecord> {
    await lockApplication(tx, applicationId);
    const application = await findApplication(tx, applicationId);
    if (application === null) throw problem('not-found');
    return application;
  }

  /**
   * @param actor null when nobody acts: it follows from something else that was decided
   * @returns the application before, and the state it is in now
   * @throws Problem `application-state-forbids` when the table has no such move
   */
  async move(
    tx: EntityManager,
    actor: Actor | null,
    { applicationId, action, reason = null, facts }: Move,
  ): Promise<{ readonly application: ApplicationRecord; readonly toState: ApplicationState }> {
    const application = await this.hold(tx, applicationId);
    const { state: fromState, version } = application;
    const toState = nextApplicationState(fromState, action);
    if (toState === null) throw problem('application-state-forbids', { facts: { state: fromState } });
    // Whoever asks: a place is given by the steps of its path, or not at all.
    if (action === 'select' || action === 'promote') await this.legalSteps.require(tx, { applicationId, act: 'select' });
    if (!(await moveApplication(tx, application, { to: toState, reason, at: this.clock.now() }))) throw problem('changed-meanwhile');
    await this.acts.tell(tx, actor, application, { action, version, fromState, toState, reason, ...(facts ? { facts } : {}) });
    return { application, toState };
  }
}
