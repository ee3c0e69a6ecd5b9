import { CsvError, parse } from 'csv-parse';
import { MAX_LINE_BYTES, openText, type InspectedFile } from './file.inspection.js';
import { ImportProblem } from '../import.problems.js';
import type { GeoJsonGeometry } from '../import.types.js';
import { jsonObjects } from './json-objects.js';
import { detectDelimiter, type Delimiter } from './tabular.rules.js';

/** A row before its columns have been understood. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly geometry: GeoJsonGeometry | null;
}
export interface OpenedRows {
  readonly format: 'csv' | 'json' | 'geojson';
  readonly delimiter: Delimiter | null;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<RawRow>;
}

/** Opens the rows of a file, whatever its form. `onBytes` reports progress in decompressed bytes. */
export async function openRows(file: InspectedFile, onBytes: (total: number) => void = () => undefined): Promise<OpenedRows> {
  return file.json ? openJson(file, onBytes) : openCsv(file, onBytes);
}

async function openCsv(file: InspectedFile, onBytes: (total: number) => void): Promise<OpenedRows> {
  const delimiter = await readDelimiter(file);
  const text = openText(file, onBytes);
  const parser = text.pipe(
    parse({
      delimiter: delimiter ?? ';',
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: '\n',
      max_record_size: MAX_LINE_BYTES,
    }),
  );
  text.on('error', (error) => parser.destroy(error));
  const records = numbered(parser, file.name);
  const first = await records.next();
  if (first.done) throw new ImportProblem('file_empty', { file: file.name });
  const header = first.value.cells.map((cell) => cell.trim());
  return { format: 'csv', delimiter, header, rows: wholeRows(records, header.length, file.name) };
}

async function readDelimiter(file: InspectedFile): Promise<Delimiter | null> {
  let head = '';
  for await (const chunk of openText(file, () => undefined)) {
    head += chunk as string;
    if (head.length > 65_536 || head.trimStart().includes('\n')) break;
  }
  return detectDelimiter(head);
}

/** Gives each record the line on which it begins; blank lines and the `sep=;` line of spreadsheets are passed over. */
async function* numbered(parser: AsyncIterable<{ info: { lines: number }; record: string[] }>, fileName: string): AsyncGenerator<RawRow> {
  let endOfPrevious = 0;
  try {
    for await (const { info, record } of parser) {
      const line = endOfPrevious + 1;
      endOfPrevious = info.lines;
      const blank = record.every((cell) => cell.trim() === '');
      if (!blank && !(line === 1 && /^sep=.?$/i.test(record.join(';')))) yield { line, cells: record, geometry: null };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportProblem('file_cut', {
      file: fileName,
      detail: {
        fr: `un guillemet ouvert après la ligne ${endOfPrevious} n’est jamais refermé`,
        en: `a quote opened after line ${endOfPrevious} is never closed`,
      },
    });
  }
}

/** A last row with too few columns is the mark of an interrupted download: better nothing than half a row. */
async function* wholeRows(records: AsyncGenerator<RawRow>, width: number, fileName: string): AsyncGenerator<RawRow> {
  let held: RawRow | null = null;
  for await (const row of records) {
    if (held) yield held;
    held = row;
  }
  if (!held) throw new ImportProblem('file_empty', { file: fileName });
  if (held.cells.length < width) {
    throw new ImportProblem('file_cut', {
      file: fileName,
      detail: {
        fr: `la dernière ligne (${held.line}) a ${held.cells.length} colonnes au lieu de ${width}`,
        en: `the last line (${held.line}) has ${held.cells.length} columns instead of ${width}`,
      },
    });
  }
  yield held;
}

const HEADER_SAMPLE = 200;

/** The columns of a JSON list are the keys of its first objects; keys that come later are read too, as unknown columns. */
async function openJson(file: InspectedFile, onBytes: (total: number) => void): Promise<OpenedRows> {
  const objects = jsonObjects(openText(file, onBytes) as AsyncIterable<string>, file.name);
  const sample: Record<string, unknown>[] = [];
  for (let next = await objects.next(); !next.done; next = await objects.next()) {
    sample.push(next.value);
    if (sample.length >= HEADER_SAMPLE) break;
  }
  const first = sample[0];
  if (!first) throw new ImportProblem('file_empty', { file: file.name });
  const header = [...new Set(sample.flatMap((object) => Object.keys(propertiesOf(object))))];
  const geojson = first['type'] === 'Feature';
  return { format: geojson ? 'geojson' : 'json', delimiter: null, header, rows: jsonRows(sample, objects, header) };
}

async function* jsonRows(
  sample: readonly Record<string, unknown>[],
  rest: AsyncGenerator<Record<string, unknown>>,
  header: readonly string[],
): AsyncGenerator<RawRow> {
  let line = 0;
  const row = (object: Record<string, unknown>): RawRow => {
    const properties = propertiesOf(object);
    return { line: ++line, cells: header.map((key) => asText(properties[key])), geometry: geometryOf(object) };
  };
  for (const object of sample) yield row(object);
  for await (const object of rest) yield row(object);
}

/** GeoJSON keeps its columns in `properties`; the exports of the SNCF portal nest them in `fields`. */
function propertiesOf(object: Record<string, unknown>): Record<string, unknown> {
  const nested = object['properties'] ?? object['fields'];
  return isRecord(nested) ? nested : object;
}
function geometryOf(object: Record<string, unknown>): GeoJsonGeometry | null {
  const found = object['geometry'];
  return isRecord(found) && typeof found['type'] === 'string' ? { type: found['type'], coordinates: found['coordinates'] } : null;
}
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
