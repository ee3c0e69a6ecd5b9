import { ImportProblem } from '../../import.problems.js';
import type { RawRow } from '../file.reader.js';
import { type OpenedTable, TABLE_LIMITS } from './table.types.js';
import { walkXml, walkXmlToEnd, type XmlHandlers } from './xml.rows.js';
import type { ZipArchive } from './zip.reader.js';

const CONTENT = 'content.xml';

export async function isOds(zip: ZipArchive): Promise<boolean> {
  if (!zip.has('mimetype') || !zip.has(CONTENT) || zip.sizeOf('mimetype') > 200) return false;
  return (await zip.whole('mimetype')).toString('latin1').startsWith('application/vnd.oasis.opendocument.spreadsheet');
}

/** An OpenDocument spreadsheet: values as computed, dates as days, repeated cells and rows written out, empty tails left out. */
export async function openOds(zip: ZipArchive, file: string, wanted: number | null): Promise<OpenedTable> {
  const counted: { name: string; rows: number }[] = [];
  await walkXmlToEnd(zip.text(CONTENT), file, {
    open: (name, attributes) => {
      if (name === 'table:table') counted.push({ name: attributes['table:name'] ?? String(counted.length + 1), rows: 0 });
      const table = counted.at(-1);
      if (table && name === 'text:p') table.rows++;
    },
  });
  if (counted.length === 0) throw new ImportProblem('file_empty', { file });
  const fullest = counted.reduce((best, { rows }, at) => (rows > (counted[best]?.rows ?? 0) ? at : best), 0);
  const sheet = wanted !== null && wanted < counted.length ? wanted : fullest;
  return {
    form: { format: 'ods', encoding: null, delimiter: null, coordinates: null },
    sheets: counted.map(({ name }) => name),
    sheet,
    header: null,
    rows: walkXml(zip.text(CONTENT), file, (emit) => contentHandlers(emit, sheet)),
  };
}

function contentHandlers(emit: (row: RawRow) => void, sheet: number): XmlHandlers {
  let table = -1;
  let line = 0;
  let rowTimes = 1;
  let cells: string[] = [];
  let cell: { times: number; value: string | null; text: string; paragraphs: number } | null = null;
  let inText = false;
  let inNote = 0;
  return {
    open: (name, attributes) => {
      if (name === 'table:table') {
        table++;
        line = 0;
      }
      if (table !== sheet) return;
      if (name === 'table:table-row') {
        cells = [];
        rowTimes = times(attributes['table:number-rows-repeated']);
      } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
        cell = { times: times(attributes['table:number-columns-repeated']), value: valueOf(attributes), text: '', paragraphs: 0 };
      } else if (name === 'office:annotation') inNote++;
      else if (name === 'text:p' && cell && inNote === 0) {
        if (cell.paragraphs++ > 0) cell.text += '\n';
        inText = true;
      } else if (cell && inText && (name === 'text:s' || name === 'text:tab'))
        cell.text += ' '.repeat(Math.min(times(attributes['text:c']), 100));
    },
    text: (said) => {
      if (inText && cell) cell.text += said;
    },
    close: (name) => {
      if (table !== sheet) return;
      if (name === 'text:p') inText = false;
      else if (name === 'office:annotation') inNote--;
      else if (cell && (name === 'table:table-cell' || name === 'table:covered-table-cell')) {
        const value = cell.value ?? cell.text;
        // A sheet ends with thousands of repeated empty cells: only those before a value matter.
        const room = TABLE_LIMITS.columns + 1 - cells.length;
        for (let at = 0; at < Math.min(cell.times, room); at++) cells.push(value);
        cell = null;
      } else if (name === 'table:table-row') {
        while (cells.at(-1) === '') cells.pop();
        // Rows repeated beyond the limit are counted one too many, which refuses the file.
        const copies = cells.length === 0 ? 0 : Math.min(rowTimes, TABLE_LIMITS.rows + 1);
        for (let at = 0; at < copies; at++) emit({ line: line + at + 1, cells, geometry: null });
        line += rowTimes;
      }
    },
  };
}

function valueOf(attributes: Readonly<Record<string, string>>): string | null {
  const type = attributes['office:value-type'];
  if (type === 'float' || type === 'currency' || type === 'percentage') return attributes['office:value'] ?? null;
  if (type === 'date') return attributes['office:date-value']?.slice(0, 10) ?? null;
  return type === 'boolean' ? (attributes['office:boolean-value'] === 'true' ? 'oui' : 'non') : null;
}

function times(text: string | undefined): number {
  const number = Number(text ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
}
