import type { EntityManager } from 'typeorm';

/** When each place last changed for those who look for one: published, moved to another state, or edited. */
export async function loadChangeInstants(tx: EntityManager, siteIds: readonly string[]): Promise<Map<string, Date>> {
  const rows: { id: string; changed: Date }[] = await tx.query(
    `select id, greatest(created_at, updated_at, published_at, state_changed_at) as changed from published_site where id = any($1::uuid[])`,
    [siteIds],
  );
  return new Map(rows.map(({ id, changed }) => [id, changed]));
}
