import type { EntityManager } from 'typeorm';
import { CONCERNED_BY_NEWS } from '../../applications/concerned-by-news.js';
import type { CallStep } from '../../calls/call.rules.js';

export interface CallLook {
  readonly name: string;
  readonly of: string;
  readonly closesAt: string;
  /** Of an extension, the step whose closing moved; null: there is only one. */
  readonly step: CallStep | null;
  readonly organisationId: string;
  readonly siteIds: readonly string[];
}

/** A call as everyone may read it now, and of an extension what it moved; null for one that was never published. */
export async function lookAtCall(tx: EntityManager, id: string, historyId: string, now: Date): Promise<CallLook | null> {
  const rows: { call: CallLook }[] = await tx.query(
    `select jsonb_build_object('name', c.title, 'of', o.name, 'organisationId', o.id, 'step', x.step,
       'closesAt', coalesce(x.to_closes_at, case when c.state = 'published' and c.first_closes_at > $2 then c.first_closes_at else c.closes_at end),
       'siteIds', coalesce((select jsonb_agg(l.site_id order by l.position) from call_lot l where l.call_id = c.id), '[]')) as call
     from call c join organisation o on o.id = c.organisation_id
     left join lateral (select e.to_closes_at, e.step from call_extension e join call_history h on h.id = $3 and h.action = 'extend'
                        where e.call_id = c.id and e.at <= h.at order by e.id desc limit 1) x on true
     where c.id = $1 and c.published_at is not null`,
    [id, now, historyId],
  );
  return rows[0]?.call ?? null;
}

interface CallEvent {
  readonly noticeId: string;
  readonly callId: string;
  readonly historyId: string;
  readonly key: string;
  readonly at: Date;
}

/** Notes as told of the results those whom a letter of decision tells, whatever they chose for the rest. */
export async function toldByLetter(tx: EntityManager, event: CallEvent): Promise<void> {
  await tx.query(
    `insert into told (subscription_id, event_id, told_at)
     select distinct s.id, $1::uuid, $3::timestamptz
     from notice_topic t
     join subscription s on s.about = t.about and s.subject = t.subject and s.active_since is not null
     join subscriber u on u.id = s.subscriber_id
     join account p on p.email_verified_at is not null and p.state = 'active' and (p.id = u.account_id or lower(p.email) = u.email_key)
     where t.notice_id = $1
       and exists (select 1 from application a join membership m on m.organisation_id = a.organisation_id
                   join decision_letter d on d.application_id = a.id
                   where a.call_id = $2 and m.account_id = p.id and m.role in ('editor', 'administrator'))
     on conflict on constraint told_pkey do nothing`,
    [event.noticeId, event.callId, event.at],
  );
}

/**
 * Notes as told those who follow what a notice is about and whose inbox says the same by e-mail: whom it concerns by their file for the
 * call, or who had asked the question.
 */
export async function toldByInbox(tx: EntityManager, event: CallEvent): Promise<void> {
  await tx.query(
    `insert into told (subscription_id, event_id, told_at)
     select distinct s.id, $1::uuid, $5::timestamptz
     from notice_topic t
     join subscription s on s.about = t.about and s.subject = t.subject and s.active_since is not null
     join subscriber u on u.id = s.subscriber_id
     join account p on p.email_verified_at is not null and p.state = 'active' and (p.id = u.account_id or lower(p.email) = u.email_key)
     where t.notice_id = $1
       and (exists (select 1 from inbox_notice n where n.account_id = p.id and n.dedupe_key = $4 and n.mail <> 'none')
         or (coalesce((select x.by_email from inbox_setting x where x.account_id = p.id and x.kind = 'call_changed'), true)
           and exists (select 1 from application a join membership m on m.organisation_id = a.organisation_id
                       join call c on c.id = a.call_id join call_history h on h.id = $3
                       where a.call_id = $2 and m.account_id = p.id and m.role in ('editor', 'administrator')
                         and ${CONCERNED_BY_NEWS})))
     on conflict on constraint told_pkey do nothing`,
    [event.noticeId, event.callId, event.historyId, event.key, event.at],
  );
}
