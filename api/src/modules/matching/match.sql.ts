import { askedRows, type AskedRow } from './criteria/criteria.js';
import { SITE_KINDS } from '../sites/site.vocabulary.js';
import type { Bind } from './criteria/criterion.js';
import type { NeedProfile } from './engine/match.profile.js';
import { ELIGIBILITIES, SCORE_SCALE } from './engine/match.rules.js';
import { zoneIndexConditions } from './verification/match.zone-index.js';

/** The engine's SQL twin, written from the criteria table for one need: same classes, same integers, same order. */

/** Verdict of one criterion, as a number: anything from NEAR on is unmet. */
const MET = 0;
const UNKNOWN = 1;
const NEAR = 2;
const FAR = 3;

/** Parameters of a query being built; a value used twice is sent once. */
export class Parameters {
  private readonly positions = new Map<string, number>();
  private readonly list: unknown[] = [];

  readonly bind: Bind = (value, type) => {
    const key = `${type} ${JSON.stringify(value)}`;
    const known = this.positions.get(key);
    if (known !== undefined) return `$${String(known)}::${type}`;
    this.list.push(value);
    this.positions.set(key, this.list.length);
    return `$${String(this.list.length)}::${type}`;
  };

  get values(): unknown[] {
    return [...this.list];
  }
}

interface AskedColumn extends AskedRow {
  readonly column: string;
}

const columnsOf = (need: NeedProfile): AskedColumn[] => askedRows(need).map((asked, index) => ({ ...asked, column: `v${String(index)}` }));

export const SITE_MATCH = 'site_match';

export interface EvaluationSql {
  /** `with` items up to `evaluated`: a row per option that no single condition excludes; with `setAside`, per option that exactly one of these keeps out. */
  readonly ctes: string;
  readonly hard: readonly AskedColumn[];
}

/**
 * @param source rows shaped like `site_match`: the checker gives its own
 * @param setAside hard conditions to see what each alone keeps out (the what-if); `aside` is the place of that one in the list
 */
export function evaluationSql(
  need: NeedProfile,
  bind: Bind,
  { source = SITE_MATCH, setAside = [] }: { source?: string; setAside?: readonly string[] } = {},
): EvaluationSql {
  const columns = columnsOf(need);
  const hard = columns.filter((column) => column.hard);
  const verdicts = columns.map((column) => `${verdictSql(column, need, bind)} as ${column.column}`);
  const measured = columns.filter((column) => column.weight > 0);
  const measures = measured.map((column) => `${measureSql(column, need, bind)} as m${column.column}`);
  const aside = hard.filter(({ row }) => setAside.includes(row.id));
  const where = [...indexConditions(need, bind, setAside), ...keptSql(hard, aside, need, bind)];
  const ctes = `judged as (
    select m.option_id, m.site_id, m.shelf, m.kind, m.tenure${verdicts.map((sql) => `,\n      ${sql}`).join('')}
      ${aside.length === 0 ? '' : `, ${asideSql(aside, setAside, need, bind)}`}${measures.map((sql) => `,\n      ${sql}`).join('')}
    from ${source} m
    ${where.length > 0 ? `where ${where.join('\n      and ')}` : ''}
    offset 0),
  counted as (
    select j.*, ${sum(hard.map(({ column }) => `(${column} >= ${String(NEAR)})::int`))} as unmet,
      ${sum(hard.map(({ column }) => `(${column} = ${String(UNKNOWN)})::int`))} as unknown,
      ${all(hard.map(({ column }) => `${column} <> ${String(FAR)}`))} as reachable
    from judged j),
  evaluated as (
    select c.*, ${eligibilitySql} as eligibility, ${scoreSql(measured)}, ${completenessSql(hard, measured)} as completeness
    from counted c)`;
  return { ctes, hard };
}

const sum = (terms: readonly string[]): string => (terms.length === 0 ? '0' : terms.join(' + '));
const all = (terms: readonly string[]): string => (terms.length === 0 ? 'true' : terms.join(' and '));
const classOf = (name: (typeof ELIGIBILITIES)[number]): string => String(ELIGIBILITIES.indexOf(name));

const eligibilitySql = `case
      when c.unmet = 0 then case when c.unknown = 0 then ${classOf('eligible')} else ${classOf('to_confirm')} end
      when c.unmet > 1 or not c.reachable then ${classOf('excluded')}
      when c.unknown <= 2 then ${classOf('near_miss')} else ${classOf('too_little_known')} end`;

function verdictSql({ row, hard }: AskedColumn, need: NeedProfile, bind: Bind): string {
  const unmet = hard ? `case when ${row.sql.near(need, bind)} then ${String(NEAR)} else ${String(FAR)} end` : String(FAR);
  return `case when ${row.sql.unmet(need, bind)} then ${unmet} when ${row.sql.unknown(need, bind)} then ${String(UNKNOWN)} else ${String(MET)} end`;
}

function measureSql({ row }: AskedColumn, need: NeedProfile, bind: Bind): string {
  if (row.sql.measure !== undefined && row.preference.wished(need)) return row.sql.measure(need, bind);
  return `case when ${row.sql.unknown(need, bind)} then null when ${row.sql.unmet(need, bind)} then 1 else 1000 end`;
}

function scoreSql(measured: readonly AskedColumn[]): string {
  const weight = measured.reduce((total, column) => total + column.weight, 0);
  if (weight === 0) return '0::bigint as low, 0::bigint as high';
  const points = sum(measured.map(({ column, weight: w }) => `${String(w)} * coalesce(m${column}, 0)`));
  const best = sum(measured.map(({ column, weight: w }) => `${String(w)} * coalesce(m${column}, 1000)`));
  const scaled = (total: string): string => `(${total})::bigint * ${String(SCORE_SCALE / 1000)} / ${String(weight)}`;
  return `${scaled(points)} as low, ${scaled(best)} as high`;
}

function completenessSql(hard: readonly AskedColumn[], measured: readonly AskedColumn[]): string {
  const known = [
    ...hard.map(({ column }) => `(${column} <> ${String(UNKNOWN)})::int`),
    ...measured.map(({ column }) => `(m${column} is not null)::int`),
  ];
  return known.length === 0 ? '1000' : `(${sum(known)}) * 1000 / ${String(known.length)}`;
}

/** Rows the pure function would exclude for one condition alone are skipped before anything is counted. */
function keptSql(hard: readonly AskedColumn[], aside: readonly AskedColumn[], need: NeedProfile, bind: Bind): string[] {
  const unmet = ({ row }: AskedColumn): string => row.sql.unmet(need, bind);
  if (aside.length === 0) return hard.map((column) => `(not ${unmet(column)} or ${column.row.sql.near(need, bind)})`);
  const held = hard.filter((column) => !aside.includes(column)).map((column) => `not ${unmet(column)}`);
  const [only, ...others] = aside;
  if (only !== undefined && others.length === 0) return [...held, unmet(only)];
  return [...held, `${sum(aside.map((column) => `(${unmet(column)})::int`))} = 1`];
}

/** Which of the conditions set aside keeps the row out, and by how much. */
function asideSql(aside: readonly AskedColumn[], setAside: readonly string[], need: NeedProfile, bind: Bind): string {
  const whenUnmet = (value: (column: AskedColumn) => string): string =>
    `case ${aside.map((column) => `when ${column.row.sql.unmet(need, bind)} then ${value(column)}`).join(' ')} end`;
  const which = whenUnmet(({ row }) => String(setAside.indexOf(row.id)));
  const size = whenUnmet(({ row }) => `(${row.sql.size?.(need, bind) ?? 'null'})::bigint`);
  return `${which} as aside, ${size} as size`;
}

/** Conditions the two covering indexes serve: setting one of them aside gives up its part of the index. */
export const INDEXED_CONDITIONS: readonly string[] = ['zone', 'kind', 'floor_area'];

/** What the two covering indexes serve; each is implied by the conditions themselves. */
function indexConditions(need: NeedProfile, bind: Bind, setAside: readonly string[]): string[] {
  const required = (id: string): boolean => !setAside.includes(id) && !need.preferred.includes(id);
  const kinds = need.kinds.map((kind) => SITE_KINDS.indexOf(kind));
  return [
    ...(required('zone') ? zoneIndexConditions(need.zone, bind) : []),
    ...(required('kind') && kinds.length > 0 ? [`m.kind = any(${bind(kinds, 'int[]')})`] : []),
    ...(required('floor_area') && need.floorAreaMinM2 !== null
      ? [`m.floor_high_m2 >= ${bind(lowestFloor(need.floorAreaMinM2, need.areaTolerancePercent), 'int')}`]
      : []),
  ];
}

/** The smallest area that is met or near. */
export function lowestFloor(minM2: number, tolerancePercent: number): number {
  return Math.ceil((minM2 * Math.min(75, 100 - tolerancePercent)) / 100);
}

/** Best first, as `compareMatches`; the id last makes it total. */
export const MATCH_ORDER = 'shelf, eligibility, low desc, high desc, completeness desc, site_id';
