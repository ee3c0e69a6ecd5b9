import type { EntityManager } from 'typeorm';

export interface StoredApplicationFile {
  readonly applicationId: string;
  readonly title: string | null;
  readonly type: string;
  readonly bytes: number;
  readonly sourceName: string;
  readonly state: 'received' | 'ready' | 'refused';
}

export async function insertFile(
  tx: EntityManager,
  line: Omit<StoredApplicationFile, 'state'> & { readonly id: string; readonly accountId: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `insert into application_file (id, application_id, account_id, title, type, bytes, source_name, state, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'received', $8)`,
    [line.id, line.applicationId, line.accountId, line.title, line.type, line.bytes, line.sourceName, line.at],
  );
}

export async function findFile(tx: EntityManager, id: string): Promise<StoredApplicationFile | null> {
  const rows: StoredApplicationFile[] = await tx.query(
    `select application_id as "applicationId", title, type, bytes::int as bytes, source_name as "sourceName", state from application_file where id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** @param refusal null = nothing wrong was found. @returns whether it still waited to be judged */
export async function judgeFile(tx: EntityManager, id: string, refusal: string | null): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with judged as (update application_file set state = case when $2::text is null then 'ready' else 'refused' end, refusal = $2
     where id = $1 and state = 'received' returning 1) select 1 from judged`,
    [id, refusal],
  );
  return rows.length === 1;
}

export interface RefusedFile {
  readonly accountId: string;
  readonly applicationId: string;
  readonly application: string;
  readonly title: string | null;
  readonly refusal: string;
}

/** A document that was refused, with who sent it and to which file. */
export async function refusedFile(tx: EntityManager, id: string): Promise<RefusedFile | null> {
  const rows: RefusedFile[] = await tx.query(
    `select f.account_id as "accountId", a.id as "applicationId", a.title as application, f.title, f.refusal
     from application_file f join application a on a.id = f.application_id
     where f.id = $1 and f.state = 'refused' and f.account_id is not null`,
    [id],
  );
  return rows[0] ?? null;
}

export async function filesWaitingSince(tx: EntityManager, before: Date): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select id from application_file where state = 'received' and created_at < $1 order by id`,
    [before],
  );
  return rows.map(({ id }) => id);
}

export async function lockSpace(tx: EntityManager, organisationId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('application-space ' || $1, 0))`, [organisationId]);
}

/** Named by an answer as it is written now, or part of a filing, which never goes. */
const SERVES = `(jsonb_path_exists(a.answers, '$.*[*] ? (@ == $id)', jsonb_build_object('id', f.id))
  or exists (select 1 from application_filing g where g.application_id = a.id
             and g.content -> 'files' @> jsonb_build_array(jsonb_build_object('id', f.id))))`;

/** Documents of the files an organisation leads that serve, or were just sent; and those of its messages. */
export async function bytesOfFilesKept(tx: EntityManager, organisationId: string, since: Date): Promise<number> {
  const rows: { bytes: string }[] = await tx.query(
    `select (select coalesce(sum(f.bytes), 0) from application_file f join application a on a.id = f.application_id
       where a.organisation_id = $1 and f.state <> 'refused' and (f.created_at >= $2 or ${SERVES}))
     + (select coalesce(sum(f.bytes), 0) from message_file f left join message m on m.id = f.message_id
       where f.state <> 'refused' and (m.organisation_id = $1 or (m.id is null
         and exists (select 1 from membership x where x.account_id = f.account_id and x.organisation_id = $1)))) as bytes`,
    [organisationId, since],
  );
  return Number(rows[0]?.bytes ?? 0);
}

/** @returns the names of what they held */
export async function forgetLooseFiles(tx: EntityManager, before: Date): Promise<string[]> {
  const [rows]: [{ name: string }[], number] = await tx.query(
    `delete from application_file f using application a where a.id = f.application_id and f.created_at < $1 and f.state <> 'received' and not ${SERVES}
     returning f.source_name as name`,
    [before],
  );
  return rows.map(({ name }) => name);
}
