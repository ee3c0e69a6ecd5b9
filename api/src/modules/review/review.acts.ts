import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Journal } from '../../platform/journal/journal.js';
import type { HeldCall } from '../calls/call-moves.service.js';

export interface ReviewAct {
  readonly action: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Proof of what was done in a review. No words of reviewers: the journal cannot forget, and is read before scores are revealed. */
@Injectable()
export class ReviewActs {
  constructor(private readonly journal: Journal) {}

  /** Last in its transaction. */
  async tell(
    tx: EntityManager,
    actor: Actor | null,
    { id, organisation }: Pick<HeldCall, 'id' | 'organisation'>,
    act: ReviewAct,
  ): Promise<void> {
    await this.journal.recordAct(tx, {
      actor: actor === null ? { kind: 'system', id: null } : { kind: 'person', id: actor.accountId },
      action: act.action,
      thing: { kind: 'call', id },
      organisationId: organisation.id,
      from: act.from ?? null,
      to: act.to ?? null,
      facts: { ...act.facts },
    });
  }
}
