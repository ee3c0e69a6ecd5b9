import { z } from 'zod';
import { cursorOf } from '../../../platform/http/cursor.js';
import { geoPoint, id, instant, limit, pageOf } from '../../../platform/http/fields.js';
import { SITE_KINDS } from '../../sites/site.vocabulary.js';
import { TABLE_FORMATS, TABLE_LIMITS } from '../reading/tables/table.types.js';
import { PLACE_FIELD_NAMES, type PlaceFieldName } from './place.fields.js';
import { SITE_IMPORT_STATES } from './site-import.rules.js';

const version = z.int().min(1).max(2_000_000_000);
const line = z.int().min(0).max(10_000_000);
const column = z.int().min(0).max(TABLE_LIMITS.columns);
const field = z.enum(PLACE_FIELD_NAMES as [PlaceFieldName, ...PlaceFieldName[]]);

export const LAYOUTS = ['generic', 'stations', 'friches'] as const;
export type Layout = (typeof LAYOUTS)[number];
export const ROW_OUTCOMES = ['created', 'updated', 'unchanged', 'refused', 'merged', 'not_concerned'] as const;
export type SiteRowOutcome = (typeof ROW_OUTCOMES)[number];

/** How a file is read, as kept. */
export const importSettings = z.object({
  sheet: z.int().min(0).max(1_000).nullable(),
  headerLine: line.nullable().meta({ description: 'Line of the headings; null when the format itself names its columns' }),
  layout: z.enum(LAYOUTS),
  columns: z.array(field.nullable()).max(TABLE_LIMITS.columns).meta({ description: 'Field of each column; null = not imported' }),
  kind: z.enum(SITE_KINDS).nullable().meta({ description: 'Kind of the places whose row does not say it' }),
});
export type ImportSettings = z.infer<typeof importSettings>;

export const changeSiteImport = importSettings
  .partial()
  .extend({ version })
  .refine(({ columns }) => columns === undefined || new Set(columns.filter(Boolean)).size === columns.filter(Boolean).length, {
    path: ['columns'],
    message: 'a field is given to two columns',
  })
  .meta({
    id: 'ChangeSiteImport',
    description: 'A key left out stays as it is. Another sheet or line of headings proposes its columns anew.',
  });
export type ChangeSiteImport = z.infer<typeof changeSiteImport>;

export const fixSiteImportRow = z
  .object({ cells: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(20_000)) })
  .meta({ id: 'FixSiteImportRow', description: 'New text of cells, by column from 0' });
export type FixSiteImportRow = z.infer<typeof fixSiteImportRow>;
export const versioned = z.object({ version }).meta({ id: 'SiteImportVersion' });

export const importParams = z.object({ id });
export const rowParams = z.object({
  id,
  line: z
    .string()
    .regex(/^\d{1,8}$/)
    .transform(Number),
});
export const reportParams = z.object({ id });
export const reportQuery = z.object({ format: z.enum(['csv', 'xlsx', 'json']).default('csv') });
export const importsSearch = z.object({ cursor: cursorOf(z.tuple([id])).optional(), limit });
export type ImportsSearch = z.infer<typeof importsSearch>;
export const rowsSearch = z.object({
  show: z.enum(['all', 'warned', ...ROW_OUTCOMES]).default('all'),
  cursor: cursorOf(z.tuple([line])).optional(),
  limit,
});
export type RowsSearch = z.infer<typeof rowsSearch>;

const totals = z.object({
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  warned: z.int(),
  refused: z.int(),
  merged: z.int(),
  not_concerned: z.int(),
});
export type SiteImportTotals = z.infer<typeof totals>;

const answer = z.string().nullable();
export const siteImportLine = z
  .object({
    id,
    organisation: z.object({ id, name: z.string() }),
    state: z.enum(SITE_IMPORT_STATES),
    version,
    title: z.string(),
    bytes: z.int(),
    sentBy: z.string().nullable(),
    refusal: z.string().nullable().meta({ description: 'Why the whole file is refused, and what to do' }),
    totals: totals.nullable(),
    doneRows: z.int().meta({ description: 'Rows written, or taken back, so far, of those created or updated' }),
    createdAt: instant,
    updatedAt: instant,
    finishedAt: instant.nullable(),
    isForgotten: z.boolean().meta({ description: 'The file and its rows were erased after their term' }),
    actions: z
      .object({ change: answer, fix: answer, commit: answer, undo: answer, drop: answer })
      .meta({ id: 'SiteImportActions', description: 'Null = may; else the code of the refusal' }),
  })
  .meta({ id: 'SiteImportLine' });
export type SiteImportLine = z.infer<typeof siteImportLine>;
export const siteImportPage = pageOf(siteImportLine).meta({ id: 'SiteImportPage' });
export type SiteImportPage = z.infer<typeof siteImportPage>;

export const siteImport = siteImportLine
  .extend({
    form: z
      .object({
        format: z.enum(TABLE_FORMATS),
        encoding: z.string().nullable(),
        delimiter: z.string().nullable(),
        coordinates: z.string().nullable().meta({ description: 'Coordinate system the file declares' }),
        sheets: z.array(z.string()),
        recognised: z.enum(LAYOUTS).meta({ description: 'A known list, or a table of its own' }),
        remembered: z.boolean().meta({ description: 'Read as the organisation read the same headings before' }),
      })
      .nullable(),
    settings: importSettings.nullable(),
    columns: z.array(
      z.object({ heading: z.string(), suggested: field.nullable(), how: z.enum(['sure', 'likely', 'none']), samples: z.array(z.string()) }),
    ),
    head: z.array(z.object({ line, cells: z.array(z.string()) })).meta({ description: 'First rows, to choose the line of headings' }),
    fields: z.array(z.object({ name: field, label: z.string() })),
    found: z.array(z.object({ cause: z.string(), count: z.int(), severity: z.string(), message: z.string() })).meta({
      description: 'What was recognised or is wrong, most frequent first, each with an example',
    }),
  })
  .meta({ id: 'SiteImport', description: 'A file of places, from its reading to its drafts' });
export type SiteImportView = z.infer<typeof siteImport>;

export const siteImportRow = z
  .object({
    line,
    cells: z.array(z.string()),
    fixed: z.array(column),
    outcome: z.enum(ROW_OUTCOMES).nullable(),
    warned: z.boolean(),
    place: z
      .object({
        name: z.string(),
        kind: z.enum(SITE_KINDS),
        commune: z.string().nullable(),
        point: geoPoint.nullable(),
        floorAreaM2: z.number().nullable(),
      })
      .nullable(),
    siteId: id.nullable(),
    notes: z.array(
      z.object({
        column: column.nullable(),
        heading: z.string().nullable(),
        cause: z.string(),
        severity: z.enum(['info', 'warning', 'error']),
        message: z.string(),
        repair: z.string(),
      }),
    ),
  })
  .meta({ id: 'SiteImportRow' });
export type SiteImportRowView = z.infer<typeof siteImportRow>;
export const siteImportRows = pageOf(siteImportRow).meta({ id: 'SiteImportRows' });
export type SiteImportRows = z.infer<typeof siteImportRows>;

export const siteImportPoints = pageOf(
  z.object({ line, name: z.string(), lon: z.number(), lat: z.number(), outcome: z.enum(ROW_OUTCOMES), warned: z.boolean() }),
).meta({ id: 'SiteImportPoints', description: 'Every placed row, for the map' });
export type SiteImportPoints = z.infer<typeof siteImportPoints>;
