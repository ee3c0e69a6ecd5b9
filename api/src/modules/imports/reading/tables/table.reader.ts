import { open } from 'node:fs/promises';
import { binaryFormat } from '../byte-inspection.rules.js';
import { inspectFile, type InspectedFile } from '../file.inspection.js';
import { openRows, type RawRow } from '../file.reader.js';
import { ImportProblem } from '../../import.problems.js';
import { openCsvTable } from './csv.reader.js';
import { openGeoPackage } from './gpkg.reader.js';
import { isOds, openOds } from './ods.reader.js';
import { isShapefile, openShapefile } from './shapefile.reader.js';
import { cleanCell, cleanGeometry, type OpenedTable, TABLE_LIMITS } from './table.types.js';
import { isXlsx, openXlsx } from './xlsx.reader.js';
import { ZipArchive } from './zip.reader.js';

const ZIP = 'ZIP, XLSX, ODS';
const SQLITE = 'SQLite, GeoPackage';

/** What a file is, by its first bytes: `text` and archives are looked into later; null = nothing we read. */
export async function refusedByItsBytes(path: string): Promise<string | null> {
  const found = binaryFormat(await firstBytes(path));
  return found === null || found === ZIP || found === SQLITE ? null : found;
}

/**
 * Reads one table of a file, whatever its kind, told by its content. Cells come cleaned of what deceives; limits end the reading.
 * @param title what people call the file
 * @param wanted sheet or layer asked for; null = the fullest
 * @throws ImportProblem
 */
export async function withTable<T>(
  path: string,
  title: string,
  wanted: number | null,
  read: (table: OpenedTable) => Promise<T>,
): Promise<T> {
  const kind = binaryFormat(await firstBytes(path));
  if (kind === SQLITE) return read(limited(await openGeoPackage(path, title, wanted), title));
  if (kind === ZIP) {
    const zip = await ZipArchive.open(path, title);
    try {
      return await read(limited(await openArchive(zip, title, wanted), title));
    } finally {
      zip.close();
    }
  }
  const inspected = { ...(await inspectNamed(path, title)), name: title };
  return read(limited(inspected.json ? await openJsonTable(inspected) : await openCsvTable(inspected), title));
}

async function openArchive(zip: ZipArchive, title: string, wanted: number | null): Promise<OpenedTable> {
  if (isXlsx(zip)) return openXlsx(zip, title, wanted);
  if (await isOds(zip)) return openOds(zip, title, wanted);
  if (isShapefile(zip)) return openShapefile(zip, title, wanted);
  throw new ImportProblem('archive_unknown', { file: title });
}

async function openJsonTable(inspected: InspectedFile): Promise<OpenedTable> {
  const { format, header, rows } = await openRows(inspected);
  const form = { format: format === 'geojson' ? ('geojson' as const) : ('json' as const), encoding: inspected.encoding, delimiter: null };
  return { form: { ...form, coordinates: null }, sheets: [], sheet: 0, header: header.map(cleanCell), rows };
}

/** Problems name the file as people know it, not as it is kept. */
async function inspectNamed(path: string, title: string): Promise<InspectedFile> {
  try {
    return await inspectFile(path);
  } catch (error) {
    if (error instanceof ImportProblem) throw new ImportProblem(error.code, { ...error.params, file: title });
    throw error;
  }
}

function limited(table: OpenedTable, file: string): OpenedTable {
  if (table.header !== null && table.header.length > TABLE_LIMITS.columns) throw tooManyColumns(file);
  return { ...table, rows: limitedRows(table.rows, file, table.header === null ? TABLE_LIMITS.rows + HEADING_ROWS : TABLE_LIMITS.rows) };
}

/** Titles and headings are not places. */
const HEADING_ROWS = 30;

async function* limitedRows(rows: AsyncIterable<RawRow>, file: string, maxRows: number): AsyncGenerator<RawRow> {
  let count = 0;
  for await (const { line, cells, geometry } of rows) {
    if (++count > maxRows) throw new ImportProblem('too_many_rows', { file, limit: TABLE_LIMITS.rows });
    let last = cells.length;
    while (last > 0 && (cells[last - 1] ?? '').trim() === '') last--;
    if (last > TABLE_LIMITS.columns) throw tooManyColumns(file);
    const clean = cells.slice(0, last).map((cell) => rearmed(cleanCell(cell)));
    if (clean.some((cell) => cell.length > TABLE_LIMITS.cellLetters)) throw new ImportProblem('cell_too_long', { file, line });
    const shape = cleanGeometry(geometry);
    if (shape && JSON.stringify(shape.coordinates).length > 4 * TABLE_LIMITS.cellLetters)
      throw new ImportProblem('cell_too_long', { file, line });
    yield { line, cells: clean, geometry: shape };
  }
  if (count === 0) throw new ImportProblem('file_empty', { file });
}

/** Our own annotated files disarm formulas with an apostrophe: sent again, a cell is what it was. */
function rearmed(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r])/, '');
}

function tooManyColumns(file: string): ImportProblem {
  return new ImportProblem('too_many_columns', { file, limit: TABLE_LIMITS.columns });
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
