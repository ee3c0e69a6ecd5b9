import type { EntityManager } from 'typeorm';

interface StoredMessageFile {
  readonly applicationId: string;
  readonly messageId: string | null;
  readonly accountId: string | null;
  readonly title: string | null;
  readonly type: string;
  readonly bytes: number;
  readonly sourceName: string;
  readonly state: 'received' | 'ready' | 'refused';
}

export async function insertMessageFile(
  tx: EntityManager,
  line: Omit<StoredMessageFile, 'state' | 'messageId'> & { readonly id: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `insert into message_file (id, application_id, account_id, title, type, bytes, source_name, state, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'received', $8)`,
    [line.id, line.applicationId, line.accountId, line.title, line.type, line.bytes, line.sourceName, line.at],
  );
}

export async function findMessageFile(tx: EntityManager, id: string): Promise<StoredMessageFile | null> {
  const rows: StoredMessageFile[] = await tx.query(
    `select application_id as "applicationId", message_id as "messageId", account_id as "accountId", title, type, bytes::int as bytes,
       source_name as "sourceName", state from message_file where id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export async function countMessageFiles(tx: EntityManager, applicationId: string): Promise<number> {
  const rows: { count: number }[] = await tx.query('select count(*)::int as count from message_file where application_id = $1', [
    applicationId,
  ]);
  return rows[0]?.count ?? 0;
}

/** @param refusal null = nothing wrong was found */
export async function judgeMessageFile(tx: EntityManager, id: string, refusal: string | null): Promise<void> {
  await tx.query(
    `update message_file set state = case when $2::text is null then 'ready' else 'refused' end, refusal = $2 where id = $1 and state = 'received'`,
    [id, refusal],
  );
}

export async function messageFilesWaitingSince(tx: EntityManager, before: Date): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(`select id from message_file where state = 'received' and created_at < $1 order by id`, [
    before,
  ]);
  return rows.map(({ id }) => id);
}

/** Documents that no message came with. @returns the names of what they held */
export async function forgetLooseFiles(tx: EntityManager, before: Date): Promise<string[]> {
  const [rows]: [{ name: string }[], number] = await tx.query(
    'delete from message_file where message_id is null and created_at < $1 returning source_name as name',
    [before],
  );
  return rows.map(({ name }) => name);
}
