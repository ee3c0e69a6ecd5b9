import type { EntityManager } from 'typeorm';

interface DeskSign {
  readonly applicationId: string;
  readonly unread: number;
  readonly isResultUnread: boolean;
}

/** Of files of these organisations: messages and results this person has not read. */
export async function deskSigns(tx: EntityManager, accountId: string, organisations: readonly string[]): Promise<DeskSign[]> {
  return tx.query(
    `select a.id as "applicationId", m.unread,
       exists (select 1 from inbox_notice n where n.account_id = $1 and n.kind = 'decision' and n.thing_id = a.id and n.read_at is null) as "isResultUnread"
     from application a
     cross join lateral (select count(*)::int as unread from message x
       left join message_reading r on r.application_id = a.id and r.account_id = $1
       where x.application_id = a.id and x.side = 'owner' and (r.until is null or x.id > r.until)) m
     where a.organisation_id = any($2::uuid[]) and a.number is not null order by a.id`,
    [accountId, organisations],
  );
}
