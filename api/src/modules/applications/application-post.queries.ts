import type { EntityManager } from 'typeorm';

export interface Writer {
  readonly accountId: string;
  readonly email: string;
  readonly language: 'fr' | 'en';
}

/** Those of an organisation who may write its files, with an address that is theirs. */
export async function writersOf(tx: EntityManager, organisationId: string): Promise<Writer[]> {
  return tx.query(
    `select p.id as "accountId", p.email, p.language from membership m join account p on p.id = m.account_id
     where m.organisation_id = $1 and m.role in ('editor', 'administrator') and p.state = 'active' and p.email_verified_at is not null
     order by p.id`,
    [organisationId],
  );
}

/** Files of a call that somebody still works on, or waits for. */
export async function concernedByCall(tx: EntityManager, callId: string): Promise<{ id: string; organisationId: string }[]> {
  return tx.query(
    `select id, organisation_id as "organisationId" from application
     where call_id = $1 and state not in ('withdrawn', 'obsolete', 'inadmissible') order by id`,
    [callId],
  );
}

export interface DraftToRemind {
  readonly id: string;
  readonly organisationId: string;
  readonly callTitle: string;
  readonly closesAt: Date;
}

export async function draftsClosingBefore(tx: EntityManager, now: Date, until: Date): Promise<DraftToRemind[]> {
  return tx.query(
    `select a.id, a.organisation_id as "organisationId", c.title as "callTitle", c.closes_at as "closesAt"
     from application a join call c on c.id = a.call_id
     where a.state = 'draft' and c.state = 'published' and c.closes_at > $1 and c.closes_at <= $2 order by a.id`,
    [now, until],
  );
}

export async function callNews(
  tx: EntityManager,
  callId: string,
  historyId: string,
): Promise<{ title: string; closesAt: Date; reason: string | null } | null> {
  const rows: { title: string; closesAt: Date; reason: string | null }[] = await tx.query(
    `select c.title, c.closes_at as "closesAt", h.reason from call c join call_history h on h.call_id = c.id where c.id = $1 and h.id = $2`,
    [callId, historyId],
  );
  return rows[0] ?? null;
}
