import { Readable } from 'node:stream';
import yazl from 'yazl';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** What one cell of a spreadsheet holds at most. */
const CELL_LETTERS = 32_767;

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  // Style 1 is bold, for the headings.
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
};

/**
 * One sheet as a workbook, written as its rows come. Every cell is text or a number, never a formula, so that nothing in it can run.
 * @param rows the first is the line of headings
 */
export function xlsxOf(sheetName: string, rows: AsyncIterable<readonly string[]>): Readable {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(HEAD + text), name);
  const sheet = `<sheets><sheet name="${escaped(sheetName).slice(0, 31)}" sheetId="1" r:id="rId1"/></sheets>`;
  zip.addBuffer(Buffer.from(`${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${sheet}</workbook>`), 'xl/workbook.xml');
  const written = Readable.from(sheetOf(rows));
  zip.addReadStream(written, 'xl/worksheets/sheet1.xml');
  zip.end();
  const output = zip.outputStream as Readable;
  written.on('error', (error) => output.destroy(error));
  return output;
}

async function* sheetOf(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  const frozen = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
  yield `${HEAD}<worksheet xmlns="${MAIN}">${frozen}<sheetData>`;
  let style = ' s="1"';
  for await (const cells of rows) {
    yield `<row>${cells.map((cell) => cellOf(cell, style)).join('')}</row>`;
    style = '';
  }
  yield '</sheetData></worksheet>';
}

/** Codes that begin with 0, and figures longer than a spreadsheet can hold, stay text. */
const NUMBER = /^-?(0|[1-9]\d{0,13})(\.\d{1,10})?$/;

function cellOf(text: string, style: string): string {
  if (text === '') return `<c${style}/>`;
  if (NUMBER.test(text)) return `<c${style}><v>${text}</v></c>`;
  return `<c${style} t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, CELL_LETTERS))}</t></is></c>`;
}

/** XML has no place for most control characters. */
function escaped(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
