import type { EntityManager } from 'typeorm';

export async function favouritesOf(db: EntityManager, accountId: string): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    'select site_id as id from favourite where account_id = $1 order by kept_at desc, site_id',
    [accountId],
  );
  return rows.map(({ id }) => id);
}

/** Only places that anyone may see, and no more than the most there may be; what is kept already stays as it is. */
export async function keepFavourites(
  tx: EntityManager,
  accountId: string,
  siteIds: readonly string[],
  at: Date,
  atMost: number,
): Promise<void> {
  await tx.query('select 1 from account where id = $1 for no key update', [accountId]);
  await tx.query(
    `insert into favourite (account_id, site_id, kept_at)
     select $1, p.id, $3 from published_site p where p.id = any($2::uuid[])
       and not exists (select 1 from favourite f where f.account_id = $1 and f.site_id = p.id)
     order by array_position($2::uuid[], p.id)
     limit greatest(0, $4::int - (select count(*) from favourite where account_id = $1)::int)`,
    [accountId, siteIds, at, atMost],
  );
}

export async function dropFavourite(db: EntityManager, accountId: string, siteId: string): Promise<void> {
  await db.query('delete from favourite where account_id = $1 and site_id = $2', [accountId, siteId]);
}

export async function forgetFavourites(tx: EntityManager, accountId: string): Promise<void> {
  await tx.query('delete from favourite where account_id = $1', [accountId]);
}

export async function readMyFavourites(db: EntityManager, accountId: string): Promise<object[]> {
  return db.query('select site_id as "siteId", kept_at as "keptAt" from favourite where account_id = $1 order by kept_at', [accountId]);
}
