import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../../platform/access/authorise.js';
import type { Actor, Permission } from '../../../platform/access/permission.js';
import { Clock } from '../../../platform/clock.js';
import { toPage } from '../../../platform/http/cursor.js';
import { problem } from '../../../platform/http/problem.js';
import { Ids } from '../../../platform/ids.js';
import { evaluateRows } from './site-import.evaluation.js';
import { type ChosenLayout, fingerprintOf, headerOf, layoutOf, runOf } from './site-import.layouts.js';
import { nextImportState } from './site-import.rules.js';
import { toImportLine, toImportView, toRowView } from './site-import.view.js';
import { SiteImportsJournal } from './site-imports.journal.js';
import { siteImportsPolicy } from './site-imports.policy.js';
import * as rows from './site-import-rows.queries.js';
import * as imports from './site-imports.queries.js';
import type { ImportRecord } from './site-imports.queries.js';
import type {
  FixSiteImportRow,
  ImportSettings,
  ImportsSearch,
  RowsSearch,
  SiteImportPage,
  SiteImportPoints,
  SiteImportRowView,
  SiteImportRows,
  SiteImportView,
} from './site-imports.schemas.js';

const HEAD_ROWS = 12;

/** What is shown of an import and of its rows, and their correction in place. */
@Injectable()
export class SiteImportsRows {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: SiteImportsJournal,
  ) {}

  async list(actor: Actor, organisationId: string, { cursor, limit }: ImportsSearch): Promise<SiteImportPage> {
    authorise(siteImportsPolicy.listSiteImports, actor, { organisationId });
    const page = toPage(await imports.listImports(this.db.manager, organisationId, cursor?.[0] ?? null, limit + 1), limit, ({ id }) => [
      id,
    ]);
    return { items: page.items.map((record) => toImportLine(actor, record)), next: page.next };
  }

  async get(actor: Actor, id: string): Promise<SiteImportView> {
    return this.viewOf(this.db.manager, actor, await this.read(this.db.manager, actor, id, siteImportsPolicy.getSiteImport));
  }

  async search(actor: Actor, id: string, search: RowsSearch): Promise<SiteImportRows> {
    const record = await this.read(this.db.manager, actor, id, siteImportsPolicy.listSiteImportRows);
    const layout = await this.layoutOf(this.db.manager, record);
    if (layout === null) return { items: [], next: null };
    const { headerLine } = record.settings as ImportSettings;
    const found = await rows.searchRows(this.db.manager, id, headerLine ?? -1, search);
    const page = toPage(found, search.limit, ({ line }) => [line]);
    return { items: page.items.map((row) => toRowView(row, layout)), next: page.next };
  }

  async points(actor: Actor, id: string): Promise<SiteImportPoints> {
    await this.read(this.db.manager, actor, id, siteImportsPolicy.listSiteImportPoints);
    return { items: await rows.readPoints(this.db.manager, id), next: null };
  }

  /** The row is judged again, with those that describe the same place as it did or now does. */
  async fix(actor: Actor, id: string, line: number, { cells }: FixSiteImportRow): Promise<SiteImportRowView> {
    return this.db.transaction(async (tx) => {
      const record = await imports.lockImport(tx, id);
      if (record === null) throw problem('not-found');
      authorise(siteImportsPolicy.fixSiteImportRow, actor, { organisationId: record.organisation.id });
      const layout = await this.layoutOf(tx, record);
      if (nextImportState(record.state, 'fix') === null || layout === null)
        throw problem('site-import-state-forbids', { facts: { state: record.state } });
      const settings = record.settings as ImportSettings;
      const isColumn = Object.keys(cells).every((column) => Number(column) < layout.header.length);
      if (!isColumn || line <= (settings.headerLine ?? -1) || !(await rows.saveFixes(tx, id, line, cells))) throw problem('not-found');
      await this.judgeAgain(tx, record, layout, line);
      const totals = await rows.countRows(tx, id);
      if (!(await imports.saveImport(tx, record, { totals }, this.clock.now()))) throw problem('changed-meanwhile');
      await this.journal.tell(tx, actor, record, 'fix', record.state, { line });
      return toRowView(await this.rowAt(tx, id, line), layout);
    });
  }

  private async judgeAgain(tx: EntityManager, record: ImportRecord, layout: ChosenLayout, line: number): Promise<void> {
    const settings = record.settings as ImportSettings;
    const run = runOf(record, layout, this.clock.now(), () => this.ids.next());
    const before = await this.rowAt(tx, record.id, line);
    const asked = { settings, layout, run, organisationId: record.organisation.id };
    await evaluateRows(tx, { ...asked, lines: [line] });
    const after = await this.rowAt(tx, record.id, line);
    const keys = [before.sourceKey, after.sourceKey].filter((key) => key !== null);
    const lines = [...new Set([line, ...(await rows.linesOfKeys(tx, record.id, keys))])];
    if (lines.length > 1) await evaluateRows(tx, { ...asked, lines });
  }

  private async rowAt(tx: EntityManager, id: string, line: number): Promise<rows.StoredRow> {
    const [row] = await rows.searchRows(tx, id, line - 1, { show: 'all', limit: 1 });
    if (row?.line !== line) throw problem('not-found');
    return row;
  }

  async viewOf(tx: EntityManager, actor: Actor, record: ImportRecord): Promise<SiteImportView> {
    const layout = await this.layoutOf(tx, record);
    const hasRows = record.form !== null && record.fileName !== null;
    const head = hasRows ? await rows.readRows(tx, record.id, { afterLine: -1, count: HEAD_ROWS }) : [];
    const found = hasRows && layout !== null ? await rows.countNotes(tx, record.id) : [];
    return toImportView(actor, record, layout, { head, found });
  }

  /** Null until the file is understood. */
  async layoutOf(tx: EntityManager, record: ImportRecord): Promise<ChosenLayout | null> {
    const { form, settings } = record;
    if (form === null || settings.columns === undefined) return null;
    const headerLine = settings.headerLine ?? null;
    const [row] = headerLine === null ? [] : await rows.readRows(tx, record.id, { afterLine: -1, count: 1, lines: [headerLine] });
    return layoutOf(record, settings as ImportSettings, headerOf(form, row?.cells ?? null));
  }

  /** What the person decided for these headings serves the next file that has the same. */
  async remember(tx: EntityManager, record: ImportRecord, settings: Partial<ImportSettings>, at: Date): Promise<void> {
    const layout = await this.layoutOf(tx, record);
    const { layout: chosen, columns, kind } = settings;
    if (layout === null || chosen === undefined || columns === undefined || kind === undefined) return;
    await imports.rememberMapping(tx, record.organisation.id, fingerprintOf(layout.header), { layout: chosen, columns, kind }, at);
  }

  async read(tx: EntityManager, actor: Actor, id: string, line: Permission): Promise<ImportRecord> {
    const record = await imports.findImport(tx, id);
    if (record === null) throw problem('not-found');
    authorise(line, actor, { organisationId: record.organisation.id });
    return record;
  }
}
