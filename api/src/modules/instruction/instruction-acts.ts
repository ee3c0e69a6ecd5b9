import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import { insertAct } from './instruction-acts.queries.js';
import type { Dossier } from './instruction.criteria.js';

export interface InternalAct {
  readonly action: string;
  /** Ids and words of a closed list: for the journal, which cannot forget. */
  readonly facts?: Readonly<Record<string, string | number | readonly string[] | null>>;
  /** Words typed, for agents only. */
  readonly said?: string | null;
  /** What it replaced, words typed included, by which it is undone: for agents only. */
  readonly before?: object | null;
}

/** What agents do among themselves: a line the applicant never sees, and one in the journal, last in the transaction. */
@Injectable()
export class InstructionActs {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
  ) {}

  /** @returns the act, by which some are undone */
  async tell(
    tx: EntityManager,
    actor: Actor,
    { id, owner }: Dossier,
    { action, facts = {}, said = null, before = null }: InternalAct,
  ): Promise<string> {
    const act = this.ids.next();
    await insertAct(tx, {
      id: act,
      applicationId: id,
      accountId: actor.accountId,
      at: this.clock.now(),
      action,
      facts: { ...facts, ...(said === null ? {} : { said }), ...(before === null ? {} : { before }) },
    });
    await this.journal.recordAct(tx, {
      actor: { kind: 'person', id: actor.accountId },
      action: `${action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-instruction`,
      thing: { kind: 'application', id },
      organisationId: owner.id,
      facts: Object.fromEntries(
        Object.entries(facts).map(([key, value]) => [key, Array.isArray(value) ? [...(value as string[])] : value]),
      ) as never,
    });
    return act;
  }
}
