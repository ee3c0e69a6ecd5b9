import type { EntityManager } from 'typeorm';
import type { InstructionLine, InstructionPage, InstructionSearch } from './instruction.schemas.js';

/** The files that answer one call, or those that ask for the places of an owner directly. */
export type Scope = { readonly callId: string } | { readonly ownerId: string };

/** Until the second of two steps closes, what was filed since the first is sealed, and so is that it was. */
const SEALED = `(c.state = 'second_step' and c.closes_at > $4)`;
const UNSEALED = `(${SEALED} is not true or g.content ->> 'step' = 'first')`;
const SHOWN_STATE = `case when ${SEALED} and a.state = 'filed' then 'invited' else a.state end`;
const CHANGED_AT = `case when ${SEALED} and a.state in ('filed', 'invited') then (c.shortlist ->> 'at')::timestamptz else a.updated_at end`;

/** A correction of what was filed at this step was answered: one of the outline says nothing of the whole file. */
export const wasCorrected = (step: string) => `exists (select 1 from application_correction y
  join application_filing b on b.application_id = y.application_id and b.sequence = y.sequence
  where y.application_id = a.id and y.outcome = 'answered' and b.content ->> 'step' is not distinct from ${step})`;

/** Each sort as one text, so that a cursor is always a text and an id. */
const SORT_KEYS = {
  number: 'a.number',
  organisation: `lower(unaccent(o.name))`,
  filed: `lpad((extract(epoch from f.arrived_at) * 1000)::bigint::text, 15, '0')`,
  waiting: `lpad((extract(epoch from ${CHANGED_AT}) * 1000)::bigint::text, 15, '0')`,
} as const satisfies Record<InstructionSearch['sort'], string>;

const FROM = `application a join organisation o on o.id = a.organisation_id
  left join call c on c.id = a.call_id left join site s on s.id = a.site_id
  join lateral (select g.sequence, g.arrived_at, g.recorded_at, g.content from application_filing g
                where g.application_id = a.id and ${UNSEALED} order by g.sequence desc limit 1) f on true
  cross join lateral (select ${SHOWN_STATE} as state) x
  left join application_correction r on r.application_id = a.id and r.closed_at is null and a.state = 'correction_requested'
  cross join lateral (
    select count(*) filter (where k.verdict = 'yes')::int as yes, count(*) filter (where k.verdict = 'no')::int as no, count(*)::int as some
    from instruction_check k where k.application_id = a.id
      and (k.criterion not like 'own:%' or exists (select 1 from instruction_criterion w
           where w.id = substr(k.criterion, 5)::uuid and w.removed_at is null))) k
  cross join lateral (
    select 1 + jsonb_array_length(coalesce(c.eligibility, '[]'))
      + jsonb_array_length(coalesce(case when f.content ->> 'step' = 'first' then c.first_step -> 'documents' else c.documents end, '[]'))
      + (case when exists (select 1 from call_lot l where l.call_id = c.id) then 1 else 0 end)
      + (select count(*)::int from instruction_criterion w where w.application_id = a.id and w.removed_at is null) as asked) n
  cross join lateral (
    select case when k.no > 0 then 'fails' when k.yes = n.asked then 'passes' when k.some > 0 then 'started' else 'untouched' end as standing) v
  cross join lateral (
    select not exists (select 1 from instruction_reading d
           where d.application_id = a.id and d.account_id = $3 and d.at >= f.recorded_at) as unread) u`;

const LINE = `jsonb_build_object('id', a.id, 'number', a.number, 'title', a.title, 'state', x.state,
  'organisation', jsonb_build_object('id', o.id, 'name', o.name),
  'target', jsonb_build_object('kind', case when c.id is not null then 'call' else 'place' end, 'id', coalesce(c.id, s.id), 'title', coalesce(c.title, s.name)),
  'filedAt', f.arrived_at, 'sequence', f.sequence,
  'lots', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by w.position)
                    from jsonb_array_elements_text(f.content -> 'lots') with ordinality as w (id, position) join site p on p.id = w.id::uuid), '[]'),
  'check', v.standing, 'ticked', k.yes, 'asked', n.asked, 'correctionDueAt', r.due_at,
  'isCorrected', x.state = 'filed' and ${wasCorrected(`f.content ->> 'step'`)},
  'isUnread', u.unread, 'waitingSince', greatest(${CHANGED_AT}, f.recorded_at),
  'labels', coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'colour', b.colour) order by lower(b.name))
                      from instruction_labelled y join instruction_label b on b.id = y.label_id
                      where y.application_id = a.id and b.removed_at is null), '[]'),
  'agents', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.display_name) order by p.display_name)
                      from instruction_assignment z join account p on p.id = z.account_id where z.application_id = a.id), '[]'),
  'shortlist', (select jsonb_build_object('choice', h.choice, 'reason', h.reason) from shortlist_choice h where h.application_id = a.id))`;

const KEEPER = 'coalesce(s.keeper_organisation_id, s.owner_organisation_id)';
const IN_SCOPE = `a.state <> 'draft' and a.number is not null
  and ($1::uuid is null or a.call_id = $1) and ($2::uuid is null or (a.site_id is not null and ${KEEPER} = $2))`;
interface Reader {
  readonly accountId: string;
  readonly now: Date;
}
const scopeValues = (scope: Scope, { accountId, now }: Reader) => [
  'callId' in scope ? scope.callId : null,
  'ownerId' in scope ? scope.ownerId : null,
  accountId,
  now,
];

export type ListedLine = InstructionLine & { readonly key: string };

export async function listInstruction(
  tx: EntityManager,
  scope: Scope,
  reader: Reader,
  search: Omit<InstructionSearch, 'limit'> & { readonly limit: number },
): Promise<ListedLine[]> {
  const key = SORT_KEYS[search.sort];
  const [afterKey, afterId] = search.cursor ?? [null, null];
  const { state, check, label, lot, assigned, unread, q, limit } = search;
  const rows: { line: InstructionLine; key: string }[] = await tx.query(
    `select ${LINE} as line, ${key} as key from ${FROM}
     where ${IN_SCOPE}
       and ($5::text[] is null or x.state = any($5)) and ($6::text[] is null or v.standing = any($6))
       and ($7::uuid is null or exists (select 1 from instruction_labelled y where y.application_id = a.id and y.label_id = $7))
       and ($8::text is null or f.content -> 'lots' ? $8)
       and ($9::uuid is null or exists (select 1 from instruction_assignment z where z.application_id = a.id and z.account_id = $9))
       and ($10::boolean is not true or not exists (select 1 from instruction_assignment z where z.application_id = a.id))
       and ($11::boolean is null or u.unread = $11)
       and ($12::text is null or unaccent(o.name || ' ' || a.title || ' ' || a.number) ilike '%' || unaccent($12) || '%')
       and ($13::text is null or (${key}, a.id) > ($13, $14::uuid))
     order by ${key}, a.id limit $15`,
    [
      ...scopeValues(scope, reader),
      state ?? null,
      check ?? null,
      label ?? null,
      lot ?? null,
      assigned === 'me' ? reader.accountId : assigned === 'nobody' ? null : (assigned ?? null),
      assigned === 'nobody',
      unread ?? null,
      q === undefined ? null : q.replace(/[\\%_]/g, '\\$&'),
      afterKey,
      afterId,
      limit + 1,
    ],
  );
  return rows.map(({ line, key: sortKey }) => ({ ...line, key: sortKey }));
}

type Figures = Pick<InstructionPage, 'counts' | 'unread' | 'mine'>;

/** How many there are, whatever the filters. */
export async function instructionFigures(tx: EntityManager, scope: Scope, reader: Reader): Promise<Figures> {
  const rows: { state: InstructionLine['state']; count: number; unread: number; mine: number }[] = await tx.query(
    `select x.state, count(*)::int as count,
       count(*) filter (where not exists (select 1 from instruction_reading d where d.application_id = a.id and d.account_id = $3
         and d.at >= (select max(g.recorded_at) from application_filing g where g.application_id = a.id and ${UNSEALED})))::int as unread,
       count(*) filter (where exists (select 1 from instruction_assignment z where z.application_id = a.id and z.account_id = $3))::int as mine
     from application a left join call c on c.id = a.call_id left join site s on s.id = a.site_id cross join lateral (select ${SHOWN_STATE} as state) x
     where ${IN_SCOPE} group by x.state order by x.state`,
    scopeValues(scope, reader),
  );
  const sum = (of: 'unread' | 'mine') => rows.reduce((total, row) => total + row[of], 0);
  return { counts: rows.map(({ state, count }) => ({ state, count })), unread: sum('unread'), mine: sum('mine') };
}

export async function organisationName(tx: EntityManager, id: string): Promise<string> {
  const rows: { name: string }[] = await tx.query('select name from organisation where id = $1', [id]);
  return rows[0]?.name ?? '';
}
