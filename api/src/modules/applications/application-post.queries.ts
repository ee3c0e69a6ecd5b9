import type { EntityManager } from 'typeorm';
import type { CallStep } from '../calls/call.rules.js';
import { CONCERNED_BY_NEWS } from './concerned-by-news.js';

/** Organisations with a file for a call that what happened to it concerns. */
export async function concernedByCall(tx: EntityManager, callId: string, historyId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select distinct a.organisation_id as id from application a join call c on c.id = a.call_id join call_history h on h.id = $2
     where a.call_id = $1 and ${CONCERNED_BY_NEWS} order by 1`,
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

interface CallNewsRow {
  readonly title: string;
  readonly closesAt: Date;
  /** Of an extension, the step whose closing moved; null: there is only one. */
  readonly step: CallStep | null;
  readonly reason: string | null;
}

export async function callNews(tx: EntityManager, callId: string, historyId: string): Promise<CallNewsRow | null> {
  const rows: CallNewsRow[] = await tx.query(
    `select c.title, coalesce(x.to_closes_at, c.first_closes_at, c.closes_at) as "closesAt", x.step, h.reason
     from call c join call_history h on h.call_id = c.id
     left join lateral (select to_closes_at, step from call_extension where call_id = c.id and at <= h.at and h.action = 'extend'
                        order by id desc limit 1) x on true
     where c.id = $1 and h.id = $2`,
    [callId, historyId],
  );
  return rows[0] ?? null;
}
