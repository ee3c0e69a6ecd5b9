import type { GeoJsonGeometry } from '../../import.types.js';
import type { RawRow } from '../file.reader.js';

/** Kinds of file read, told by their content alone. */
export const TABLE_FORMATS = ['csv', 'json', 'geojson', 'xlsx', 'ods', 'gpkg', 'shapefile'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** What was found in the form of a file, said to the person who sent it. */
export interface TableForm {
  readonly format: TableFormat;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Name of the coordinate system the file declares; null when it declares none. */
  readonly coordinates: string | null;
}

/** One sheet, layer or list of a file: every row as text, the line of headings among them unless the format names its columns. */
export interface OpenedTable {
  readonly form: TableForm;
  readonly sheets: readonly string[];
  readonly sheet: number;
  /** Columns named by the format itself (GeoJSON, GeoPackage, Shapefile); null when a row of the sheet holds them. */
  readonly header: readonly string[] | null;
  readonly rows: AsyncIterable<RawRow>;
}

export const TABLE_LIMITS = {
  fileBytes: 50 * 1024 ** 2,
  rows: 20_000,
  columns: 300,
  cellLetters: 400_000,
  /** Decompressed, over all that is read of an archive. */
  archiveBytes: 400 * 1024 ** 2,
  archiveEntries: 2_000,
  /** A sheet of figures is packed ten to fifty times; beyond this, above the size below, it is a bomb. */
  archiveRatio: 250,
  archiveRatioFromBytes: 10 * 1024 ** 2,
} as const;

/** Characters that hide, turn or end text. Line ends and tabs stay: they are in real descriptions. */

const HARMFUL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** A cell without the characters that deceive a reader or that a database refuses. */
export function cleanCell(text: string): string {
  return text.replace(HARMFUL, '').replace(/\p{Cs}/gu, '');
}

export function cleanGeometry(geometry: GeoJsonGeometry | null): GeoJsonGeometry | null {
  return geometry && { type: cleanCell(geometry.type).slice(0, 40), coordinates: geometry.coordinates ?? null };
}
