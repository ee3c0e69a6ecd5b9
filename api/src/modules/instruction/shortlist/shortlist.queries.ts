import type { EntityManager } from 'typeorm';
import type { ApplicationState } from '../../applications/application.rules.js';
import type { ShortlistChoice } from './shortlist.rules.js';

export interface OutlineRow {
  readonly id: string;
  readonly state: ApplicationState;
  readonly choice: ShortlistChoice | null;
  readonly reason: string | null;
}

/** Outlines of a call that were filed, in the order of their numbers. */
export async function outlinesOf(tx: EntityManager, callId: string): Promise<OutlineRow[]> {
  return tx.query(
    `select a.id, a.state, h.choice, h.reason from application a left join shortlist_choice h on h.application_id = a.id
     where a.call_id = $1 and a.number is not null order by a.number`,
    [callId],
  );
}

export interface Chosen {
  readonly choice: ShortlistChoice;
  readonly reason: string;
}

/** Whoever asks holds the file. */
export async function choiceOn(tx: EntityManager, applicationId: string): Promise<Chosen | null> {
  const rows: Chosen[] = await tx.query('select choice, reason from shortlist_choice where application_id = $1', [applicationId]);
  return rows[0] ?? null;
}

/** @returns whether it changed anything */
export async function writeChoice(tx: EntityManager, applicationId: string, { choice, reason }: Chosen, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with written as (insert into shortlist_choice as h (application_id, choice, reason, at) values ($1, $2, $3, $4)
     on conflict (application_id) do update set choice = excluded.choice, reason = excluded.reason, at = excluded.at
       where (h.choice, h.reason) is distinct from (excluded.choice, excluded.reason) returning 1) select 1 from written`,
    [applicationId, choice, reason, at],
  );
  return rows.length === 1;
}

export async function removeChoice(tx: EntityManager, applicationId: string): Promise<void> {
  await tx.query('delete from shortlist_choice where application_id = $1', [applicationId]);
}
