import type { EntityManager } from 'typeorm';

/** Organisations with a file for a call that they work on, or wait for, and had when something happened to it. */
export async function concernedByCall(tx: EntityManager, callId: string, historyId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select distinct a.organisation_id as id from application a join call_history h on h.id = $2
     where a.call_id = $1 and a.state not in ('withdrawn', 'obsolete', 'inadmissible', 'not_shortlisted') and a.created_at <= h.at
       and (a.state <> 'draft' or (select c.state from call c where c.id = a.call_id) <> 'second_step') order by 1`,
    [callId, historyId],
  );
  return rows.map(({ id }) => id);
}

export interface DraftToRemind {
  readonly id: string;
  readonly organisationId: string;
  readonly title: string;
  readonly callTitle: string;
  readonly closesAt: Date;
}

export async function draftsClosingBefore(tx: EntityManager, now: Date, until: Date): Promise<DraftToRemind[]> {
  return tx.query(
    `select a.id, a.organisation_id as "organisationId", a.title, c.title as "callTitle", d.closes_at as "closesAt"
     from application a join call c on c.id = a.call_id
     cross join lateral (select case when c.state = 'published' then coalesce(c.first_closes_at, c.closes_at) else c.closes_at end as closes_at) d
     where (a.state, c.state) in (('draft', 'published'), ('invited', 'second_step')) and d.closes_at > $1 and d.closes_at <= $2 order by a.id`,
    [now, until],
  );
}

export async function callNews(
  tx: EntityManager,
  callId: string,
  historyId: string,
): Promise<{ title: string; closesAt: Date; reason: string | null } | null> {
  const rows: { title: string; closesAt: Date; reason: string | null }[] = await tx.query(
    `select c.title, coalesce((select x.to_closes_at from call_extension x where x.call_id = c.id and x.at <= h.at order by x.id desc limit 1),
       c.first_closes_at, c.closes_at) as "closesAt", h.reason from call c join call_history h on h.call_id = c.id where c.id = $1 and h.id = $2`,
    [callId, historyId],
  );
  return rows[0] ?? null;
}
