import { ImportProblem } from '../../import.problems.js';
import type { GeoJsonGeometry } from '../../import.types.js';
import type { RawRow } from '../file.reader.js';
import { type DeclaredSystem, inDegrees, systemOfPrj } from './coordinate-systems.js';
import type { OpenedTable } from './table.types.js';
import { valueText } from './value-text.js';
import type { ZipArchive } from './zip.reader.js';

export function isShapefile(zip: ZipArchive): boolean {
  return layersOf(zip).length > 0;
}

/** A zipped Shapefile: its layers, read in the encoding their `.cpg` names and the system their `.prj` names. */
export async function openShapefile(zip: ZipArchive, file: string, wanted: number | null): Promise<OpenedTable> {
  const layers = layersOf(zip);
  const sheet = wanted !== null && wanted < layers.length ? wanted : 0;
  const layer = layers[sheet] ?? '';
  const part = (ending: string) => zip.names.find((name) => name.toLowerCase() === `${layer.toLowerCase()}${ending}`);
  const text = async (ending: string) => {
    const name = part(ending);
    return name !== undefined && zip.sizeOf(name) < 20_000 ? (await zip.whole(name)).toString('latin1') : '';
  };
  const [shp, dbf] = [part('.shp'), part('.dbf')];
  if (shp === undefined || dbf === undefined) {
    throw new ImportProblem('layer_missing', { file, detail: { fr: 'il manque le fichier .dbf', en: 'the .dbf file is missing' } });
  }
  const encoding = encodingOf(await text('.cpg'));
  const system = systemOfPrj(await text('.prj'));
  const rows = featuresOf(await zip.whole(shp), await zip.whole(dbf), encoding, system, file);
  const first = await rows.next();
  if (first.done) throw new ImportProblem('file_empty', { file });
  return {
    form: { format: 'shapefile', encoding, delimiter: null, coordinates: system?.name ?? null },
    sheets: layers.map((name) => name.split('/').at(-1) ?? name),
    sheet,
    header: first.value.names,
    rows: withFirst(first.value.row, rows),
  };
}

function layersOf(zip: ZipArchive): string[] {
  return zip.names.filter((name) => /\.shp$/i.test(name) && !name.startsWith('__MACOSX/')).map((name) => name.slice(0, -4));
}

/** The code page file holds a name or a number; without it, half of the real files are in Windows-1252. */
function encodingOf(cpg: string): 'utf-8' | 'windows-1252' {
  return /utf-?8|65001/i.test(cpg) ? 'utf-8' : 'windows-1252';
}

interface Feature {
  readonly names: readonly string[];
  readonly row: RawRow;
}

async function* featuresOf(
  shp: Buffer,
  dbf: Buffer,
  encoding: string,
  system: DeclaredSystem | null,
  file: string,
): AsyncGenerator<Feature> {
  try {
    // Loaded on demand: it brings every encoding there is, which each start would read.
    const { open: openShapes } = await import('shapefile');
    const source = await openShapes(bytesOf(shp), bytesOf(dbf), { encoding });
    for (let line = 1; ; line++) {
      const { done, value } = await source.read();
      if (done) return;
      const properties = (value.properties ?? {}) as Record<string, unknown>;
      const geometry = value.geometry as GeoJsonGeometry | null;
      const names = Object.keys(properties);
      yield {
        names,
        row: { line, cells: names.map((name) => valueText(properties[name])), geometry: geometry && inDegrees(geometry, system) },
      };
    }
  } catch {
    throw new ImportProblem('file_damaged', { file, detail: { fr: 'couche Shapefile illisible', en: 'unreadable Shapefile layer' } });
  }
}

async function* withFirst(first: RawRow, rest: AsyncGenerator<Feature>): AsyncGenerator<RawRow> {
  yield first;
  for await (const { row } of rest) yield row;
}

function bytesOf(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
