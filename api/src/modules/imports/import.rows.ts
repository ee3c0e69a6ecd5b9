import type { EntityManager } from 'typeorm';
import type { HeaderMatch } from './reading/dialect.rules.js';
import type { RawRow } from './reading/file.reader.js';
import type { RowEntry } from './import.totals.js';
import { BATCH_SIZE, type Importer, type ImportRun, type Note, type SourceRow, type WithKey } from './import.types.js';

/** Waiting records are kept as JSON text: a national file of objects would not fit the memory promised. */
interface Held {
  text: string;
  readonly entry: RowEntry;
  mergedEntries: RowEntry[] | null;
}

/** Takes the rows of one file to the importer: column counts, keys seen twice, batches; keeps one entry per row. */
export class RowIntake<R extends WithKey, C> {
  readonly entries: RowEntry[] = [];
  private readonly held = new Map<string, Held>();
  private readonly linesOfKeys = new Map<string, number>();

  constructor(
    private readonly importer: Importer<R, C>,
    private readonly match: HeaderMatch,
    private readonly header: readonly string[],
    private readonly run: ImportRun,
    private readonly context: C,
    private readonly tx: EntityManager,
    private readonly afterBatch: () => void,
  ) {}

  async add(raw: RawRow): Promise<void> {
    const extra = raw.cells.slice(this.header.length).some((cell) => cell.trim() !== '');
    if (raw.cells.length < this.header.length || extra) {
      this.keep(raw.line, 'refused', null, [
        { field: null, value: null, cause: 'column_count', params: { found: raw.cells.length, expected: this.header.length } },
      ]);
      return;
    }
    const mapped = this.importer.map(this.toRow(raw), this.context);
    if (mapped.outcome !== 'record') this.keep(raw.line, mapped.outcome, mapped.sourceKey, mapped.notes);
    else this.hold(raw.line, mapped.record, mapped.notes);
    if (!this.importer.merge && this.held.size >= BATCH_SIZE) await this.flush();
  }

  /** Writes all that is held, in batches; the rows merged into a record share its fate when it is not concerned. */
  async flush(): Promise<void> {
    let batch: Held[] = [];
    for (const [key, held] of this.held) {
      this.held.delete(key);
      batch.push(held);
      if (batch.length < BATCH_SIZE) continue;
      await this.write(batch);
      batch = [];
    }
    if (batch.length > 0) await this.write(batch);
  }

  private async write(batch: readonly Held[]): Promise<void> {
    const records = batch.map(({ text }) => JSON.parse(text) as R);
    const done = await this.importer.upsert(this.tx, records, this.run, this.context);
    batch.forEach(({ entry, mergedEntries }, at) => {
      const result = done[at];
      if (!result) throw new Error(`${this.importer.kind}: upsert answered ${done.length} results for ${batch.length} records`);
      entry.outcome = result.outcome;
      entry.recordId = result.recordId;
      if (result.notes.length > 0) entry.notes = [...entry.notes, ...result.notes];
      for (const merged of mergedEntries ?? []) {
        merged.recordId = result.recordId;
        if (result.outcome === 'not_concerned') merged.outcome = 'not_concerned';
      }
    });
    this.afterBatch();
  }

  private hold(line: number, record: R, notes: readonly Note[]): void {
    const known = this.held.get(record.sourceKey);
    if (known && this.importer.merge) {
      const merged = this.importer.merge(JSON.parse(known.text) as R, record);
      known.text = JSON.stringify(merged.record);
      const said = new Set(known.entry.notes.map(identityOf));
      const fresh = [...notes, ...merged.notes].filter((note) => !said.has(identityOf(note)));
      (known.mergedEntries ??= []).push(this.keep(line, 'merged', record.sourceKey, fresh));
      return;
    }
    const firstLine = this.linesOfKeys.get(record.sourceKey);
    if (firstLine !== undefined) {
      this.keep(line, 'refused', record.sourceKey, [
        { field: null, value: record.sourceKey, cause: 'duplicate_key', params: { first: firstLine } },
      ]);
      return;
    }
    this.linesOfKeys.set(record.sourceKey, line);
    this.held.set(record.sourceKey, {
      text: JSON.stringify(record),
      entry: this.keep(line, 'unchanged', record.sourceKey, notes),
      mergedEntries: null,
    });
  }

  private keep(line: number, outcome: RowEntry['outcome'], sourceKey: string | null, notes: readonly Note[]): RowEntry {
    const entry: RowEntry = { line, outcome, sourceKey, recordId: null, notes };
    this.entries.push(entry);
    return entry;
  }

  private toRow(raw: RawRow): SourceRow {
    const values: Record<string, string> = {};
    for (const field of Object.keys(this.match.dialect.columns)) values[field] = '';
    this.header.forEach((heading, at) => (values[heading] ??= raw.cells[at] ?? ''));
    for (const [field, at] of this.match.fields) values[field] = (raw.cells[at] ?? '').trim();
    return { line: raw.line, values, geometry: raw.geometry };
  }
}

/** A row merged into another does not say again what the first one said. */
function identityOf({ field, value, cause }: Note): string {
  return JSON.stringify([field, value, cause]);
}
