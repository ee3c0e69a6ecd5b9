import type { EntityManager } from 'typeorm';
import type { JournalPage, JournalSearch, OrganisationJournalPage, OrganisationJournalSearch } from './journal-reading.schemas.js';

const ACT = `j.seq, j.at, j.action, json_build_object('kind', j.thing_kind, 'id', j.thing_id) as thing, j.from_state as "from", j.to_state as "to",
  j.why, j.facts`;
/** Days of the French calendar, both included. */
const BETWEEN = `($1::date is null or j.at >= $1::date::timestamp at time zone 'Europe/Paris')
  and ($2::date is null or j.at < ($2::date + 1)::timestamp at time zone 'Europe/Paris')
  and ($3::bigint is null or j.seq < $3) and ($4::text is null or j.action = $4)`;

/** The latest first. */
export function readJournal(
  db: EntityManager,
  { from, to, cursor, action, limit, ...about }: JournalSearch,
): Promise<JournalPage['items']> {
  return db.query(
    `select ${ACT}, json_build_object('kind', j.actor_kind, 'id', j.actor_id, 'name', a.display_name) as actor,
            case when j.organisation_id is not null then json_build_object('id', j.organisation_id, 'name', o.name) end as organisation
     from journal_act j left join account a on a.id::text = j.actor_id left join organisation o on o.id::text = j.organisation_id
     where ${BETWEEN} and ($5::text is null or j.thing_kind = $5) and ($6::text is null or j.thing_id = $6)
       and ($7::text is null or j.organisation_id = $7) and ($8::text is null or j.actor_id = $8)
     order by j.seq desc limit $9`,
    [
      from ?? null,
      to ?? null,
      cursor?.[0] ?? null,
      action ?? null,
      about.thingKind ?? null,
      about.thingId ?? null,
      about.organisation ?? null,
      about.actor ?? null,
      limit + 1,
    ],
  );
}

/** Those who are members today have a name; moderators and people who left have none. */
export function readOrganisationJournal(
  db: EntityManager,
  organisationId: string,
  { from, to, cursor, action, limit }: OrganisationJournalSearch,
): Promise<OrganisationJournalPage['items']> {
  return db.query(
    `select ${ACT}, json_build_object('name', case when m.account_id is not null then a.display_name end,
       'kind', case when j.actor_kind <> 'person' then 'service' when m.account_id is not null then 'member'
         when a.platform_role is not null then 'moderator' else 'former_member' end) as actor
     from journal_act j left join account a on a.id::text = j.actor_id
     left join membership m on m.account_id = a.id and m.organisation_id::text = j.organisation_id
     where ${BETWEEN} and j.organisation_id = $5 order by j.seq desc limit $6`,
    [from ?? null, to ?? null, cursor?.[0] ?? null, action ?? null, organisationId, limit + 1],
  );
}
