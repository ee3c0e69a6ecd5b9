import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { closeRun, describeDataset, easeLimits, openRun } from '../imports.queries.js';
import type { SourcedSite } from '../sourced-sites/sourced-site.types.js';
import { keeperOf, writePlaces } from './places.writing.js';
import { datasetOf, headerOf, layoutOf, runOf } from './site-import.layouts.js';
import { siteImportToCommit } from './site-imports.events.js';
import { SiteImportsJournal } from './site-imports.journal.js';
import * as rows from './site-import-rows.queries.js';
import * as imports from './site-imports.queries.js';
import type { ImportRecord } from './site-imports.queries.js';
import type { ImportSettings } from './site-imports.schemas.js';

const BATCH = 250;

/** Rows become drafts, a batch to a transaction: a worker that dies loses no more than one, and another takes up where it was. */
@Injectable()
export class SiteImportsCommitting implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly journal: SiteImportsJournal,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(siteImportToCommit, 'commit', async ({ importId }) => {
      while (await this.db.transaction((tx) => this.commitBatch(tx, importId)));
    });
  }

  /** @returns whether something may remain to be done */
  private async commitBatch(tx: EntityManager, importId: string): Promise<boolean> {
    await easeLimits(tx);
    const record = await imports.lockImport(tx, importId);
    if (record?.state !== 'committing' || record.form === null || record.committedAt === null) return false;
    await imports.lockCommits(tx, record.organisation.id);
    const settings = record.settings as ImportSettings;
    const layout = layoutOf(record, settings, await this.headerOf(tx, record, settings));
    // One instant for the whole import: a place whose own differs has been touched since.
    const run = runOf(record, layout, new Date(record.committedAt), () => this.ids.next());
    if (!(await imports.isRunOpen(tx, run.id))) {
      await describeDataset(tx, datasetOf(record), null, run.startedAt);
      await openRun(tx, run, { ...record.form, settings });
    }
    const batch = await rows.rowsToCommit(tx, importId, BATCH);
    if (batch.length === 0) {
      await this.finish(tx, record);
      return false;
    }
    const written = await writePlaces(
      tx,
      batch.map(({ record: place }) => place as SourcedSite),
      run,
      keeperOf(record),
    );
    const done = batch.map(({ line }, at) => {
      const { outcome = 'unchanged', recordId = null, before = null, notes = [] } = written[at] ?? {};
      return { line, outcome, siteId: recordId, before, notes };
    });
    await rows.saveDone(tx, importId, done, this.clock.now());
    return true;
  }

  private async finish(tx: EntityManager, record: ImportRecord): Promise<void> {
    const totals = await rows.countRows(tx, record.id);
    const at = this.clock.now();
    await closeRun(tx, record.id, totals, at);
    await imports.saveImport(tx, record, { state: 'done', totals, finishedAt: at }, at);
    await this.journal.tell(tx, null, record, 'finish', 'done', { sha256: record.fileSha256, ...totals });
  }

  private async headerOf(tx: EntityManager, record: ImportRecord, { headerLine }: ImportSettings): Promise<string[]> {
    if (record.form === null) return [];
    const [row] = headerLine === null ? [] : await rows.readRows(tx, record.id, { afterLine: -1, count: 1, lines: [headerLine] });
    return headerOf(record.form, row?.cells ?? null);
  }
}
