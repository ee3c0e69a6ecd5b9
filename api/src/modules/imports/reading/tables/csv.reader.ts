import { CsvError, parse } from 'csv-parse';
import { type InspectedFile, MAX_LINE_BYTES, openText } from '../file.inspection.js';
import type { RawRow } from '../file.reader.js';
import { DELIMITERS, type Delimiter } from '../tabular.rules.js';
import { ImportProblem } from '../../import.problems.js';
import type { OpenedTable } from './table.types.js';

const HEAD_LETTERS = 65_536;
const HEAD_LINES = 20;

/** A delimited text as rows of cells, titles above the headings included: which row is the heading is decided later, by people. */
export async function openCsvTable(file: InspectedFile): Promise<OpenedTable> {
  const delimiter = delimiterOf(await headOf(file));
  return {
    form: { format: 'csv', encoding: file.encoding, delimiter, coordinates: null },
    sheets: [],
    sheet: 0,
    header: null,
    rows: readRows(file, delimiter ?? ';'),
  };
}

async function headOf(file: InspectedFile): Promise<string> {
  let head = '';
  for await (const chunk of openText(file, () => undefined)) {
    head += chunk as string;
    if (head.length > HEAD_LETTERS) break;
  }
  return head;
}

/** The one that cuts a line of the head into most cells, text between quotes left aside: a title above says nothing of it. */
export function delimiterOf(head: string): Delimiter | null {
  const announced = /^sep=(.)/i.exec(head.trimStart())?.[1];
  const known = DELIMITERS.find((delimiter) => delimiter === announced);
  if (known) return known;
  const lines = head.replace(/"(?:[^"]|"")*"/g, '').split('\n', HEAD_LINES);
  const cuts = DELIMITERS.map((delimiter) => ({ delimiter, cuts: Math.max(...lines.map((line) => line.split(delimiter).length - 1)) }));
  const best = cuts.reduce((left, right) => (right.cuts > left.cuts ? right : left));
  return best.cuts > 0 ? best.delimiter : null;
}

async function* readRows(file: InspectedFile, delimiter: Delimiter): AsyncGenerator<RawRow> {
  const text = openText(file, () => undefined);
  const options = {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: '\n',
    max_record_size: MAX_LINE_BYTES,
  };
  const parser = text.pipe(parse(options));
  text.on('error', (error) => parser.destroy(error));
  let endOfPrevious = 0;
  try {
    for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      const line = endOfPrevious + 1;
      endOfPrevious = info.lines;
      if (line === 1 && /^sep=.?$/i.test(record.join(';'))) continue;
      if (record.some((cell) => cell.trim() !== '')) yield { line, cells: record, geometry: null };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const detail = {
      fr: `un guillemet ouvert après la ligne ${endOfPrevious} n’est jamais refermé`,
      en: `a quote opened after line ${endOfPrevious} is never closed`,
    };
    throw new ImportProblem('file_cut', { file: file.name, detail });
  } finally {
    text.destroy();
  }
}
