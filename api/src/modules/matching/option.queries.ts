import type { EntityManager } from 'typeorm';
import { ACTIVITIES, CONDITIONS, CONSTRAINTS, FEATURES, SITE_KINDS, TENURES, USES } from '../sites/site.vocabulary.js';
import type { Grid, OptionProfile } from './engine/match.profile.js';
import { SHELVES } from './engine/match.rules.js';

/** Rows of `site_match` ↔ what the pure function reads: nothing else of a place enters the engine. */

export interface OptionRow {
  readonly option_id: string;
  readonly site_id: string;
  readonly shelf: number;
  readonly kind: number;
  readonly region_code: string;
  readonly department_code: string;
  readonly epci_code: string;
  readonly commune_code: string;
  readonly grid: number;
  readonly x_m: number;
  readonly y_m: number;
  readonly floor_area_m2: number | null;
  readonly floor_from_m2: number | null;
  readonly land_area_m2: number | null;
  readonly tenure: number;
  readonly cost_cents_per_year: number | null;
  readonly price_cents: number | null;
  readonly available_from_day: number | null;
  readonly available_until_day: number | null;
  readonly features_yes: number;
  readonly features_no: number;
  readonly constraints_yes: number;
  readonly constraints_no: number;
  readonly uses_yes: number;
  readonly uses_no: number;
  readonly condition: number;
  readonly works_cents: number | null;
  readonly works_paid_by_owner: number;
  readonly walk_to_stop_m: number | null;
  readonly stop_departures: number | null;
  readonly activities: number | null;
  readonly priority_area: boolean | null;
}

/** Columns written when rows are made; the others are derived by the table itself. */
export const OPTION_COLUMNS = [
  'option_id',
  'site_id',
  'shelf',
  'kind',
  'region_code',
  'department_code',
  'epci_code',
  'commune_code',
  'grid',
  'x_m',
  'y_m',
  'floor_area_m2',
  'floor_from_m2',
  'land_area_m2',
  'tenure',
  'cost_cents_per_year',
  'price_cents',
  'available_from_day',
  'available_until_day',
  'features_yes',
  'features_no',
  'constraints_yes',
  'constraints_no',
  'uses_yes',
  'uses_no',
  'condition',
  'works_cents',
  'works_paid_by_owner',
  'walk_to_stop_m',
  'stop_departures',
  'activities',
  'priority_area',
] as const satisfies readonly (keyof OptionRow)[];

export async function loadOptions(
  tx: EntityManager,
  optionIds: readonly string[],
  source = 'site_match',
): Promise<Map<string, OptionProfile>> {
  const rows: OptionRow[] = await tx.query(`select ${OPTION_COLUMNS.join(', ')} from ${source} where option_id = any($1::uuid[])`, [
    optionIds,
  ]);
  return new Map(rows.map((row) => [row.option_id, toOption(row)]));
}

export async function loadOptionsOfSite(tx: EntityManager, siteId: string): Promise<OptionProfile[]> {
  const rows: OptionRow[] = await tx.query(`select ${OPTION_COLUMNS.join(', ')} from site_match where site_id = $1 order by option_id`, [
    siteId,
  ]);
  return rows.map(toOption);
}

const blank = (code: string): string | null => (code === '' ? null : code);

export function toOption(row: OptionRow): OptionProfile {
  return {
    optionId: row.option_id,
    siteId: row.site_id,
    shelf: SHELVES[row.shelf] ?? 'owner_known',
    kind: SITE_KINDS[row.kind] ?? 'other',
    regionCode: blank(row.region_code),
    departmentCode: blank(row.department_code),
    epciCode: blank(row.epci_code),
    communeCode: blank(row.commune_code),
    point: row.grid === 0 ? null : { grid: row.grid as Grid, xM: row.x_m, yM: row.y_m },
    floorAreaM2: row.floor_area_m2,
    floorAreaFromM2: row.floor_from_m2,
    landAreaM2: row.land_area_m2,
    tenure: TENURES[row.tenure] ?? null,
    costCentsPerYear: row.cost_cents_per_year,
    priceCents: row.price_cents,
    availableFromDay: row.available_from_day,
    availableUntilDay: row.available_until_day,
    features: facts(FEATURES, row.features_yes, row.features_no),
    constraints: facts(CONSTRAINTS, row.constraints_yes, row.constraints_no),
    uses: facts(USES, row.uses_yes, row.uses_no),
    condition: CONDITIONS[row.condition] ?? null,
    worksCentsEstimate: row.works_cents,
    worksPaidByOwner: row.works_paid_by_owner < 0 ? null : row.works_paid_by_owner === 1,
    walkToStopM: row.walk_to_stop_m,
    stopDeparturesPerDay: row.stop_departures,
    activitiesWelcome: row.activities === null ? null : ACTIVITIES.filter((_, bit) => ((row.activities ?? 0) & (1 << bit)) !== 0),
    priorityArea: row.priority_area,
  };
}

function facts<W extends string>(words: readonly W[], yes: number, no: number): Record<W, boolean | null> {
  return Object.fromEntries(
    words.map((word, bit) => [word, (yes & (1 << bit)) !== 0 ? true : (no & (1 << bit)) !== 0 ? false : null]),
  ) as Record<W, boolean | null>;
}

/** The other way, for the checker's made-up places. */
export function toRow(option: OptionProfile): OptionRow {
  return {
    option_id: option.optionId,
    site_id: option.siteId,
    shelf: SHELVES.indexOf(option.shelf),
    kind: SITE_KINDS.indexOf(option.kind),
    region_code: option.regionCode ?? '',
    department_code: option.departmentCode ?? '',
    epci_code: option.epciCode ?? '',
    commune_code: option.communeCode ?? '',
    grid: option.point?.grid ?? 0,
    x_m: option.point?.xM ?? 0,
    y_m: option.point?.yM ?? 0,
    floor_area_m2: option.floorAreaM2,
    floor_from_m2: option.floorAreaFromM2,
    land_area_m2: option.landAreaM2,
    tenure: option.tenure === null ? -1 : TENURES.indexOf(option.tenure),
    cost_cents_per_year: option.costCentsPerYear,
    price_cents: option.priceCents,
    available_from_day: option.availableFromDay,
    available_until_day: option.availableUntilDay,
    features_yes: mask(FEATURES, option.features, true),
    features_no: mask(FEATURES, option.features, false),
    constraints_yes: mask(CONSTRAINTS, option.constraints, true),
    constraints_no: mask(CONSTRAINTS, option.constraints, false),
    uses_yes: mask(USES, option.uses, true),
    uses_no: mask(USES, option.uses, false),
    condition: option.condition === null ? -1 : CONDITIONS.indexOf(option.condition),
    works_cents: option.worksCentsEstimate,
    works_paid_by_owner: option.worksPaidByOwner === null ? -1 : Number(option.worksPaidByOwner),
    walk_to_stop_m: option.walkToStopM,
    stop_departures: option.stopDeparturesPerDay,
    activities:
      option.activitiesWelcome === null ? null : bits(ACTIVITIES.map((word) => option.activitiesWelcome?.includes(word) ?? false)),
    priority_area: option.priorityArea,
  };
}

const bits = (flags: readonly boolean[]): number => flags.reduce((total, flag, bit) => (flag ? total | (1 << bit) : total), 0);

function mask<W extends string>(words: readonly W[], known: Readonly<Record<W, boolean | null>>, wanted: boolean): number {
  return bits(words.map((word) => known[word] === wanted));
}
