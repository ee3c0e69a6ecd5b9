import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../platform/clock.js';
import type { Ids } from '../../platform/ids.js';
import type { Journal } from '../../platform/journal/journal.js';
import { loadTerritories } from '../territories/territories.load.js';
import { inspectFile } from './reading/file.inspection.js';
import { heapSweeper } from './reading/heap-sweep.js';
import { COMMON_CAUSES } from './import.causes.js';
import { recognise, type RecognisedFile } from './import.recognition.js';
import { ImportProblem } from './import.problems.js';
import { RowIntake } from './import.rows.js';
import { addTotals, emptyTotals, totalsOf, type RowEntry } from './import.totals.js';
import type { CauseTable, Importer, ImportKind, ImportRun, ImportTotals } from './import.types.js';
import { closeRun, datasetChanged, describeDataset, easeLimits, hasCommunes, lockImports, openRun } from './imports.queries.js';

export interface ImportOrder {
  readonly kind: ImportKind;
  readonly files: readonly string[];
  readonly dryRun: boolean;
  /** ISO date of the files, when known. */
  readonly asOf: string | null;
}

/** What a run tells while it works; a terminal draws it, a test ignores it. */
export interface ImportProgress {
  fileRecognised(file: RecognisedFile): void;
  rowsRead(file: RecognisedFile, textBytes: number, rows: number): void;
  writing(file: RecognisedFile, rows: number): void;
  waiting(): void;
  loadingTerritories(): void;
  finishing(): void;
}

export interface ImportTools {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly journal: Journal;
  readonly importers: readonly Importer[];
  readonly progress: ImportProgress;
  readonly signal?: AbortSignal;
}

export interface FileResult {
  readonly file: RecognisedFile;
  readonly totals: ImportTotals;
  readonly entries: readonly RowEntry[];
  readonly causes: CauseTable;
}
export interface ImportResult {
  readonly order: ImportOrder;
  readonly totals: ImportTotals;
  readonly files: readonly FileResult[];
}

/**
 * Imports files in one transaction: all of them, or nothing. Every file is read once from end to end and recognised before anything
 * is written. A dry run does the same work and undoes it.
 */
export async function runImport(order: ImportOrder, tools: ImportTools): Promise<ImportResult> {
  const recognised: RecognisedFile[] = [];
  for (const path of order.files) {
    recognised.push(await recognise(await inspectFile(path), order.kind, tools.importers));
  }
  // Their own transaction: they are right whatever becomes of the file. A dry run loads them below, in what it undoes.
  if (!order.dryRun && !(await hasCommunes(tools.dataSource.manager))) {
    await tools.dataSource.transaction((tx) => startImport(tx, tools));
  }
  const runner = tools.dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    const tx = runner.manager;
    await startImport(tx, tools);
    const files: FileResult[] = [];
    for (const file of recognised) files.push(await importFile(tx, file, order, tools));
    await proveChanges(tx, files, tools.journal);
    if (order.dryRun) await runner.rollbackTransaction();
    else await runner.commitTransaction();
    return { order, files, totals: files.reduce((sum, { totals }) => addTotals(sum, totals), emptyTotals()) };
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}

/** Alone, without the limits of a web request, and with the communes that every row is placed by. */
async function startImport(tx: EntityManager, { progress, clock }: ImportTools): Promise<void> {
  await easeLimits(tx);
  await lockImports(tx, () => progress.waiting());
  if (await hasCommunes(tx)) return;
  progress.loadingTerritories();
  const sweep = heapSweeper();
  await loadTerritories(tx, clock.now());
  // Some 120 MB of parsed packages, no longer of use.
  sweep();
}

async function importFile(tx: EntityManager, file: RecognisedFile, order: ImportOrder, tools: ImportTools): Promise<FileResult> {
  const { importer, match } = file;
  const { dataset } = match.dialect;
  const startedAt = tools.clock.now();
  const run: ImportRun = {
    id: tools.ids.next(),
    kind: importer.kind,
    dialect: match.dialect,
    fileName: file.inspected.name,
    fileSha256: file.inspected.sha256,
    startedAt,
    asOf: order.asOf ?? dataset.asOf,
    newId: () => tools.ids.next(),
  };
  tools.progress.fileRecognised(file);
  await describeDataset(tx, dataset, run.asOf, startedAt);
  await openRun(tx, run, file.detected);
  const context = await importer.prepare(tx, run);
  const intake = new RowIntake(importer, match, file.header, run, context, tx, heapSweeper());
  let textBytes = 0;
  const rows = await file.open((total) => (textBytes = total));
  for await (const row of rows) {
    if (tools.signal?.aborted) throw new ImportProblem('interrupted');
    await intake.add(row);
    tools.progress.rowsRead(file, textBytes, intake.entries.length);
  }
  tools.progress.writing(file, intake.entries.length);
  await intake.flush();
  tools.progress.finishing();
  await importer.finish?.(tx, run, context);
  if (tools.signal?.aborted) throw new ImportProblem('interrupted');
  const causes = { ...COMMON_CAUSES, ...importer.causes };
  const entries = intake.entries;
  const totals = totalsOf(entries, causes);
  if (totals.created + totals.updated > 0) await datasetChanged(tx, dataset.id, run.asOf, startedAt);
  await closeRun(tx, run.id, totals, tools.clock.now());
  return { file, totals, entries, causes };
}

/** One act per file that changed something, last in the transaction; what an import did can be proved later. */
async function proveChanges(tx: EntityManager, files: readonly FileResult[], journal: Journal): Promise<void> {
  for (const { file, totals } of files) {
    if (totals.created + totals.updated === 0) continue;
    await journal.recordAct(tx, {
      actor: { kind: 'import', id: null },
      action: `import-${file.importer.kind}`,
      thing: { kind: 'dataset', id: file.match.dialect.dataset.id },
      facts: { file: file.inspected.name, sha256: file.inspected.sha256, ...totals },
    });
  }
}
