import type { EntityManager } from 'typeorm';
import type { NeedProfile, OptionProfile } from './engine/match.profile.js';
import type { Evaluation } from './engine/match.rules.js';

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

/** Projects that look for a place, whether or not they show it. */
export async function openProjects(tx: EntityManager): Promise<{ id: string; profile: NeedProfile }[]> {
  return tx.query(
    `select p.id, m.profile from project p join project_match m on m.project_id = p.id
     where p.state = 'open' and m.profile is not null order by p.id`,
  );
}
