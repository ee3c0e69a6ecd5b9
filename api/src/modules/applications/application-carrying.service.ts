import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Ids } from '../../platform/ids.js';
import type { Answers } from '../calls/form/question.schemas.js';
import { ApplicationActs } from './application-acts.js';
import { findBeginning } from './application-beginning.queries.js';
import { carriedFromApplication } from './application.beginning.js';
import { findApplication, hasFileFor, insertApplication } from './applications.queries.js';

export interface ToCarry {
  readonly organisationId: string;
  readonly callId: string;
  readonly title: string;
  /** What was already said, by the names of the questions. */
  readonly answers: Answers;
}

/** Drafts begun for organisations that already said what they want: a request turned into a call loses nobody's words. */
@Injectable()
export class ApplicationCarrying {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly acts: ApplicationActs,
  ) {}

  /** Harmless twice. @returns the draft; null when the organisation already has a file for the call */
  async carry(tx: EntityManager, { organisationId, callId, title, answers }: ToCarry): Promise<string | null> {
    const { call } = (await findBeginning(tx, { organisationId, callId })) ?? {};
    if (call == null || (await hasFileFor(tx, callId, organisationId))) return null;
    const id = this.ids.next();
    const carried = carriedFromApplication(call.form, { answers, title });
    const lots = call.lots.length === 1 ? call.lots.map((lot) => lot.id) : [];
    await insertApplication(tx, {
      id,
      callId,
      siteId: null,
      organisationId,
      projectId: null,
      title,
      ...carried,
      lots,
      form: null,
      at: this.clock.now(),
    });
    const application = await findApplication(tx, id);
    if (application !== null)
      await this.acts.tell(tx, null, application, { action: 'create', version: 1, fromState: null, toState: 'draft' });
    return id;
  }
}
