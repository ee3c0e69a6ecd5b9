import { createWriteStream } from 'node:fs';
import { access, constants, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sayNote } from './import.causes.js';
import { ImportProblem } from './import.problems.js';
import type { FileResult, ImportResult } from './import.runner.js';
import { countCauses, type RowEntry } from './import.totals.js';
import { isWarned } from './import.causes.js';
import type { Lang, ReportRow } from './import.types.js';

/** Refuses a report nobody could write before the import begins, not after it. */
export async function checkReportPath(path: string): Promise<void> {
  const bad = (detail: { fr: string; en: string }) => new ImportProblem('bad_report_name', { file: path, detail });
  if (!/\.(json|csv)$/i.test(path)) throw bad({ fr: 'autre terminaison', en: 'other ending' });
  try {
    await access(dirname(resolve(path)), constants.W_OK);
  } catch {
    throw bad({ fr: 'dossier absent ou protégé', en: 'folder missing or protected' });
  }
}

/** Writes the report beside its final name and renames it: never half a report. */
export async function writeReport(path: string, result: ImportResult, lang: Lang): Promise<void> {
  const text = /\.json$/i.test(path) ? jsonReport(result, lang) : csvReport(result, lang);
  const partial = `${path}.part`;
  try {
    await pipeline(Readable.from(text), createWriteStream(partial));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw new ImportProblem('bad_report_name', { file: path, detail: error instanceof Error ? error.message : String(error) });
  }
}

function* reportRows(file: FileResult, lang: Lang): Generator<ReportRow> {
  const heading = headingOf(file);
  for (const entry of [...file.entries].sort((left, right) => left.line - right.line)) yield sayRow(entry, file, lang, heading);
}

function sayRow(entry: RowEntry, file: FileResult, lang: Lang, heading: (field: string) => string): ReportRow {
  return {
    line: entry.line,
    outcome: entry.outcome,
    warned: isWarned(entry.notes, file.causes),
    sourceKey: entry.sourceKey,
    recordId: entry.recordId,
    notes: entry.notes.map((note) => sayNote(note, file.causes, lang, heading)),
  };
}

/** Our field → the heading people see in their file. */
export function headingOf({ file: { match, header } }: FileResult): (field: string) => string {
  return (field) => header[match.fields.get(field) ?? -1] ?? match.dialect.columns[field]?.[0] ?? field;
}

function* jsonReport(result: ImportResult, lang: Lang): Generator<string> {
  const { order, totals, files } = result;
  yield `{"totals":${JSON.stringify(totals)},\n"kind":${JSON.stringify(order.kind)},"dry_run":${order.dryRun},"as_of":${JSON.stringify(order.asOf)},\n"files":[`;
  yield files
    .map((file) =>
      JSON.stringify({
        name: file.file.inspected.name,
        sha256: file.file.inspected.sha256,
        detected: file.file.detected,
        totals: file.totals,
        causes: countCauses(file.entries).map(({ cause, count, example, line }) => {
          const { severity, message, repair } = sayNote(example, file.causes, lang, headingOf(file));
          return { cause, count, severity, example: { line, message, repair } };
        }),
      }),
    )
    .join(',\n');
  yield '],\n"rows":[';
  let separator = '\n';
  for (const file of files) {
    const name = files.length > 1 ? { file: file.file.inspected.name } : {};
    for (const row of reportRows(file, lang)) {
      yield separator + JSON.stringify({ ...name, ...row });
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

const HEADINGS = {
  fr: [
    'fichier',
    'ligne',
    'resultat',
    'averti',
    'identifiant',
    'lieu',
    'colonne',
    'valeur',
    'cause',
    'gravite',
    'explication',
    'reparation',
  ],
  en: ['file', 'line', 'outcome', 'warned', 'key', 'record', 'column', 'value', 'cause', 'severity', 'explanation', 'repair'],
} as const;

/** One line per note (one per row without note), in the form spreadsheets open without asking: BOM, `;`, CRLF. */
function* csvReport({ files }: ImportResult, lang: Lang): Generator<string> {
  yield `\uFEFF${HEADINGS[lang].join(';')}\r\n`;
  for (const file of files) {
    for (const row of reportRows(file, lang)) {
      const start = [file.file.inspected.name, row.line, row.outcome, row.warned ? '1' : '0', row.sourceKey, row.recordId];
      const notes = row.notes.length > 0 ? row.notes : [null];
      for (const note of notes) {
        const rest = note ? [note.field, note.value, note.cause, note.severity, note.message, note.repair] : ['', '', '', '', '', ''];
        yield `${[...start, ...rest].map(csvCell).join(';')}\r\n`;
      }
    }
  }
}

/** Text that a spreadsheet would run as a formula is disarmed by an apostrophe; numbers are left alone. */
export function csvCell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = /^[=@\t\r]|^[+-](?![\d., ]*$)/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
