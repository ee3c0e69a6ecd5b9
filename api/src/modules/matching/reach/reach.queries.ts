import type { EntityManager } from 'typeorm';
import { SITE_KINDS } from '../../sites/site.vocabulary.js';
import type { NeedProfile, OptionProfile, ZonePart } from '../engine/match.profile.js';
import type { ProjectMatch } from '../matching.schemas.js';
import { ANY_KIND, keysOfOption, type DepartmentsOf, type Reach } from './reach.rules.js';

/** Projects by where they look (`reach`), and their needs in the engine's terms (`project_match`). */

export interface StaleProject {
  readonly id: string;
  readonly need: unknown;
  readonly activity: string | null;
  readonly listed: boolean;
}

/** Taken one by one by whoever comes first; the others skip them. */
export async function takeStaleProjects(tx: EntityManager, limit: number): Promise<StaleProject[]> {
  return tx.query(
    `select p.id, p.need, p.activity, p.state = 'open' and p.public as listed
       from project_match m join project p on p.id = m.project_id
      where m.stale order by p.id limit $1 for update of m skip locked`,
    [limit],
  );
}

export async function saveProjectProfile(
  tx: EntityManager,
  project: StaleProject,
  profile: NeedProfile | null,
  reach: readonly Reach[],
): Promise<void> {
  await tx.query('update project_match set stale = false, listed = $2, profile = $3 where project_id = $1', [
    project.id,
    project.listed && profile !== null,
    profile === null ? null : JSON.stringify(profile),
  ]);
  await tx.query('delete from reach where project_id = $1', [project.id]);
  await tx.query(
    `insert into reach (project_id, key, kind, floor_from_m2, floor_to_m2)
     select $1, key, kind, floor_from_m2, floor_to_m2 from json_to_recordset($2::json) as r(key text, kind smallint, floor_from_m2 int, floor_to_m2 int)`,
    [project.id, JSON.stringify(reach)],
  );
}

export interface FloorRange {
  readonly lowM2: number | null;
  readonly highM2: number | null;
}

export const ANY_FLOOR: FloorRange = { lowM2: null, highM2: null };
export const floorOf = (option: OptionProfile): FloorRange => ({
  lowM2: option.floorAreaFromM2 ?? option.floorAreaM2,
  highM2: option.floorAreaM2,
});

/** Needs of listed projects that may suit an option where and what it is, with a floor of such a size; the rest, the engine would exclude. */
export async function needsReaching(tx: EntityManager, option: OptionProfile, floor: FloorRange): Promise<NeedProfile[]> {
  const rows: { profile: NeedProfile }[] = await tx.query(
    // What was hidden, closed or suspended a moment ago is hidden now, whether or not the background work has followed.
    `select m.profile from project_match m join project p on p.id = m.project_id join organisation o on o.id = p.organisation_id
      where m.listed and p.public and p.state = 'open' and o.state not in ('refused', 'suspended') and m.project_id in (${REACHING})
      order by m.project_id`,
    reaching(option, floor),
  );
  return rows.map((row) => row.profile);
}

/** Projects, public or not, that look for a place and may be concerned by a change of this one. */
export async function projectsConcernedBy(tx: EntityManager, siteId: string, options: readonly OptionProfile[]): Promise<string[]> {
  const concerned = new Set<string>();
  for (const option of options) {
    const rows: { id: string }[] = await tx.query(
      `select p.id from project p where p.state in ('draft', 'open') and p.id in (${REACHING})`,
      reaching(option, floorOf(option)),
    );
    for (const { id } of rows) concerned.add(id);
  }
  const kept: { id: string }[] = await tx.query('select distinct project_id as id from stored_match where site_id = $1', [siteId]);
  for (const { id } of kept) concerned.add(id);
  return [...concerned].sort();
}

const REACHING = `select r.project_id from reach r
         where ($1::text[] is null or r.key = any($1)) and r.kind = any($2::smallint[])
           and ($3::int is null or r.floor_from_m2 <= $3) and ($4::int is null or r.floor_to_m2 >= $4)`;
const reaching = (option: OptionProfile, floor: FloorRange): unknown[] => [
  keysOfOption(option),
  [ANY_KIND, SITE_KINDS.indexOf(option.kind)],
  floor.highM2,
  floor.lowM2,
];

type Territories = Extract<ZonePart, { type: 'territories' }>;

/** Departments of every territory part of a need, in one query. */
export async function departmentsByPart(tx: EntityManager, need: NeedProfile): Promise<DepartmentsOf> {
  const parts = need.zone.flat().filter((part) => part.type === 'territories');
  const known = new Map<Territories, readonly string[]>();
  for (const part of parts) {
    const rows: { code: string }[] = await tx.query(
      `select unnest($1::text[]) as code
       union select department_code from territory where kind = 'department' and region_code = any($2)
       union select department_code from territory where kind = 'commune' and (epci_code = any($3) or code = any($4))`,
      [part.departments, part.regions, part.epcis, part.communes],
    );
    known.set(
      part,
      rows.map((row) => row.code),
    );
  }
  return (part) => known.get(part) ?? [];
}

export async function loadProjectCards(tx: EntityManager, ids: readonly string[]): Promise<Map<string, ProjectMatch['project']>> {
  const rows: { id: string; card: ProjectMatch['project'] }[] = await tx.query(
    `select p.id, jsonb_build_object('id', p.id, 'name', p.name, 'activity', p.activity, 'organisation', o.name,
        'publicSummary', p.public_summary, 'demo', p.demo) as card
       from project p join organisation o on o.id = p.organisation_id where p.id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.card]));
}
