import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../../platform/journal/act.js';
import { Journal } from '../../../platform/journal/journal.js';

type Told = Pick<Act, 'organisationId' | 'from' | 'to' | 'facts'>;

/** Who knocked where, in whose name, and what was answered; never in whose words nor at which address. */
@Injectable()
export class KnocksJournal {
  constructor(private readonly journal: Journal) {}

  async tell(tx: EntityManager, accountId: string | null, siteId: string, action: string, told: Told): Promise<void> {
    await this.journal.recordAct(tx, { actor: { kind: 'person', id: accountId }, action, thing: { kind: 'site', id: siteId }, ...told });
  }
}
