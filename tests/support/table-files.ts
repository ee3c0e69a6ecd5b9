import { buffer } from 'node:stream/consumers';
import initSqlJs from 'sql.js';
import { ZipFile } from 'yazl';

export type Cells = readonly (readonly (string | number | null)[])[];

/** An archive made of these parts; `{ repeat }` fills a part with as many zeros. */
export async function givenZip(parts: Readonly<Record<string, string | Buffer | { readonly repeat: number }>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.isBuffer(content) ? content : Buffer.alloc(content.repeat);
    zip.addBuffer(bytes, name);
  }
  zip.end();
  return buffer(zip.outputStream);
}

const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const letter = (column: number): string => String.fromCharCode(65 + column);

/** A workbook as Excel writes it: shared strings, numbers, and formulas with the value computed last. */
export async function givenXlsx(
  sheets: Readonly<Record<string, Cells>>,
  formula?: { readonly text: string; readonly value: string },
): Promise<Buffer> {
  const strings: string[] = [];
  const share = (text: string): number => strings.push(text) - 1;
  const cell = (value: string | number | null, row: number, column: number): string => {
    if (value === null) return '';
    const at = `${letter(column)}${row + 1}`;
    if (value === '=') return `<c r="${at}" t="str"><f>${xml(formula?.text ?? '')}</f><v>${xml(formula?.value ?? '')}</v></c>`;
    return typeof value === 'number' ? `<c r="${at}"><v>${value}</v></c>` : `<c r="${at}" t="s"><v>${share(value)}</v></c>`;
  };
  const names = Object.keys(sheets);
  const pages = names.map((name) => {
    const rows = (sheets[name] ?? []).map(
      (cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join('')}</row>`,
    );
    return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`;
  });
  const list = names.map((name, at) => `<sheet name="${xml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('');
  const relations = names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="x" Target="worksheets/sheet${at + 1}.xml"/>`).join('');
  return givenZip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="r"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="r">${relations}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="s">${strings.map((text) => `<si><t>${xml(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(pages.map((page, at) => [`xl/worksheets/sheet${at + 1}.xml`, page])),
  });
}

export async function givenOds(cells: Cells): Promise<Buffer> {
  const rows = cells.map((row) => {
    const written = row.map((value) =>
      typeof value === 'number'
        ? `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
        : `<table:table-cell office:value-type="string"><text:p>${xml(value ?? '')}</text:p></table:table-cell>`,
    );
    return `<table:table-row>${written.join('')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`;
  });
  const end =
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
  return givenZip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Lieux">${rows.join('')}${end}</table:table></office:spreadsheet></office:body></office:document-content>`,
  });
}

/** Points in Lambert-93, as land registers export them. */
export async function givenGeoPackage(
  places: readonly { readonly name: string; readonly x: number; readonly y: number }[],
): Promise<Buffer> {
  const sqlite = await initSqlJs();
  const db = new sqlite.Database();
  db.run(`create table gpkg_contents (table_name text, data_type text);
    create table gpkg_geometry_columns (table_name text, column_name text, srs_id int);
    create table lieux (fid integer primary key, geom blob, nom text, surface real);
    insert into gpkg_contents values ('lieux', 'features');
    insert into gpkg_geometry_columns values ('lieux', 'geom', 2154)`);
  for (const { name, x, y } of places) db.run('insert into lieux (geom, nom, surface) values (?, ?, 120.5)', [gpkgPoint(x, y), name]);
  const bytes = Buffer.from(db.export());
  db.close();
  return bytes;
}

function gpkgPoint(x: number, y: number): Uint8Array {
  const bytes = Buffer.alloc(29);
  bytes.write('GP', 0, 'latin1');
  bytes.writeUInt8(1, 3);
  bytes.writeInt32LE(2154, 4);
  bytes.writeUInt8(1, 8);
  bytes.writeUInt32LE(1, 9);
  bytes.writeDoubleLE(x, 13);
  bytes.writeDoubleLE(y, 21);
  return new Uint8Array(bytes);
}

/** One point and one column of text, in Windows-1252. */
export async function givenShapefile(name: string, x: number, y: number): Promise<Buffer> {
  const shp = Buffer.alloc(128);
  shp.writeInt32BE(9994, 0);
  shp.writeInt32BE(64, 24);
  shp.writeInt32LE(1000, 28);
  shp.writeInt32LE(1, 32);
  shp.writeInt32BE(1, 100);
  shp.writeInt32BE(10, 104);
  shp.writeInt32LE(1, 108);
  shp.writeDoubleLE(x, 112);
  shp.writeDoubleLE(y, 120);
  const dbf = Buffer.alloc(32 + 32 + 1 + 31 + 1, 0x20);
  dbf.fill(0, 0, 64);
  dbf.writeUInt8(3, 0);
  dbf.writeUInt32LE(1, 4);
  dbf.writeUInt16LE(65, 8);
  dbf.writeUInt16LE(31, 10);
  dbf.write('NOM', 32, 'latin1');
  dbf.write('C', 43, 'latin1');
  dbf.writeUInt8(30, 48);
  dbf.writeUInt8(0x0d, 64);
  dbf.write(name, 66, 'latin1');
  dbf.writeUInt8(0x1a, 96);
  return givenZip({ 'lieux.shp': shp, 'lieux.dbf': dbf, 'lieux.prj': 'PROJCS["RGF93_Lambert_93",GEOGCS["GCS_RGF_1993"]]' });
}
