import type { EntityManager } from 'typeorm';
import { countWhatIf } from '../what-if.queries.js';
import { rankSites } from '../engine/match.order.js';
import type { Grid, NeedProfile, OptionProfile } from '../engine/match.profile.js';
import { dice, randomNeed, randomOption, type Dice, type KnownCommune } from './match.random.js';
import { evaluate } from '../engine/match.rules.js';
import { askedRows } from '../criteria/criteria.js';
import { whatIfForNeed } from '../engine/match.what-if.js';
import { rankSections } from '../matching.queries.js';
import { OPTION_COLUMNS, toOption, toRow, type OptionRow } from '../option.queries.js';

/** The checker: the SQL path against brute force over the pure function. Same set, same order, same integers, same what-if. */

export interface Difference {
  readonly need: NeedProfile;
  readonly about: 'order' | 'what_if';
  readonly sql: unknown;
  readonly brute: unknown;
}

export interface Verified {
  readonly needs: number;
  readonly options: number;
  readonly matches: number;
  readonly differences: readonly Difference[];
}

const PLACES_AT_ONCE = 1500;
const NEEDS_PER_CROWD = 500;
const WHAT_IF_EVERY = 10;
const LEADS_TRIED = 3000;
/** More than there can be: the whole list is compared, not its first page. */
const EVERYTHING = 1_000_000;

/** Places and needs made up from one seed, around communes of the territory table. */
export async function verifyOnMadeUpPlaces(
  tx: EntityManager,
  needs: number,
  seed: number,
  said: (done: number) => void,
): Promise<Verified> {
  const communes = await knownCommunes(tx);
  const roll = dice(seed);
  let total: Verified = { needs: 0, options: 0, matches: 0, differences: [] };
  await tx.query('create temp table made_up_match (like site_match including generated including indexes) on commit drop');
  while (total.needs < needs) {
    const options = crowd(roll, communes);
    await tx.query('truncate made_up_match');
    await insertRows(tx, options.map(toRow));
    const count = Math.min(NEEDS_PER_CROWD, needs - total.needs);
    const before = total.needs;
    total = add(
      total,
      await compare(tx, 'made_up_match', options, roll, communes, count, (done) => {
        said(before + done);
      }),
    );
  }
  return total;
}

/** Everything on offer, and leads as they would be if their owners were known; nothing of it stays. Needs a transaction. */
export async function verifyOnRealPlaces(tx: EntityManager, needs: number, seed: number, said: (done: number) => void): Promise<Verified> {
  await tx.query('savepoint before_verification');
  try {
    await tx.query(
      `update site_listing set shelf = 'owner_known'
        where site_id in (select site_id from site_listing where shelf = 'lead' order by md5(site_id::text) limit $1)`,
      [LEADS_TRIED],
    );
    const rows: OptionRow[] = await tx.query(`select ${OPTION_COLUMNS.join(', ')} from site_match`);
    if (rows.length === 0) return { needs: 0, options: 0, matches: 0, differences: [] };
    return await compare(tx, 'site_match', rows.map(toOption), dice(seed), await knownCommunes(tx), needs, said);
  } finally {
    await tx.query('rollback to savepoint before_verification');
  }
}

function crowd(roll: Dice, communes: readonly KnownCommune[]): OptionProfile[] {
  const blanks = roll.pick([0.05, 0.2, 0.5]);
  const options: OptionProfile[] = [];
  while (options.length < PLACES_AT_ONCE) {
    const first = randomOption(roll, communes, blanks);
    options.push(first);
    // A site may have several options, that share where it is and what it is.
    const { siteId, kind, regionCode, departmentCode, epciCode, communeCode, point } = first;
    while (roll.chance(0.25)) {
      options.push({ ...randomOption(roll, communes, blanks), siteId, kind, regionCode, departmentCode, epciCode, communeCode, point });
    }
  }
  return options;
}

async function insertRows(tx: EntityManager, rows: readonly OptionRow[]): Promise<void> {
  const columns = OPTION_COLUMNS.join(', ');
  await tx.query(`insert into made_up_match (${columns}) select ${columns} from json_populate_recordset(null::site_match, $1::json)`, [
    JSON.stringify(rows),
  ]);
  await tx.query('analyze made_up_match');
}

async function compare(
  tx: EntityManager,
  source: string,
  options: readonly OptionProfile[],
  roll: Dice,
  communes: readonly KnownCommune[],
  needs: number,
  said: (done: number) => void,
): Promise<Verified> {
  const differences: Difference[] = [];
  let matches = 0;
  for (let done = 0; done < needs; done++) {
    const need = randomNeed(roll, communes);
    const rows = askedRows(need);
    const evaluations = options.map((option) => evaluate(option, need, rows));
    const brute = rankSites(evaluations).map(keyOf);
    const sql = (await rankSections(tx, need, EVERYTHING, source)).sites.map(keyOf);
    matches += brute.length;
    if (!same(sql, brute)) differences.push({ need, about: 'order', sql, brute });
    if (done % WHAT_IF_EVERY === 0) {
      const [fast, slow] = [await countWhatIf(tx, need, source), whatIfForNeed(evaluations)];
      if (!same(fast, slow)) differences.push({ need, about: 'what_if', sql: fast, brute: slow });
    }
    said(done + 1);
  }
  return { needs, options: options.length, matches, differences };
}

type Ranked = Pick<ReturnType<typeof evaluate>, 'siteId' | 'optionId' | 'shelf' | 'eligibility' | 'low' | 'high' | 'completeness'>;
const keyOf = (one: Ranked): unknown[] => [one.siteId, one.optionId, one.shelf, one.eligibility, one.low, one.high, one.completeness];
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const add = (a: Verified, b: Verified): Verified => ({
  needs: a.needs + b.needs,
  options: a.options + b.options,
  matches: a.matches + b.matches,
  differences: [...a.differences, ...b.differences],
});

/** Some fifty communes near one another or far apart, overseas included, with the codes that belong to them. */
async function knownCommunes(tx: EntityManager): Promise<KnownCommune[]> {
  const rows: { region_code: string; department_code: string; epci_code: string | null; code: string; grid: Grid; x: number; y: number }[] =
    await tx.query(
      `select c.region_code, c.department_code, c.epci_code, c.code, g.grid, round(st_x(g.at))::int as x, round(st_y(g.at))::int as y
       from territory c
      cross join lateral (select legal_grid(c.department_code) as grid, st_transform(c.point, legal_grid(c.department_code)) as at) g
      where c.kind = 'commune' and c.point is not null and c.region_code is not null and c.department_code in ('52', '21', '88', '974')
      order by c.department_code = '52' desc, md5(c.code) limit 60`,
    );
  if (rows.length === 0) throw new Error('The checker needs the official territories: run `cli territories load` first.');
  return rows.map((row) => ({
    regionCode: row.region_code,
    departmentCode: row.department_code,
    epciCode: row.epci_code,
    communeCode: row.code,
    point: { grid: row.grid, xM: row.x, yM: row.y },
  }));
}
