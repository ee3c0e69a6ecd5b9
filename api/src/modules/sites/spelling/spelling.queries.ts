import type { EntityManager } from 'typeorm';
import { EVERY_CONDITION, filterParameters, FILTER_PARAMETERS } from '../sites.conditions.js';
import { SHELVES } from '../sites.schemas.js';
import type { NamedLike } from './spelling.rules.js';

/** Enough for a count that only says “there are some”, and cheap. */
const COUNT_AT_MOST = 100;
const NAMES_PER_RUN = 30;

/** Of these words, those by which neither a place nor a commune is called. */
export async function unknownWords(db: EntityManager, words: readonly string[]): Promise<Set<string>> {
  const rows: { word: string }[] = await db.query(
    `select word from unnest($1::text[]) word
     where not exists (select 1 from site_listing l where l.search @@ plainto_tsquery('french_plain', word) limit 1)
       and not exists (select 1 from territory t where t.kind = 'commune' and t.name_plain = word)`,
    [words],
  );
  return new Set(rows.map(({ word }) => word));
}

/** Communes where there is a place and whose name looks like one of these runs of words: the rules say which are near. */
export function communesNamedLike(db: EntityManager, runs: readonly string[]): Promise<NamedLike[]> {
  return db.query(
    `select asked.words, near.name, near.population from unnest($1::text[]) asked(words)
     cross join lateral (
       select t.name, t.population from territory t
       where t.kind = 'commune' and t.name_plain % asked.words
         and exists (select 1 from site_listing l where l.commune_id = t.id and l.shelf is not null)
       order by similarity(t.name_plain, asked.words) desc, t.population desc nulls last, t.id limit ${NAMES_PER_RUN}) near`,
    [runs],
  );
}

/** How many places these words find by themselves, leads and living tiers-lieux included. */
export async function countFoundBy(db: EntityManager, q: string): Promise<{ count: number; capped: boolean }> {
  const [row] = await db.query<{ count: number }[]>(
    `select count(*)::int as count from (select 1 from site_listing l where ${EVERY_CONDITION} limit $${FILTER_PARAMETERS + 1}::int + 1) found`,
    [...filterParameters({ q, shelf: [...SHELVES] }), COUNT_AT_MOST],
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, COUNT_AT_MOST), capped: count > COUNT_AT_MOST };
}
