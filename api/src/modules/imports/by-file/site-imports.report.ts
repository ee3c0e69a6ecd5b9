import { Injectable, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/access/permission.js';
import { downloadName } from '../../../platform/files/file-title.js';
import { problem } from '../../../platform/http/problem.js';
import { currentLanguage, type Language } from '../../../platform/http/request-context.js';
import { csvCell } from '../import.report.js';
import { xlsxOf } from '../reading/tables/xlsx.writer.js';
import { cellsOf } from './site-import.evaluation.js';
import type { ChosenLayout } from './site-import.layouts.js';
import { toRowView } from './site-import.view.js';
import { siteImportsPolicy } from './site-imports.policy.js';
import * as rows from './site-import-rows.queries.js';
import * as imports from './site-imports.queries.js';
import type { ImportSettings, SiteRowOutcome } from './site-imports.schemas.js';
import { SiteImportsRows } from './site-imports.rows.js';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const;
type ReportFormat = keyof typeof TYPES;
const SHEET: Readonly<Record<Language, string>> = { fr: 'Lieux', en: 'Places' };
const PAGE = 500;
const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['résultat de l’import', 'explication', 'comment réparer'],
  en: ['import outcome', 'explanation', 'how to repair'],
};
const OUTCOMES: Readonly<Record<Language, Readonly<Record<SiteRowOutcome, string>>>> = {
  fr: {
    created: 'créé',
    updated: 'mis à jour',
    unchanged: 'inchangé',
    refused: 'refusé',
    merged: 'réuni à une autre ligne',
    not_concerned: 'non concerné',
  },
  en: {
    created: 'created',
    updated: 'updated',
    unchanged: 'unchanged',
    refused: 'refused',
    merged: 'merged into another row',
    not_concerned: 'not concerned',
  },
};

/** The person's own table with what became of each row: to be corrected and sent again, or kept as a record. */
@Injectable()
export class SiteImportsReport {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly rowsOf: SiteImportsRows,
  ) {}

  async download(actor: Actor, id: string, format: ReportFormat, response: Response): Promise<StreamableFile> {
    const record = await this.rowsOf.read(this.db.manager, actor, id, siteImportsPolicy.downloadSiteImportReport);
    const layout = await this.rowsOf.layoutOf(this.db.manager, record);
    if (record.fileName === null) throw problem('site-import-forgotten');
    if (layout === null) throw problem('site-import-state-forbids', { facts: { state: record.state } });
    const { headerLine } = record.settings as ImportSettings;
    const lines = this.all(id, headerLine ?? -1);
    // The stream is read after the request's own context has ended.
    const language = currentLanguage();
    const table = annotated(lines, layout, language);
    const body = {
      csv: () => Readable.from(csvOf(table)),
      xlsx: () => xlsxOf(SHEET[language], table),
      json: () => Readable.from(jsonOf(lines, layout, record)),
    }[format]();
    const fileName = downloadName(record.title, 'import', format);
    response.set('Cache-Control', 'private, no-store');
    return new StreamableFile(body, { type: TYPES[format], disposition: `attachment; filename="${fileName}"` });
  }

  private async *all(id: string, headerLine: number): AsyncGenerator<rows.StoredRow> {
    let cursor: [number] | undefined;
    for (;;) {
      const page = await rows.searchRows(this.db.manager, id, headerLine, { show: 'all', cursor, limit: PAGE });
      yield* page.slice(0, PAGE);
      const last = page[PAGE - 1];
      if (page.length <= PAGE || last === undefined) return;
      cursor = [last.line];
    }
  }
}

/** The headings and rows of the file, each with what became of it. */
async function* annotated(lines: AsyncIterable<rows.StoredRow>, layout: ChosenLayout, language: Language): AsyncGenerator<string[]> {
  yield [...layout.header, ...HEADINGS[language]];
  for await (const row of lines) {
    const { notes } = toRowView(row, layout);
    const told = notes.filter(({ severity }) => severity !== 'info');
    const outcome = row.outcome === null ? '' : OUTCOMES[language][row.outcome];
    const remarks = [outcome, told.map(({ message }) => message).join(' '), told.map(({ repair }) => repair).join(' ')];
    yield [...cellsOf(row, layout.header.length), ...remarks];
  }
}

/** For French spreadsheets; what looks like a formula is disarmed, and armed again when the file comes back. */
async function* csvOf(table: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  let mark = '\uFEFF';
  for await (const cells of table) {
    yield `${mark}${cells.map(csvCell).join(';')}\r\n`;
    mark = '';
  }
}

async function* jsonOf(lines: AsyncIterable<rows.StoredRow>, layout: ChosenLayout, record: imports.ImportRecord): AsyncGenerator<string> {
  const { id, title, state, fileSha256, totals } = record;
  yield `{"import":${JSON.stringify({ id, title, state, sha256: fileSha256, totals })},"rows":[`;
  let separator = '\n';
  for await (const row of lines) {
    const { line, outcome, warned, siteId, notes } = toRowView(row, layout);
    yield separator + JSON.stringify({ line, outcome, warned, siteId, notes });
    separator = ',\n';
  }
  yield '\n]}\n';
}
