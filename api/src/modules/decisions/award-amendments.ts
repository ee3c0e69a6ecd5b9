import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { Ids } from '../../platform/ids.js';
import { type Amendment, insertAmendment, type LineRow } from './decisions.queries.js';

type Said = Pick<Amendment, 'kind'> & Partial<Pick<Amendment, 'decision' | 'reason' | 'reasons'>>;

/** What changed after results: published results do not, each change is dated beside them. */
@Injectable()
export class AwardAmendments {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @param actor null when nobody acts: it follows from something else that was done */
  async add(
    tx: EntityManager,
    actor: Actor | null,
    { callId, lot, applicationId }: Pick<LineRow, 'callId' | 'lot' | 'applicationId'>,
    { kind, decision = null, reason = null, reasons = [] }: Said,
  ): Promise<void> {
    const line = { id: this.ids.next(), callId, lot, applicationId, at: this.clock.now(), accountId: actor?.accountId ?? null };
    await insertAmendment(tx, { ...line, kind, decision, reason, reasons });
  }
}
