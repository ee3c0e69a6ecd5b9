import { ImportProblem } from '../../import.problems.js';
import type { RawRow } from '../file.reader.js';
import { dateOfSerial, isDateFormat } from './xlsx.dates.js';
import { type OpenedTable, TABLE_LIMITS } from './table.types.js';
import { walkXml, walkXmlToEnd } from './xml.rows.js';
import type { ZipArchive } from './zip.reader.js';

const WORKBOOK = 'xl/workbook.xml';

export function isXlsx(zip: ZipArchive): boolean {
  return zip.has(WORKBOOK);
}

/** A workbook as written: the values Excel had computed, never its formulas; dates as days, whatever their display. */
export async function openXlsx(zip: ZipArchive, file: string, wanted: number | null): Promise<OpenedTable> {
  const { sheets, from1904 } = await readWorkbook(zip, file);
  if (sheets.length === 0) throw new ImportProblem('file_empty', { file });
  const largest = sheets.reduce((best, { part }, at) => (zip.sizeOf(part) > zip.sizeOf(sheets[best]?.part ?? '') ? at : best), 0);
  const sheet = wanted !== null && wanted < sheets.length ? wanted : largest;
  const shared = await readSharedStrings(zip, file);
  const dated = await readDateStyles(zip, file);
  return {
    form: { format: 'xlsx', encoding: null, delimiter: null, coordinates: null },
    sheets: sheets.map(({ name }) => name),
    sheet,
    header: null,
    rows: walkXml(zip.text(sheets[sheet]?.part ?? ''), file, (emit) => sheetHandlers(emit, shared, dated, from1904)),
  };
}

interface Sheet {
  readonly name: string;
  readonly part: string;
}

async function readWorkbook(zip: ZipArchive, file: string): Promise<{ sheets: Sheet[]; from1904: boolean }> {
  const targets = new Map<string, string>();
  const relations = 'xl/_rels/workbook.xml.rels';
  if (zip.has(relations)) {
    await walkXmlToEnd(zip.text(relations), file, {
      open: (name, { Id, Target }) => {
        if (local(name) === 'Relationship' && Id && Target) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
      },
    });
  }
  const sheets: Sheet[] = [];
  let from1904 = false;
  await walkXmlToEnd(zip.text(WORKBOOK), file, {
    open: (name, attributes) => {
      if (local(name) === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (local(name) !== 'sheet') return;
      const part = targets.get(attributes['r:id'] ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
      if (zip.has(part)) sheets.push({ name: attributes['name'] ?? String(sheets.length + 1), part });
    },
  });
  return { sheets, from1904 };
}

async function readSharedStrings(zip: ZipArchive, file: string): Promise<string[]> {
  const part = zip.names.find((name) => name.toLowerCase() === 'xl/sharedstrings.xml');
  if (part === undefined) return [];
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let inPhonetic = false;
  await walkXmlToEnd(zip.text(part), file, {
    open: (name) => {
      if (local(name) === 'si') current = '';
      inPhonetic ||= local(name) === 'rPh';
      inText = local(name) === 't' && !inPhonetic;
    },
    text: (said) => {
      if (inText) current += said;
    },
    close: (name) => {
      if (local(name) === 't') inText = false;
      if (local(name) === 'rPh') inPhonetic = false;
      if (local(name) === 'si') strings.push(current);
    },
  });
  return strings;
}

/** Which cell styles show a number as a date. */
async function readDateStyles(zip: ZipArchive, file: string): Promise<boolean[]> {
  const dated: boolean[] = [];
  if (!zip.has('xl/styles.xml')) return dated;
  const formats = new Map<string, string>();
  let inCellFormats = false;
  await walkXmlToEnd(zip.text('xl/styles.xml'), file, {
    open: (name, attributes) => {
      if (local(name) === 'numFmt') formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '');
      if (local(name) === 'cellXfs') inCellFormats = true;
      if (local(name) === 'xf' && inCellFormats) {
        const id = attributes['numFmtId'] ?? '0';
        dated.push(isDateFormat(Number(id), formats.get(id) ?? null));
      }
    },
    close: (name) => {
      if (local(name) === 'cellXfs') inCellFormats = false;
    },
  });
  return dated;
}

function sheetHandlers(emit: (row: RawRow) => void, shared: readonly string[], dated: readonly boolean[], from1904: boolean) {
  let cells: string[] = [];
  let line = 0;
  let column = -1;
  let type = '';
  let style = 0;
  let text = '';
  let reading = false;
  return {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      const tag = local(name);
      if (tag === 'row') {
        cells = [];
        line = Number(attributes['r'] ?? line + 1);
        column = -1;
      } else if (tag === 'c') {
        column = columnOf(attributes['r']) ?? column + 1;
        type = attributes['t'] ?? 'n';
        style = Number(attributes['s'] ?? 0);
        text = '';
      } else reading = tag === 'v' || (tag === 't' && type === 'inlineStr');
    },
    text: (said: string) => {
      if (reading) text += said;
    },
    close: (name: string) => {
      const tag = local(name);
      if (tag === 'c') {
        const value = cellText(type, text, dated[style] === true, shared, from1904);
        if (value !== '' && column >= 0 && column <= TABLE_LIMITS.columns) {
          while (cells.length < column) cells.push('');
          cells[column] = value;
        }
      } else if (tag === 'row') {
        if (cells.length > 0) emit({ line, cells, geometry: null });
      }
      reading = false;
    },
  };
}

function cellText(type: string, text: string, isDate: boolean, shared: readonly string[], from1904: boolean): string {
  if (type === 's') return shared[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'oui' : 'non';
  // An error (#REF!, #N/A) says nothing.
  if (type === 'e') return '';
  if (type !== 'n' || text === '') return text;
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  return isDate ? dateOfSerial(number, from1904) : String(Number(number.toPrecision(15)));
}

/** `BC12` → 54. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
