import type { EntityManager } from 'typeorm';
import { type JournalLine } from './act.js';

export interface JournalHead {
  readonly seq: number;
  readonly hash: string;
}
export interface StoredLine extends JournalLine {
  readonly hash: string;
}

/** The head row is the lock: one writer at a time from here to its commit. */
export async function lockHead(tx: EntityManager): Promise<JournalHead> {
  const [head] = await tx.sql<JournalHead[]>`select seq, hash from journal_head where id = 1 for update`;
  if (!head) throw new Error('The journal has no head: the database is not migrated, or was tampered with.');
  return head;
}

export async function readHead(db: EntityManager): Promise<JournalHead | null> {
  const [head] = await db.sql<JournalHead[]>`select seq, hash from journal_head where id = 1`;
  return head ?? null;
}

export async function appendLine(tx: EntityManager, line: StoredLine): Promise<void> {
  await tx.sql`
    insert into journal_act (seq, at, actor_kind, actor_id, action, thing_kind, thing_id, organisation_id,
                             from_state, to_state, why, facts, previous_hash, hash)
    values (${line.seq}, ${line.at}, ${line.actor.kind}, ${line.actor.id}, ${line.action}, ${line.thing.kind}, ${line.thing.id},
            ${line.organisationId}, ${line.from}, ${line.to}, ${line.why}, ${JSON.stringify(line.facts)}::jsonb, ${line.previousHash}, ${line.hash})`;
  await tx.sql`update journal_head set seq = ${line.seq}, hash = ${line.hash} where id = 1`;
}

/** Lines after a number, in order; a page at a time so that a long journal needs little memory. */
export async function readLines(db: EntityManager, afterSeq: number, count: number): Promise<StoredLine[]> {
  const rows = await db.sql<StoredRow[]>`
    select seq, at, json_build_object('kind', actor_kind, 'id', actor_id) as actor, action,
           json_build_object('kind', thing_kind, 'id', thing_id) as thing, organisation_id as "organisationId",
           from_state as "from", to_state as "to", why, facts, previous_hash as "previousHash", hash
    from journal_act where seq > ${afterSeq} order by seq limit ${count}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Lines about some things, in order. */
export async function readLinesAbout(
  db: EntityManager,
  things: readonly { readonly kind: string; readonly id: string }[],
): Promise<StoredLine[]> {
  const rows = await db.sql<StoredRow[]>`
    select seq, at, json_build_object('kind', actor_kind, 'id', actor_id) as actor, action,
           json_build_object('kind', thing_kind, 'id', thing_id) as thing, organisation_id as "organisationId",
           from_state as "from", to_state as "to", why, facts, previous_hash as "previousHash", hash
    from journal_act where (thing_kind, thing_id) in (select v ->> 'kind', v ->> 'id' from jsonb_array_elements(${JSON.stringify(things)}::jsonb) v)
    order by seq`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

type StoredRow = Omit<StoredLine, 'at'> & { readonly at: Date };
