import { chooseDialect, nearestDialect, type HeaderMatch } from './reading/dialect.rules.js';
import type { InspectedFile } from './reading/file.inspection.js';
import { openRows, type RawRow } from './reading/file.reader.js';
import { ImportProblem } from './import.problems.js';
import type { Importer, ImportKind } from './import.types.js';

/** A file whose form and columns are understood, ready to be read. */
export interface RecognisedFile {
  readonly inspected: InspectedFile;
  readonly importer: Importer;
  readonly match: HeaderMatch;
  readonly header: readonly string[];
  /** What was found, kept with the run and shown to people. */
  readonly detected: DetectedForm;
  open(onBytes: (total: number) => void): Promise<AsyncIterable<RawRow>>;
}
export interface DetectedForm {
  readonly format: 'csv' | 'json' | 'geojson';
  readonly gzip: boolean;
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly line_ending: string;
  readonly dialect: string;
  readonly dataset: string;
  readonly unknown_columns: readonly string[];
  readonly broken_bytes: number;
}

/** Finds which importer of the kind asked understands the columns; when none does, says what the file is instead. */
export async function recognise(inspected: InspectedFile, kind: ImportKind, importers: readonly Importer[]): Promise<RecognisedFile> {
  const { format, header, delimiter, rows } = await openRows(inspected);
  await rows[Symbol.asyncIterator]().return?.();
  const geometry = format === 'geojson';
  const wanted = importers.filter((importer) => importer.kind === kind);
  const match = chooseDialect(
    wanted.flatMap(({ dialects }) => dialects),
    header,
    geometry,
  );
  const importer = match && wanted.find(({ dialects }) => dialects.includes(match.dialect));
  if (!importer) throw wrongFile(inspected.name, kind, header, geometry, importers);
  return {
    inspected,
    importer,
    match,
    header,
    detected: {
      format,
      gzip: inspected.gzip,
      encoding: inspected.encoding,
      delimiter,
      line_ending: inspected.lineEnding,
      dialect: match.dialect.id,
      dataset: match.dialect.dataset.id,
      unknown_columns: match.unknown,
      broken_bytes: inspected.brokenBytes,
    },
    open: async (onBytes) => (await openRows(inspected, onBytes)).rows,
  };
}

function wrongFile(
  file: string,
  kind: ImportKind,
  header: readonly string[],
  geometry: boolean,
  importers: readonly Importer[],
): ImportProblem {
  const ofKind = importers.filter((importer) => importer.kind === kind);
  const label = ofKind[0]?.label ?? { fr: kind, en: kind };
  const other = chooseDialect(
    importers.flatMap(({ dialects }) => dialects),
    header,
    geometry,
  );
  if (other) return new ImportProblem('other_dataset', { file, other: other.dialect.label, wanted: label, kind: other.dialect.kind });
  const nearest = nearestDialect(
    ofKind.flatMap(({ dialects }) => dialects),
    header,
  );
  // All its columns are there: what it lacks is the shapes.
  const missing = nearest?.missing.join(', ') || { fr: 'la géométrie (fichier GeoJSON)', en: 'the geometry (a GeoJSON file)' };
  const found = header.slice(0, 12).join(', ').slice(0, 300) || '—';
  return new ImportProblem('unknown_columns', { file, wanted: label, missing, found });
}
