import type { EntityManager } from 'typeorm';
import { SHELVES, ELIGIBILITIES, type Eligibility } from './engine/match.rules.js';
import type { NeedProfile, Shelf } from './engine/match.profile.js';
import { evaluationSql, MATCH_ORDER, Parameters } from './match.sql.js';

/** Sites for a need, found, classed and ordered by the database; the pure function then explains the few that are shown. */

export interface RankedSite {
  readonly siteId: string;
  readonly optionId: string;
  readonly shelf: Shelf;
  readonly eligibility: Eligibility;
  readonly low: number;
  readonly high: number;
  readonly completeness: number;
}

export interface Section {
  readonly shelf: Shelf;
  readonly eligibility: Eligibility;
  readonly total: number;
}

interface Row {
  readonly site_id: string;
  readonly option_id: string;
  readonly shelf: number;
  readonly eligibility: number;
  readonly low: number;
  readonly high: number;
  readonly completeness: number;
  readonly total: number;
}

const EXCLUDED = String(ELIGIBILITIES.indexOf('excluded'));
const best = `best as (
    select distinct on (site_id) site_id, option_id, shelf, eligibility, low, high, completeness
    from evaluated where eligibility < ${EXCLUDED}
    order by site_id, shelf, eligibility, low desc, high desc, completeness desc, option_id)`;

/** The first `limit` sites of each section (shelf × eligibility), and how many there are. */
export async function rankSections(
  tx: EntityManager,
  need: NeedProfile,
  limit: number,
  source?: string,
): Promise<{ sites: RankedSite[]; sections: Section[] }> {
  const parameters = new Parameters();
  const { ctes } = evaluationSql(need, parameters.bind, source === undefined ? {} : { source });
  const rows: Row[] = await tx.query(
    `with ${ctes}, ${best},
    placed as (select *, count(*) over section as total, row_number() over (section order by low desc, high desc, completeness desc, site_id) as place
      from best window section as (partition by shelf, eligibility))
    select * from placed where place <= ${parameters.bind(limit, 'int')} order by ${MATCH_ORDER}`,
    parameters.values,
  );
  const firsts = rows.filter((row, index) => row.shelf !== rows[index - 1]?.shelf || row.eligibility !== rows[index - 1]?.eligibility);
  return { sites: rows.map(toSite), sections: firsts.map((row) => ({ ...sectionOf(row), total: row.total })) };
}

export type MatchKey = readonly [low: number, high: number, completeness: number, siteId: string];

/** The following page of one section. One line more than asked says whether there is another. */
export async function rankAfter(
  tx: EntityManager,
  need: NeedProfile,
  section: Omit<Section, 'total'>,
  after: MatchKey,
  limit: number,
): Promise<RankedSite[]> {
  const parameters = new Parameters();
  const { bind } = parameters;
  const { ctes } = evaluationSql(need, bind);
  const [low, high, completeness, siteId] = after;
  const rows: Row[] = await tx.query(
    `with ${ctes}, ${best}
    select * from best
    where shelf = ${bind(SHELVES.indexOf(section.shelf), 'int')} and eligibility = ${bind(ELIGIBILITIES.indexOf(section.eligibility), 'int')}
      and (-low, -high, -completeness, site_id) > (${bind(-low, 'bigint')}, ${bind(-high, 'bigint')}, ${bind(-completeness, 'int')}, ${bind(siteId, 'text')}::uuid)
    order by ${MATCH_ORDER} limit ${bind(limit + 1, 'int')}`,
    parameters.values,
  );
  return rows.map(toSite);
}

const sectionOf = (row: Row): Omit<Section, 'total'> => ({
  shelf: SHELVES[row.shelf] ?? 'owner_known',
  eligibility: ELIGIBILITIES[row.eligibility] ?? 'excluded',
});

const toSite = (row: Row): RankedSite => ({
  siteId: row.site_id,
  optionId: row.option_id,
  ...sectionOf(row),
  low: row.low,
  high: row.high,
  completeness: row.completeness,
});
