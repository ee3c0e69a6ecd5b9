import { setImmediate as breathe } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { isWarned } from '../import.causes.js';
import { RowIntake } from '../import.rows.js';
import type { Importer, ImportRun, Mapped, Note, SourceRow, Upserted } from '../import.types.js';
import type { SourcedSite } from '../sourced-sites/sourced-site.types.js';
import { completePlaces } from './places.completion.js';
import { tellKnownPlaces } from './places.known.js';
import { planPlaces } from './places.writing.js';
import type { ChosenLayout } from './site-import.layouts.js';
import { type Judged, readRows, saveJudged, type StoredRow } from './site-import-rows.queries.js';
import type { ImportSettings } from './site-imports.schemas.js';

const PAGE = 1_000;
/** The process also answers requests: it takes breath now and then. */
const BREATHE_EVERY_ROWS = 200;

/** The dry run: every row understood, completed and compared with what the organisation already has; nothing but the rows is written. */
export async function evaluateRows(
  tx: EntityManager,
  {
    settings,
    layout,
    run,
    organisationId,
    lines = null,
  }: {
    settings: ImportSettings;
    layout: ChosenLayout;
    run: ImportRun;
    organisationId: string;
    lines?: readonly number[] | null;
  },
): Promise<void> {
  const records = new Map<string, string>();
  const importer = judging(layout, { settings, organisationId }, records);
  const context = await layout.importer.prepare(tx, run);
  const intake = new RowIntake(importer, layout.match, layout.header, run, context, tx, () => undefined);
  let afterLine = settings.headerLine ?? -1;
  for (let count = 0; ;) {
    const page = await readRows(tx, run.id, { afterLine, count: PAGE, lines });
    for (const row of page) {
      await intake.add({ line: row.line, cells: cellsOf(row, layout.header.length), geometry: row.geometry });
      if (++count % BREATHE_EVERY_ROWS === 0) await breathe();
    }
    afterLine = page.at(-1)?.line ?? afterLine;
    if (page.length < PAGE) break;
  }
  await intake.flush();
  const judged = intake.entries.map((entry): Judged => {
    const isMain = entry.outcome !== 'merged' && entry.outcome !== 'refused' && entry.outcome !== 'not_concerned';
    const record = isMain && entry.sourceKey !== null ? (records.get(entry.sourceKey) ?? null) : null;
    return { ...entry, warned: isWarned(entry.notes, layout.causes), record };
  });
  for (let at = 0; at < judged.length; at += PAGE) await saveJudged(tx, run.id, judged.slice(at, at + PAGE));
}

/** A row as corrected on the page, as wide as the headings: cells that a file leaves out at the end are empty. */
export function cellsOf({ cells, fixes }: Pick<StoredRow, 'cells' | 'fixes'>, width: number): string[] {
  return Array.from({ length: width }, (_, column) => fixes[String(column)] ?? cells[column] ?? '');
}

/** The importer of the layout, whose last step judges instead of writing. */
function judging(
  layout: ChosenLayout,
  { settings, organisationId }: { settings: ImportSettings; organisationId: string },
  records: Map<string, string>,
): Importer<SourcedSite> {
  return {
    ...layout.importer,
    map: (row: SourceRow, context: unknown) => withKind(layout.importer.map(row, context), settings),
    upsert: async (tx, batch, run) => {
      const completed = await completePlaces(tx, batch, layout.isGeneric);
      const plans = await planPlaces(
        tx,
        completed.map(({ record }) => record),
        run.dialect.dataset.id,
      );
      const known = await tellKnownPlaces(
        tx,
        plans.map(({ record }) => record),
        organisationId,
      );
      return plans.map((plan, at): Upserted => {
        const { notes = [], isNowhere = false } = completed[at] ?? {};
        const own = plan.own?.siteId ?? null;
        const alike = plan.outcome === 'created' ? (known[at] ?? []) : [];
        if (isNowhere) return { outcome: 'refused', recordId: null, notes };
        if (plan.record.onlyIfKnown === true && own === null) return { outcome: 'not_concerned', recordId: null, notes: [] };
        records.set(plan.record.sourceKey, JSON.stringify(plan.record));
        return { outcome: plan.outcome, recordId: own, notes: [...notes, ...plan.notes, ...alike] };
      });
    },
  };
}

/** The kind given for the whole file; remarks on what makes a lead of open data do not concern an owner. */
function withKind(mapped: Mapped<SourcedSite>, { kind }: ImportSettings): Mapped<SourcedSite> {
  const notes = mapped.notes.filter(({ cause }: Note) => !cause.startsWith('not_lead_'));
  if (mapped.outcome !== 'record' || kind === null || mapped.record.values['facts.kind'] != null) return { ...mapped, notes };
  return { ...mapped, notes, record: { ...mapped.record, values: { ...mapped.record.values, 'facts.kind': kind } } };
}
