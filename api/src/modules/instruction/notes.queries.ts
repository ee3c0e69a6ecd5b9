import type { EntityManager } from 'typeorm';

export interface NoteRow {
  readonly id: string;
  readonly accountId: string | null;
  readonly who: string | null;
  readonly text: string;
  readonly version: number;
  readonly at: Date;
  readonly editedAt: Date | null;
}

const NOTES_AT_MOST = 500;

export async function notesOf(tx: EntityManager, applicationId: string): Promise<NoteRow[]> {
  return tx.query(
    `select n.id, n.account_id as "accountId", p.display_name as who, n.text, n.version, n.created_at as "at", n.edited_at as "editedAt"
     from instruction_note n left join account p on p.id = n.account_id where n.application_id = $1 order by n.id limit ${NOTES_AT_MOST}`,
    [applicationId],
  );
}

export async function insertNote(
  tx: EntityManager,
  line: { readonly id: string; readonly applicationId: string; readonly accountId: string; readonly text: string; readonly at: Date },
): Promise<void> {
  await tx.query(`insert into instruction_note (id, application_id, account_id, text, created_at) values ($1, $2, $3, $4, $5)`, [
    line.id,
    line.applicationId,
    line.accountId,
    line.text,
    line.at,
  ]);
}

/** On condition of the version that was read. */
export async function writeNote(
  tx: EntityManager,
  { id, text, version }: { readonly id: string; readonly text: string; readonly version: number },
  at: Date,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with written as (update instruction_note set text = $2, version = version + 1, edited_at = $4 where id = $1 and version = $3 returning 1)
     select 1 from written`,
    [id, text, version, at],
  );
  return rows.length === 1;
}
