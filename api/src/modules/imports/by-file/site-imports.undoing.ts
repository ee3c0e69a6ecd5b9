import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { easeLimits } from '../imports.queries.js';
import { closeImported } from './places.queries.js';
import { keeperOf, rewritePlaces } from './places.writing.js';
import { datasetOf } from './site-import.layouts.js';
import { siteImportToUndo } from './site-imports.events.js';
import { SiteImportsJournal } from './site-imports.journal.js';
import * as rows from './site-import-rows.queries.js';
import * as imports from './site-imports.queries.js';
import type { ImportRecord } from './site-imports.queries.js';

const BATCH = 250;

/** An import taken back: its drafts are closed and what it replaced is put back, a batch to a transaction, so that progress shows. */
@Injectable()
export class SiteImportsUndoing implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly journal: SiteImportsJournal,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(siteImportToUndo, 'undo', async ({ importId }) => {
      while (await this.db.transaction((tx) => this.undoBatch(tx, importId)));
    });
  }

  /** @returns whether something may remain to be done */
  private async undoBatch(tx: EntityManager, importId: string): Promise<boolean> {
    await easeLimits(tx);
    const record = await imports.lockImport(tx, importId);
    if (record?.state !== 'undoing') return false;
    await imports.lockCommits(tx, record.organisation.id);
    const batch = await rows.rowsToUndo(tx, importId, BATCH);
    if (batch.length === 0) {
      await this.finish(tx, record);
      return false;
    }
    const lines = batch.map(({ line }) => line);
    await closeImported(tx, importId, lines, this.clock.now(), () => this.ids.next());
    for (const { before, isTouched } of batch) if (before !== null && !isTouched) await this.putBack(tx, record, before);
    await rows.markUndone(tx, importId, lines);
    return true;
  }

  /** As it was before, at the instant it had then: an earlier import of the same place can still be undone after this one. */
  private async putBack(tx: EntityManager, record: ImportRecord, before: NonNullable<rows.RowToUndo['before']>): Promise<void> {
    const { sourceKey, sourceDate, values, causes, hash, siteId, sourceId, runId, seenAt } = before;
    const run = {
      id: runId,
      kind: 'places' as const,
      startedAt: new Date(seenAt),
      newId: () => this.ids.next(),
      dialect: { dataset: datasetOf(record) },
    };
    const place = { record: { sourceKey, sourceDate, values, causes }, hash, siteId, sourceId, isNew: false };
    await rewritePlaces(tx, [place], run, keeperOf(record));
  }

  private async finish(tx: EntityManager, record: ImportRecord): Promise<void> {
    await imports.saveImport(tx, record, { state: 'undone' }, this.clock.now());
    await this.journal.tell(tx, null, record, 'finish-undo', 'undone', { sha256: record.fileSha256 });
  }
}
