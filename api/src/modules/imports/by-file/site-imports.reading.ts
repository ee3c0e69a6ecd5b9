import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock.js';
import { Files } from '../../../platform/files/files.js';
import { Ids } from '../../../platform/ids.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { ImportProblem } from '../import.problems.js';
import { easeLimits } from '../imports.queries.js';
import type { RawRow } from '../reading/file.reader.js';
import { withTable } from '../reading/tables/table.reader.js';
import type { OpenedTable } from '../reading/tables/table.types.js';
import { proposeHeaderRow } from './column.mapping.js';
import { evaluateRows } from './site-import.evaluation.js';
import { fingerprintOf, headerOf, layoutOf, proposedSettings, recogniseLayout, runOf } from './site-import.layouts.js';
import { siteImportToRead } from './site-imports.events.js';
import { SiteImportsJournal } from './site-imports.journal.js';
import * as rows from './site-import-rows.queries.js';
import * as imports from './site-imports.queries.js';
import type { ImportRecord, StoredForm } from './site-imports.queries.js';
import type { ImportSettings } from './site-imports.schemas.js';

const BATCH = 500;

/** In the background: the rows of the file are kept as text, then judged. Done twice, it ends the same. */
@Injectable()
export class SiteImportsReading implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
    private readonly files: Files,
    private readonly journal: SiteImportsJournal,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(siteImportToRead, 'read', ({ importId }) => this.read(importId));
  }

  async read(importId: string): Promise<void> {
    const record = await imports.findImport(this.db.manager, importId);
    if (record?.state !== 'reading' || record.fileName === null) return;
    try {
      await this.understand(record, record.fileName);
    } catch (error) {
      if (!(error instanceof ImportProblem)) throw error;
      await this.refuse(record, error);
    }
  }

  private async understand(record: ImportRecord, fileName: string): Promise<void> {
    const virus = await this.files.findVirus(fileName);
    if (virus !== null) throw new ImportProblem('file_virus', { file: record.title, detail: virus });
    await this.db.transaction(async (tx) => {
      await easeLimits(tx);
      const sheet = record.settings.sheet ?? null;
      const isKept = record.form !== null && (sheet === null || record.form.sheet === sheet);
      const { form, settings } = isKept
        ? { form: record.form, settings: record.settings }
        : await this.keepRows(tx, record, fileName, sheet);
      await this.judge(tx, record, form, settings);
    });
  }

  private keepRows(
    tx: EntityManager,
    record: ImportRecord,
    fileName: string,
    sheet: number | null,
  ): Promise<{ form: StoredForm; settings: Partial<ImportSettings> }> {
    return this.files.incoming.withFolder(async (folder) => {
      const path = join(folder, 'file');
      await pipeline(await this.files.open(fileName), createWriteStream(path, { mode: 0o600 }));
      return withTable(path, record.title, sheet, async (table) => {
        const form = await this.copyRows(tx, record.id, table);
        return { form, settings: { sheet: table.sheets.length > 0 ? table.sheet : null } };
      });
    });
  }

  private async copyRows(tx: EntityManager, importId: string, table: OpenedTable): Promise<StoredForm> {
    await rows.clearRows(tx, importId);
    let width = table.header?.length ?? 0;
    let batch: RawRow[] = [];
    for await (const row of table.rows) {
      width = Math.max(width, row.cells.length);
      batch.push(row);
      if (batch.length < BATCH) continue;
      await rows.insertRows(tx, importId, batch);
      batch = [];
    }
    if (batch.length > 0) await rows.insertRows(tx, importId, batch);
    const { form, sheets, sheet, header } = table;
    return { ...form, sheets, sheet, header, width, recognised: 'generic', remembered: false };
  }

  private async judge(tx: EntityManager, record: ImportRecord, form: StoredForm, chosen: Partial<ImportSettings>): Promise<void> {
    const first = await rows.readRows(tx, record.id, { afterLine: -1, count: 30 });
    const proposed = first[proposeHeaderRow(first.map(({ cells }) => cells))]?.line ?? 0;
    const headerLine = form.header === null ? (chosen.headerLine ?? proposed) : null;
    const [headerRow] = headerLine === null ? [] : await rows.readRows(tx, record.id, { afterLine: -1, count: 1, lines: [headerLine] });
    const header = headerOf(form, headerRow?.cells ?? null);
    const recognised = recogniseLayout(
      header,
      first.some(({ geometry }) => geometry !== null),
    );
    const memory = chosen.columns ? null : await imports.rememberedMapping(tx, record.organisation.id, fingerprintOf(header));
    const settings = { sheet: null, ...proposedSettings(header, recognised), ...memory, ...chosen, headerLine };
    const layout = layoutOf(record, settings, header);
    await rows.forgetOutcomes(tx, record.id);
    const run = runOf(record, layout, this.clock.now(), () => this.ids.next());
    await evaluateRows(tx, { settings, layout, run, organisationId: record.organisation.id });
    const totals = await rows.countRows(tx, record.id);
    const change = { state: 'to_check' as const, form: { ...form, recognised, remembered: memory !== null }, settings, totals };
    // Abandoned or changed meanwhile: another task will read it, or none.
    if (!(await imports.saveImport(tx, record, change, this.clock.now()))) throw new ReadForNothing();
  }

  private async refuse(record: ImportRecord, fault: ImportProblem): Promise<void> {
    await this.db.transaction(async (tx) => {
      const refusal = { code: fault.code, fr: fault.sentence('fr'), en: fault.sentence('en') };
      if (!(await imports.saveImport(tx, record, { state: 'failed', refusal }, this.clock.now()))) return;
      await rows.clearRows(tx, record.id);
      await this.journal.tell(tx, null, record, 'refuse', 'failed', { reason: fault.code });
    });
  }
}

/** Undoes the transaction; the job is tried again and finds another state. */
class ReadForNothing extends Error {}
