import type { EntityManager } from 'typeorm';
import { wasCorrected } from './instruction-list.queries.js';
import type { OwnerTask } from './owner-desk.schemas.js';

/** A call is brought up two weeks before it closes: time enough to answer, to extend, to call for more files. */
const CLOSING_SOON = `interval '14 days'`;
/** Of a call in two steps, the closing that comes. */
const NEXT_CLOSING = `case when c.state = 'published' and c.first_closes_at > $3 then c.first_closes_at else c.closes_at end`;
/** The step of what was filed last. */
const LAST_STEP = `(select g.content ->> 'step' from application_filing g where g.application_id = a.id order by g.sequence desc limit 1)`;
const OF_A_KIND = 200;

/** All that waits on the agents of one owner. Nothing of a file is read before its call closes. */
export async function tasksOf(tx: EntityManager, ownerId: string, accountId: string, now: Date): Promise<OwnerTask[]> {
  const rows: { task: OwnerTask }[] = await tx.query(
    `with mine as (
       select a.id, a.state, a.number, a.updated_at, o.name, r.due_at,
         exists (select 1 from instruction_assignment z where z.application_id = a.id and z.account_id = $2) as assigned,
         ${wasCorrected(LAST_STEP)} as corrected,
         (select count(*) filter (where k.verdict = 'yes') from instruction_check k where k.application_id = a.id)
           >= 1 + jsonb_array_length(coalesce(c.eligibility, '[]'))
              + jsonb_array_length(coalesce(case when c.state = 'published' then c.first_step -> 'documents' end, c.documents, '[]'))
              + (case when exists (select 1 from call_lot l where l.call_id = c.id) then 1 else 0 end)
              + (select count(*) from instruction_criterion w where w.application_id = a.id and w.removed_at is null) as passes,
         coalesce(c.title, s.name) as target
       from application a join organisation o on o.id = a.organisation_id left join call c on c.id = a.call_id left join site s on s.id = a.site_id
       left join application_correction r on r.application_id = a.id and r.closed_at is null
       where a.state in ('filed', 'correction_requested') and a.number is not null
         and coalesce(c.organisation_id, s.keeper_organisation_id, s.owner_organisation_id) = $1
         and (c.id is null or call_state_at(c.state, c.opens_at, c.first_closes_at, c.closes_at, $3) not in ('published', 'open', 'second_step'))
     ), tasks as (
       select 'call_closing' as kind, c.id as call_id, null::uuid as application_id, c.title, null as about, c.opens_at as since,
         d.closes_at as deadline, false as mine,
         (select count(*)::int from application a where a.call_id = c.id
            and a.state = case when c.state = 'second_step' then 'invited' else 'draft' end) as drafts,
         (select count(*)::int from application a where a.call_id = c.id and a.number is not null and a.state not in ('withdrawn', 'obsolete')) as filed
       from call c cross join lateral (select ${NEXT_CLOSING} as closes_at) d
       where c.organisation_id = $1 and c.state in ('published', 'second_step') and d.closes_at > $3 and d.closes_at <= $3 + ${CLOSING_SOON}
       union all
       select 'to_shortlist', c.id, null, c.title, null, c.first_closes_at, c.closes_at, false, null, null
       from call c where c.organisation_id = $1 and c.state = 'published' and c.first_closes_at <= $3
       union all
       select 'question', c.id, null, c.title, q.asked, q.asked_at, ${NEXT_CLOSING}, false, null, null
       from call_question q join call c on c.id = q.call_id
       where c.organisation_id = $1 and q.answer is null
         and call_state_at(c.state, c.opens_at, c.first_closes_at, c.closes_at, $3) in ('published', 'open', 'shortlisting', 'second_step')
       union all
       select case when m.state = 'correction_requested' then 'correction_over' when m.passes then 'to_admit'
                   when m.corrected then 'corrected' else 'to_check' end,
         null, m.id, m.name, m.number || ' · ' || m.target, m.updated_at, m.due_at, m.assigned, null, null
       from mine m where m.state = 'filed' or m.due_at <= $3
     ), ranked as (
       select t.*, row_number() over (partition by kind order by mine desc, coalesce(deadline, since), call_id, application_id) as rank from tasks t
     )
     select jsonb_build_object('kind', kind, 'callId', call_id, 'applicationId', application_id, 'title', title, 'about', about, 'since', since,
       'deadline', deadline, 'isMine', mine, 'drafts', drafts, 'filed', filed) as task
     from ranked where rank <= ${OF_A_KIND} order by mine desc, deadline nulls last, since, call_id, application_id`,
    [ownerId, accountId, now],
  );
  return rows.map(({ task }) => task);
}
