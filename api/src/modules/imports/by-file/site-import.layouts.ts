import { createHash } from 'node:crypto';
import { COMMON_CAUSES } from '../import.causes.js';
import type { CauseTable, Dataset, Dialect, Importer, ImportRun, Text } from '../import.types.js';
import { frichesImporter } from '../friches/friches.importer.js';
import { loadExtents } from '../friches/friches.queries.js';
import { chooseDialect, type HeaderMatch } from '../reading/dialect.rules.js';
import { plainHeading } from '../reading/tabular.rules.js';
import type { SourcedSite } from '../sourced-sites/sourced-site.types.js';
import { stationsImporter } from '../stations/stations.importer.js';
import { loadTerritoryIndex } from '../../territories/territory.index.js';
import { nameColumns, suggestMapping } from './column.mapping.js';
import { PLACE_CAUSES } from './place.causes.js';
import { mapPlace, type PlacesContext } from './place.map.js';
import type { ImportRecord, StoredForm } from './site-imports.queries.js';
import type { ImportSettings, Layout } from './site-imports.schemas.js';

const LABEL: Text = { fr: 'Tableau de lieux', en: 'Table of places' };

/** An owner's own table: its columns are those the person names. */
const genericImporter: Importer<SourcedSite, PlacesContext> = {
  kind: 'places',
  label: LABEL,
  dialects: [],
  causes: PLACE_CAUSES,
  prepare: async (tx) => ({ territories: await loadTerritoryIndex(tx), extents: await loadExtents(tx) }),
  map: mapPlace,
  upsert: () => Promise.reject(new Error('written by places.writing')),
};
type PlaceImporter = Importer<SourcedSite>;
const IMPORTERS: Readonly<Record<Layout, PlaceImporter>> = {
  generic: genericImporter,
  stations: stationsImporter,
  friches: frichesImporter,
};

/** A known list, by its headings alone. */
export function recogniseLayout(header: readonly string[], hasGeometry: boolean): Layout {
  const dialects = [...stationsImporter.dialects, ...frichesImporter.dialects];
  const kind = chooseDialect(dialects, header, hasGeometry)?.dialect.kind;
  return kind === 'stations' || kind === 'friches' ? kind : 'generic';
}

/** How the rows of an import are understood: by whom, with which columns. */
export interface ChosenLayout {
  readonly importer: PlaceImporter;
  readonly match: HeaderMatch;
  readonly header: readonly string[];
  readonly causes: CauseTable;
  /** What a file of this kind lacks is told by its own reader, or by ours. */
  readonly isGeneric: boolean;
}

export function layoutOf(
  record: Pick<ImportRecord, 'organisation' | 'title'>,
  settings: ImportSettings,
  header: readonly string[],
): ChosenLayout {
  const dataset = datasetOf(record);
  const importer = IMPORTERS[settings.layout];
  const causes = { ...COMMON_CAUSES, ...PLACE_CAUSES, ...importer.causes };
  const known = settings.layout === 'generic' ? null : chooseDialect(importer.dialects, header, true);
  const match = known ? { ...known, dialect: { ...known.dialect, dataset } } : namedByHand(settings, header, dataset);
  return { importer: known ? importer : IMPORTERS.generic, match, header, causes, isGeneric: known === null };
}

function namedByHand({ columns }: ImportSettings, header: readonly string[], dataset: Dataset): HeaderMatch {
  const fields = new Map<string, number>();
  columns.forEach((field, column) => {
    if (field !== null && column < header.length) fields.set(field, column);
  });
  const all = Object.fromEntries([...fields].map(([field, column]) => [field, [header[column] ?? field]]));
  const dialect: Dialect = { id: 'own-table', kind: 'places', dataset, label: LABEL, columns: all, required: [] };
  return { dialect, fields, missing: [], unknown: header.filter((_, column) => (columns[column] ?? null) === null) };
}

/** Everything an organisation sends is one source: the same place sent again, by any of its files, is the same place. */
export function datasetOf({ organisation }: Pick<ImportRecord, 'organisation'>): Dataset {
  return {
    id: `organisation:${organisation.id}`,
    title: `Lieux transmis par ${organisation.name}`,
    producer: organisation.name,
    licence: 'Transmis par qui tient le lieu',
    licenceUrl: null,
    sourceUrl: null,
    attribution: organisation.name,
    shareAlike: false,
    asOf: null,
  };
}

export function runOf(record: ImportRecord, layout: ChosenLayout, startedAt: Date, newId: () => string): ImportRun {
  return {
    id: record.id,
    kind: 'places',
    dialect: layout.match.dialect,
    fileName: record.title,
    fileSha256: record.fileSha256,
    startedAt,
    asOf: null,
    newId,
  };
}

/** The headings of the rows kept: given by the format, else the cells of the line chosen. */
export function headerOf(form: StoredForm, headerCells: readonly string[] | null): string[] {
  return form.header === null ? nameColumns(headerCells ?? [], form.width) : [...form.header];
}

export function proposedSettings(header: readonly string[], layout: Layout): Pick<ImportSettings, 'layout' | 'columns' | 'kind'> {
  return { layout, columns: suggestMapping(header).map(({ field }) => field), kind: null };
}

/** The same headings in the same order, however they are typed. */
export function fingerprintOf(header: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(header.map(plainHeading)))
    .digest('hex')
    .slice(0, 32);
}
