import type { EntityManager } from 'typeorm';
import { SITE_KINDS, TENURES } from '../sites/site.vocabulary.js';
import type { NeedProfile } from './engine/match.profile.js';
import { evaluationSql, INDEXED_CONDITIONS, Parameters, SITE_MATCH } from './match.sql.js';
import { STEPS, type WhatIf } from './engine/match.what-if.js';

/**
 * The SQL twin of `whatIfForNeed`. Conditions that an index serves are set aside one at a time, so that the others stay on the
 * indexes; all those that no index serves are set aside together, since they are counted over the same rows.
 */
export async function countWhatIf(tx: EntityManager, need: NeedProfile, source = SITE_MATCH): Promise<WhatIf[]> {
  const ids = evaluationSql(need, new Parameters().bind).hard.map(({ row }) => row.id);
  const indexed = ids.filter((id) => INDEXED_CONDITIONS.includes(id)).map((id) => [id]);
  const others = ids.filter((id) => !INDEXED_CONDITIONS.includes(id));
  const found = new Map<string, WhatIf>();
  for (const setAside of others.length > 0 ? [others, ...indexed] : indexed) {
    for (const result of await countSetAside(tx, need, setAside, source)) found.set(result.id, result);
  }
  return ids.map((id) => found.get(id) ?? toWhatIf(id, undefined));
}

interface Counts {
  readonly aside: number;
  readonly offered: number;
  readonly owner_known: number;
  readonly unanswered: number;
  /** An array of bigint arrives as text. */
  readonly sizes: readonly (number | string)[] | null;
  readonly choices: readonly { readonly word: number; readonly more: number }[] | null;
}

const LISTS: Readonly<Record<string, readonly string[]>> = { kind: SITE_KINDS, tenure: TENURES };

async function countSetAside(tx: EntityManager, need: NeedProfile, setAside: readonly string[], source: string): Promise<WhatIf[]> {
  const parameters = new Parameters();
  const keptOut = evaluationSql(need, parameters.bind, { source, setAside });
  // A site that fits, or may fit, by another of its options gains nothing. Looked up by “not in”: the planner believes that few rows are kept out, and
  // would read all that fits once for each of them.
  const standing = evaluationSql(need, parameters.bind, { source });
  const words = setAside.filter((id) => id in LISTS).map((id) => `when ${String(setAside.indexOf(id))} then ${id}`);
  const rows: Counts[] = await tx.query(
    `with ${keptOut.ctes},
    kept_out as materialized (
      select site_id, aside, shelf, unknown = 0 as answered, size,
        ${words.length > 0 ? `case aside ${words.join(' ')} end` : 'null::int'} as word
      from evaluated where unmet = 1),
    standing as materialized (with ${standing.ctes}
      select site_id, eligibility from evaluated where eligibility <= 1),
    opened as (
      select k.* from kept_out k
      where k.site_id not in (select site_id from standing where eligibility = 0)
        and (k.answered or k.site_id not in (select site_id from standing))),
    site as (
      select aside, site_id, min(shelf) filter (where answered) as shelf, min(size) filter (where answered) as size
      from opened group by aside, site_id),
    worded as (
      select aside, word, count(distinct site_id) as more from opened where answered and word is not null group by aside, word)
    select aside, count(*) filter (where shelf = 0) as offered, count(*) filter (where shelf = 1) as owner_known,
      count(*) filter (where shelf is null) as unanswered,
      (array_agg(size order by size) filter (where size is not null))[1:${String(STEPS.at(-1))}] as sizes,
      (select json_agg(json_build_object('word', word, 'more', more)) from worded w where w.aside = site.aside) as choices
    from site group by aside`,
    parameters.values,
  );
  const byPlace = new Map(rows.map((row) => [row.aside, row]));
  return setAside.map((id, place) => toWhatIf(id, byPlace.get(place)));
}

function toWhatIf(id: string, counts: Counts | undefined): WhatIf {
  const sizes = counts?.sizes ?? [];
  const choices = (counts?.choices ?? []).map(({ word, more }) => ({ word: LISTS[id]?.[word] ?? '', more }));
  return {
    id,
    offered: counts?.offered ?? 0,
    ownerKnown: counts?.owner_known ?? 0,
    ifOwnersAnswered: counts?.unanswered ?? 0,
    steps: STEPS.flatMap((more) => {
      const size = sizes[more - 1];
      return size === undefined ? [] : [{ more, size: Number(size) }];
    }),
    choices: choices.sort((a, b) => b.more - a.more || (a.word < b.word ? -1 : 1)),
  };
}
