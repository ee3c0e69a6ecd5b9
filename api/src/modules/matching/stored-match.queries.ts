import type { EntityManager } from 'typeorm';
import type { NeedProfile, OptionProfile } from './engine/match.profile.js';
import type { Eligibility, Evaluation } from './engine/match.rules.js';

/** Matches of saved projects with all it takes to compute them again. */

export interface StoredMatch {
  readonly need: NeedProfile;
  readonly option: OptionProfile;
  readonly result: Evaluation;
}

export async function replaceStoredMatches(
  tx: EntityManager,
  projectId: string,
  version: string,
  at: Date,
  matches: readonly StoredMatch[],
): Promise<void> {
  await tx.query('delete from stored_match where project_id = $1', [projectId]);
  await tx.query(
    `insert into stored_match (project_id, option_id, site_id, place, method_version, matched_at, need, option, result)
     select $1, (m.value -> 'option' ->> 'optionId')::uuid, (m.value -> 'option' ->> 'siteId')::uuid, m.place, $2, $3,
       m.value -> 'need', m.value -> 'option', m.value -> 'result'
     from json_array_elements($4::json) with ordinality as m(value, place)`,
    [projectId, version, at, JSON.stringify(matches)],
  );
}

/** As text: what is compared is every letter. */
export async function readStoredMatches(
  tx: EntityManager,
  version: string,
): Promise<{ projectId: string; need: string; option: string; result: string }[]> {
  return tx.query(
    `select project_id as "projectId", need::text, option::text, result::text from stored_match where method_version = $1 order by project_id, place`,
    [version],
  );
}

export type MatchTotals = Readonly<Partial<Record<Eligibility, number>>>;

export async function saveTotals(tx: EntityManager, projectId: string, totals: MatchTotals | null, at: Date): Promise<void> {
  await tx.query('update project_match set totals = $2, matched_at = $3 where project_id = $1', [
    projectId,
    totals === null ? null : JSON.stringify(totals),
    at,
  ]);
}

export async function readTotals(tx: EntityManager, ids: readonly string[]): Promise<Map<string, { totals: MatchTotals; at: Date }>> {
  const rows: { id: string; totals: MatchTotals; at: Date }[] = await tx.query(
    'select project_id as id, totals, matched_at as at from project_match where project_id = any($1::uuid[]) and totals is not null',
    [ids],
  );
  return new Map(rows.map(({ id, ...counted }) => [id, counted]));
}

/** Projects that look for a place, or are being written for one, whether or not they show it. */
const LOOKS = `p.state in ('draft', 'open') and m.profile is not null`;

export async function lookingProjects(tx: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select p.id from project p join project_match m on m.project_id = p.id where ${LOOKS} order by p.id`,
  );
  return rows.map((row) => row.id);
}

/** The need of one project in the engine's terms, null when it does not look for a place; kept for whoever holds the transaction. */
export async function takeProfile(tx: EntityManager, projectId: string): Promise<NeedProfile | null> {
  const rows: { profile: NeedProfile }[] = await tx.query(
    `select m.profile from project p join project_match m on m.project_id = p.id where p.id = $1 and ${LOOKS} for update of m`,
    [projectId],
  );
  return rows[0]?.profile ?? null;
}
