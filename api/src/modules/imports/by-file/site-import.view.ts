import { type Actor, type Permission, whyNotAllowed } from '../../../platform/access/permission.js';
import { currentLanguage } from '../../../platform/http/request-context.js';
import { sayNote } from '../import.causes.js';
import type { Note } from '../import.types.js';
import { suggestMapping } from './column.mapping.js';
import { PLACE_FIELD_NAMES, PLACE_FIELDS, type PlaceFieldName } from './place.fields.js';
import { kindOfPlace } from './place.kinds.js';
import { cellsOf } from './site-import.evaluation.js';
import type { ChosenLayout } from './site-import.layouts.js';
import { importActions, type SiteImportAction } from './site-import.rules.js';
import { siteImportsPolicy } from './site-imports.policy.js';
import type { FoundCause, StoredRow } from './site-import-rows.queries.js';
import type { ImportRecord } from './site-imports.queries.js';
import type { ImportSettings, SiteImportLine, SiteImportRowView, SiteImportView } from './site-imports.schemas.js';

const ACTIONS = {
  change: siteImportsPolicy.changeSiteImport,
  fix: siteImportsPolicy.fixSiteImportRow,
  commit: siteImportsPolicy.commitSiteImport,
  undo: siteImportsPolicy.undoSiteImport,
  drop: siteImportsPolicy.dropSiteImport,
} as const satisfies Partial<Record<SiteImportAction, Permission>>;

export function toImportLine(actor: Actor, record: ImportRecord): SiteImportLine {
  const { organisation, refusal, fileName } = record;
  const may = (action: keyof typeof ACTIONS) => {
    const refused = whyNotAllowed(ACTIONS[action], actor, { organisationId: organisation.id });
    if (refused !== null) return refused;
    if (!importActions(record.state).includes(action)) return 'site-import-state-forbids';
    return fileName === null ? 'site-import-forgotten' : null;
  };
  return {
    ...record,
    organisation: { id: organisation.id, name: organisation.name },
    refusal: refusal && refusal[currentLanguage()],
    isForgotten: fileName === null,
    actions: { change: may('change'), fix: may('fix'), commit: may('commit'), undo: may('undo'), drop: may('drop') },
  };
}

const SAMPLES = 3;
const SHOWN_LETTERS = 60;
const short = (text: string): string => (text.length > SHOWN_LETTERS ? `${text.slice(0, SHOWN_LETTERS)}…` : text);

export function toImportView(
  actor: Actor,
  record: ImportRecord,
  layout: ChosenLayout | null,
  { head, found }: { head: readonly StoredRow[]; found: readonly FoundCause[] },
): SiteImportView {
  const header = layout?.header ?? [];
  const settings = layout === null ? null : (record.settings as ImportSettings);
  const suggested = suggestMapping(header);
  const samples = head.filter(({ line }) => line > (settings?.headerLine ?? -1)).slice(0, SAMPLES);
  return {
    ...toImportLine(actor, record),
    form: record.form && { ...record.form, sheets: [...record.form.sheets] },
    settings,
    columns: header.map((heading, column) => ({
      heading,
      suggested: suggested[column]?.field ?? null,
      how: suggested[column]?.how ?? 'none',
      samples: samples.map((row) => short(cellsOf(row, header.length)[column] ?? '')),
    })),
    head: record.form?.header === null ? head.map(({ line, cells }) => ({ line, cells: cells.slice(0, 12).map(short) })) : [],
    fields: PLACE_FIELD_NAMES.map((name) => ({ name, label: PLACE_FIELDS[name].label[currentLanguage()] })),
    found: layout === null ? [] : found.map(({ cause, count, note }) => ({ cause, count, ...pick(sayIn(layout, note)) })),
  };
}
const pick = ({ severity, message }: { severity: 'info' | 'warning' | 'error'; message: string }) => ({ severity, message });

export function toRowView(row: StoredRow, layout: ChosenLayout): SiteImportRowView {
  const values = row.record?.values;
  return {
    line: row.line,
    cells: cellsOf(row, layout.header.length),
    fixed: Object.keys(row.fixes).map(Number),
    outcome: row.outcome,
    warned: row.warned,
    siteId: row.siteId,
    place: values
      ? {
          name: values.name ?? row.sourceKey ?? '',
          kind: kindOfPlace(values),
          commune: row.commune,
          point: values.point ?? null,
          floorAreaM2: (values['facts.floor_area_m2'] as number | undefined) ?? null,
        }
      : null,
    notes: row.notes.map((note) => {
      const said = sayIn(layout, note);
      const column = note.field === null ? undefined : layout.match.fields.get(note.field);
      return {
        column: column ?? null,
        heading: said.field,
        cause: said.cause,
        severity: said.severity,
        message: said.message,
        repair: said.repair,
      };
    }),
  };
}

export function sayIn(layout: ChosenLayout, note: Note) {
  return sayNote(note, layout.causes, currentLanguage(), (field) => headingOf(layout, field));
}

/** The heading of the file; for what the file does not have, our own word. */
function headingOf({ match, header }: ChosenLayout, field: string): string {
  const column = match.fields.get(field);
  if (column !== undefined) return header[column] ?? field;
  return field in PLACE_FIELDS ? PLACE_FIELDS[field as PlaceFieldName].label[currentLanguage()] : field;
}
