import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../../platform/journal/act.js';
import { Journal } from '../../../platform/journal/journal.js';

type Told = Pick<Act, 'organisationId' | 'why' | 'facts'>;

/** What passers-by, keepers and moderators do about what stands at a place. Never from which network: the journal cannot forget. */
@Injectable()
export class StandingJournal {
  constructor(private readonly journal: Journal) {}

  async tell(tx: EntityManager, accountId: string | null, siteId: string, action: string, told: Told): Promise<void> {
    await this.journal.recordAct(tx, { actor: { kind: 'person', id: accountId }, action, thing: { kind: 'site', id: siteId }, ...told });
  }
}
