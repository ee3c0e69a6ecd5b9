import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../platform/access/permission.js';
import type { Act } from '../../../platform/journal/act.js';
import { Journal } from '../../../platform/journal/journal.js';
import type { SiteImportState } from './site-import.rules.js';
import type { ImportRecord } from './site-imports.queries.js';

/** Acts on files of places: their fingerprint and their counts, never a word of theirs. */
@Injectable()
export class SiteImportsJournal {
  constructor(private readonly journal: Journal) {}

  /** @param actor null = the service itself */
  async tell(
    tx: EntityManager,
    actor: Actor | null,
    record: Pick<ImportRecord, 'id' | 'organisation' | 'state'>,
    action: string,
    to: SiteImportState,
    facts: NonNullable<Act['facts']> = {},
  ): Promise<void> {
    await this.journal.recordAct(tx, {
      actor: { kind: actor === null ? 'import' : 'person', id: actor?.accountId ?? null },
      action: `${action}-site-import`,
      thing: { kind: 'site-import', id: record.id },
      organisationId: record.organisation.id,
      from: record.state,
      to,
      facts,
    });
  }
}
