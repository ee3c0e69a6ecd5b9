import type { EntityManager } from 'typeorm';

/** The words of the import framework. An importer is data and three functions; the runner does all the rest. */
/** `places`: an owner's own table, of any layout. */
export type ImportKind = 'stations' | 'friches' | 'organisations' | 'stops' | 'territories' | 'tiers-lieux' | 'places';
export type Lang = 'fr' | 'en';
export interface Text {
  readonly fr: string;
  readonly en: string;
}

/** One row of the `dataset` table: shown beside every value that comes from it. */
export interface Dataset {
  readonly id: string;
  readonly title: string;
  readonly producer: string;
  readonly licence: string;
  readonly licenceUrl: string | null;
  readonly sourceUrl: string | null;
  readonly attribution: string;
  readonly shareAlike: boolean;
  /** Its licence was never read: its rows serve members and moderators, the public sees none of them. */
  readonly membersOnly?: true;
  /** Known state of the file we describe; `--as-of` replaces it. */
  readonly asOf: string | null;
}

/**
 * One layout of a dataset. `columns` maps our field names to the headings found in real files (compared without case, accents or
 * punctuation); a layout fits when every `required` field is there, the one with most columns found wins.
 */
export interface Dialect {
  readonly id: string;
  readonly kind: ImportKind;
  readonly dataset: Dataset;
  readonly label: Text;
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly required: readonly string[];
  /** Only for layouts which are GeoJSON; tabular by default. */
  readonly geometry?: boolean;
}

/** A row as read: `values` by our field names (absent column or empty cell = ''), headings we do not know kept under their own name. */
export interface SourceRow {
  /** Line of the file where the row begins (text quoted over several lines accounted for); for JSON, rank of the object from 1. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
  readonly geometry: GeoJsonGeometry | null;
}
export interface GeoJsonGeometry {
  readonly type: string;
  readonly coordinates: unknown;
}

export type Severity = 'info' | 'warning' | 'error';

/** What to tell people about one cause; `{value}` and the note's own `params` are put into the sentences. */
export interface Cause {
  readonly severity: Severity;
  readonly message: Text;
  /** Imperative and concrete: what to change, where. */
  readonly repair: Text;
}
export type CauseTable = Readonly<Record<string, Cause>>;

export interface Note {
  /** Our field name; the report shows the file's own heading. */
  readonly field: string | null;
  readonly value: string | null;
  readonly cause: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What `map` makes of a row. Refused = nothing can be kept; not_concerned = sound, but not what this import is about. */
export type Mapped<R> =
  | { readonly outcome: 'record'; readonly record: R; readonly notes: readonly Note[] }
  | { readonly outcome: 'not_concerned' | 'refused'; readonly sourceKey: string | null; readonly notes: readonly Note[] };

export interface WithKey {
  /** Stable identity inside the dataset. */
  readonly sourceKey: string;
}

/** What `upsert` did with each record of the batch, in the same order. */
export interface Upserted {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'not_concerned' | 'refused';
  readonly recordId: string | null;
  readonly notes: readonly Note[];
}

/** The facts of one run, given to every step. */
export interface ImportRun {
  readonly id: string;
  readonly kind: ImportKind;
  readonly dialect: Dialect;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly startedAt: Date;
  /** Date of the file (ISO): `--as-of`, else the dataset's own. */
  readonly asOf: string | null;
  newId(): string;
}

export interface Importer<R extends WithKey = WithKey, C = unknown> {
  readonly kind: ImportKind;
  readonly label: Text;
  readonly dialects: readonly Dialect[];
  /** Causes of this importer, added to the common ones. */
  readonly causes: CauseTable;
  /** Look-ups needed by `map`, loaded once before the first row. */
  prepare(tx: EntityManager, run: ImportRun): Promise<C>;
  /** Pure. */
  map(row: SourceRow, context: C): Mapped<R>;
  /**
   * When several rows describe one record (same key). With it, records are held until the end of the file and the later rows are
   * reported `merged`; without it, a key seen twice is refused as a duplicate.
   */
  merge?(first: R, next: R): { record: R; notes: readonly Note[] };
  /** Set-based and idempotent; at most `BATCH_SIZE` records. */
  upsert(tx: EntityManager, batch: readonly R[], run: ImportRun, context: C): Promise<readonly Upserted[]>;
  /** Once after the last batch: what depends on the whole (nearest stops …). */
  finish?(tx: EntityManager, run: ImportRun, context: C): Promise<void>;
}

export const BATCH_SIZE = 1000;

export type RowOutcome = Upserted['outcome'] | 'merged';

/** One line of the report, sentences already in the reader's language. */
export interface ReportRow {
  readonly line: number;
  readonly outcome: RowOutcome;
  readonly warned: boolean;
  readonly sourceKey: string | null;
  readonly recordId: string | null;
  readonly notes: readonly ReportNote[];
}
export interface ReportNote {
  readonly field: string | null;
  readonly value: string | null;
  readonly cause: string;
  readonly severity: Severity;
  readonly message: string;
  readonly repair: string;
}

/** The first six in this order, always first in the report. */
export interface ImportTotals {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  warned: number;
  refused: number;
  merged: number;
  not_concerned: number;
}
