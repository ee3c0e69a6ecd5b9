import { readFile } from 'node:fs/promises';
import initSqlJs, { type Database } from 'sql.js';
import { ImportProblem } from '../../import.problems.js';
import type { RawRow } from '../file.reader.js';
import { type DeclaredSystem, inDegrees, systemOfCode } from './coordinate-systems.js';
import type { OpenedTable } from './table.types.js';
import { valueText } from './value-text.js';
import { readGeoPackageGeometry } from './wkb.rules.js';

interface Layer {
  readonly name: string;
  readonly geometryColumn: string | null;
  readonly srs: number | null;
}

/** Plain tables only: a view may run without end, a computed column may hold anything. */
const COMPUTED = /\bgenerated\b|\bas\s*\(|\bvirtual\b/i;

/** A GeoPackage, read by SQLite compiled to WebAssembly: it reaches no file and no network. */
export async function openGeoPackage(path: string, file: string, wanted: number | null): Promise<OpenedTable> {
  const sqlite = await initSqlJs();
  const db = new sqlite.Database(await readFile(path));
  try {
    const layers = layersOf(db);
    const sizes = layers.map(({ name }) => Number(db.exec(`select count(*) from ${quoted(name)}`)[0]?.values[0]?.[0] ?? 0));
    const fullest = sizes.reduce((best, size, at) => (size > (sizes[best] ?? 0) ? at : best), 0);
    const sheet = wanted !== null && wanted < layers.length ? wanted : fullest;
    const layer = layers[sheet];
    if (layer === undefined) throw new ImportProblem('layer_missing', { file, detail: { fr: 'aucune table', en: 'no table' } });
    const columns = (db.exec(`select name from pragma_table_info(${literal(layer.name)})`)[0]?.values ?? []).map(([name]) => String(name));
    const header = columns.filter((name) => name !== layer.geometryColumn);
    const system = layer.srs === null ? null : systemOfCode(layer.srs);
    return {
      form: { format: 'gpkg', encoding: 'utf-8', delimiter: null, coordinates: system?.name ?? null },
      sheets: layers.map(({ name }) => name),
      sheet,
      header,
      rows: featuresOf(db, layer, header, system, file),
    };
  } catch (error) {
    db.close();
    throw error instanceof ImportProblem ? error : damaged(file);
  }
}

function layersOf(db: Database): Layer[] {
  const found = db.exec(`
    select c.table_name, g.column_name, g.srs_id, m.sql
    from gpkg_contents c join sqlite_master m on m.name = c.table_name and m.type = 'table'
    left join gpkg_geometry_columns g on g.table_name = c.table_name
    where c.data_type in ('features', 'attributes') order by c.table_name limit 100`);
  return (found[0]?.values ?? [])
    .filter(([, , , sql]) => !COMPUTED.test(String(sql)))
    .map(([name, column, srs]) => ({
      name: String(name),
      geometryColumn: column === null ? null : String(column),
      srs: srs === null ? null : Number(srs),
    }));
}

async function* featuresOf(
  db: Database,
  { name, geometryColumn }: Layer,
  header: readonly string[],
  system: DeclaredSystem | null,
  file: string,
): AsyncGenerator<RawRow> {
  try {
    const columns = [...header.map(quoted), geometryColumn === null ? 'null' : quoted(geometryColumn)];
    const statement = db.prepare(`select ${columns.join(', ')} from ${quoted(name)}`);
    for (let line = 1; statement.step(); line++) {
      const values = statement.get();
      const blob = values[header.length];
      const geometry = blob instanceof Uint8Array ? readGeoPackageGeometry(blob) : null;
      const cells = header.map((_, at) => valueText(values[at]));
      yield await Promise.resolve({ line, cells, geometry: geometry && inDegrees(geometry, system) });
    }
  } catch (error) {
    throw error instanceof ImportProblem ? error : damaged(file);
  } finally {
    db.close();
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
function damaged(file: string): ImportProblem {
  return new ImportProblem('file_damaged', { file, detail: { fr: 'GeoPackage illisible', en: 'unreadable GeoPackage' } });
}
