import type { EntityManager } from 'typeorm';

/** What had happened to the sheet that stays, before, is no news to those who come. @returns how many came */
export async function followInto(tx: EntityManager, fromId: string, intoId: string, at: Date): Promise<number> {
  const rows: { count: number }[] = await tx.query(
    `with moved as (
       update subscription s set subject = $2, moved_from = $1,
         active_since = case when s.active_since is not null then $3::timestamptz - interval '1 millisecond' end
       where s.about = 'place' and s.subject = $1 and not exists (
         select from subscription own where own.subscriber_id = s.subscriber_id and own.about = 'place' and own.subject = $2)
       returning 1) select count(*)::int as count from moved`,
    [fromId, intoId, at],
  );
  return rows[0]?.count ?? 0;
}

export async function followBack(tx: EntityManager, fromId: string, intoId: string): Promise<void> {
  await tx.query(`update subscription set subject = $1, moved_from = null where about = 'place' and subject = $2 and moved_from = $1`, [
    fromId,
    intoId,
  ]);
}

/** Null unless both were seen by all. */
export async function wordsOfMerge(
  tx: EntityManager,
  fromId: string,
  intoId: string,
): Promise<{ readonly name: string; readonly commune: string | null; readonly merged: string } | null> {
  const rows: { name: string; commune: string | null; merged: string }[] = await tx.query(
    `select p.name, c.name as commune, coalesce(k.facts ->> 'name', f.name) as merged
     from published_site p left join territory c on c.id = p.commune_id
     join site f on f.id = $1 left join known_facts k on k.about = 'place' and k.thing_id = f.id
     where p.id = $2 and (k.facts ->> 'standing' in ('offered', 'taken', 'lead')
       or exists (select from site_history h where h.site_id = f.id and h.to_state in ('published', 'potential')))`,
    [fromId, intoId],
  );
  return rows[0] ?? null;
}
