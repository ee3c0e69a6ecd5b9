import type { EntityManager } from 'typeorm';

export interface CallLook {
  readonly name: string;
  readonly of: string;
  readonly closesAt: string;
  readonly organisationId: string;
  readonly siteIds: readonly string[];
}

/** A call as everyone may read it now; null for one that was never published. */
export async function lookAtCall(tx: EntityManager, id: string): Promise<CallLook | null> {
  const rows: { call: CallLook }[] = await tx.query(
    `select jsonb_build_object('name', c.title, 'of', o.name, 'closesAt', c.closes_at, 'organisationId', o.id,
       'siteIds', coalesce((select jsonb_agg(l.site_id order by l.position) from call_lot l where l.call_id = c.id), '[]')) as call
     from call c join organisation o on o.id = c.organisation_id where c.id = $1 and c.published_at is not null`,
    [id],
  );
  return rows[0]?.call ?? null;
}
