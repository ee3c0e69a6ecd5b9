import type { EntityManager } from 'typeorm';
import type { OrganisationRole } from '../../platform/access/permission.js';
import type { MessageSide } from './message.rules.js';
import type { MessageFile } from './messages.schemas.js';

interface MessageRow {
  readonly id: string;
  readonly side: MessageSide;
  readonly accountId: string | null;
  readonly who: string | null;
  readonly organisation: string;
  readonly role: OrganisationRole;
  readonly text: string;
  readonly at: string;
  readonly files: MessageFile[];
}

/** The newest first: ids grow with time. */
export async function messagesOf(tx: EntityManager, applicationId: string, after: string | null, limit: number): Promise<MessageRow[]> {
  const rows: { message: MessageRow }[] = await tx.query(
    `select jsonb_build_object('id', m.id, 'side', m.side, 'accountId', m.account_id, 'who', p.display_name, 'organisation', o.name,
       'role', m.role, 'text', m.body, 'at', m.at,
       'files', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'title', f.title, 'type', f.type, 'bytes', f.bytes, 'state', f.state,
                            'refusal', f.refusal, 'at', f.created_at) order by f.id)
                          from message_file f where f.message_id = m.id), '[]')) as message
     from message m left join account p on p.id = m.account_id join organisation o on o.id = m.organisation_id
     where m.application_id = $1 and ($2::uuid is null or m.id < $2) order by m.id desc limit $3`,
    [applicationId, after, limit + 1],
  );
  return rows.map((row) => row.message);
}

interface NewMessage {
  readonly id: string;
  readonly applicationId: string;
  readonly side: MessageSide;
  readonly accountId: string;
  readonly organisationId: string;
  readonly role: string;
  readonly text: string;
  readonly at: Date;
}

export async function insertMessage(tx: EntityManager, line: NewMessage): Promise<void> {
  await tx.query(
    `insert into message (id, application_id, side, account_id, organisation_id, role, body, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [line.id, line.applicationId, line.side, line.accountId, line.organisationId, line.role, line.text, line.at],
  );
}

/** Only what the same person sent for this file and that goes with no other message. @returns how many were attached */
export async function attachFiles(tx: EntityManager, line: NewMessage, files: readonly string[]): Promise<number> {
  const rows: unknown[] = await tx.query(
    `with attached as (update message_file set message_id = $1
       where id = any($2::uuid[]) and application_id = $3 and account_id = $4 and message_id is null and state <> 'refused' returning 1)
     select 1 from attached`,
    [line.id, files, line.applicationId, line.accountId],
  );
  return rows.length;
}

export async function readUntil(tx: EntityManager, applicationId: string, accountId: string, until: string): Promise<void> {
  await tx.query(
    `insert into message_reading (application_id, account_id, until)
     select $1, $2, m.id from message m where m.id = $3 and m.application_id = $1
     on conflict on constraint message_reading_pkey do update set until = greatest(message_reading.until, excluded.until)`,
    [applicationId, accountId, until],
  );
}

/** Of the other side, since the last that this person read. */
export async function countUnreadMessages(tx: EntityManager, applicationId: string, accountId: string, side: MessageSide): Promise<number> {
  const rows: { unread: number }[] = await tx.query(
    `select count(*)::int as unread from message m left join message_reading r on r.application_id = m.application_id and r.account_id = $2
     where m.application_id = $1 and m.side <> $3 and (r.until is null or m.id > r.until)`,
    [applicationId, accountId, side],
  );
  return rows[0]?.unread ?? 0;
}

export async function closedAt(tx: EntityManager, applicationId: string): Promise<Date | null> {
  const rows: { at: Date }[] = await tx.query('select at from message_closing where application_id = $1', [applicationId]);
  return rows[0]?.at ?? null;
}

export async function closeThread(tx: EntityManager, applicationId: string, accountId: string, at: Date): Promise<void> {
  await tx.query(
    `insert into message_closing (application_id, account_id, at) values ($1, $2, $3) on conflict on constraint message_closing_pkey do nothing`,
    [applicationId, accountId, at],
  );
}

export async function openThread(tx: EntityManager, applicationId: string): Promise<void> {
  await tx.query('delete from message_closing where application_id = $1', [applicationId]);
}
