import type { EntityManager } from 'typeorm';
import type { OwnCriterion } from './instruction.criteria.js';
import type { CheckVerdict } from './instruction.rules.js';
import type { InstructionView } from './instruction.schemas.js';

export interface CheckRow {
  readonly criterion: string;
  readonly verdict: CheckVerdict;
  readonly note: string | null;
  readonly subject: string;
  readonly version: number;
  readonly who: string | null;
  readonly at: Date;
}

export async function checksOf(tx: EntityManager, applicationId: string): Promise<CheckRow[]> {
  return tx.query(
    `select k.criterion, k.verdict, k.note, k.subject, k.version, p.display_name as who, k.at
     from instruction_check k left join account p on p.id = k.account_id where k.application_id = $1`,
    [applicationId],
  );
}

export interface CheckToWrite {
  readonly applicationId: string;
  readonly criterion: string;
  readonly version: number;
  readonly verdict: CheckVerdict;
  readonly note: string | null;
  readonly subject: string;
  readonly accountId: string | null;
  readonly at: Date;
}

/** On condition that the line is as it was read. @returns whether it was still so */
export async function writeCheck(tx: EntityManager, line: CheckToWrite): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with written as (
       insert into instruction_check as k (application_id, criterion, verdict, note, subject, version, account_id, at)
       select $1, $2, $4, $5, $6, 1, $7, $8 where $3 = 0 or exists (select 1 from instruction_check x where x.application_id = $1 and x.criterion = $2)
       on conflict (application_id, criterion) do update
         set verdict = excluded.verdict, note = excluded.note, subject = excluded.subject, version = k.version + 1,
             account_id = excluded.account_id, at = excluded.at
         where k.version = $3
       returning 1) select 1 from written`,
    [line.applicationId, line.criterion, line.version, line.verdict, line.note, line.subject, line.accountId, line.at],
  );
  return rows.length === 1;
}

/**
 * What was ticked about another answer is to be looked at again; the note stays.
 * @param criteria null: all of them
 */
export async function askAgain(tx: EntityManager, applicationId: string, criteria: readonly string[] | null, at: Date): Promise<void> {
  await tx.query(
    `update instruction_check set verdict = 'to_check', version = version + 1, account_id = null, at = $3
     where application_id = $1 and ($2::text[] is null or criterion = any($2)) and verdict <> 'to_check'`,
    [applicationId, criteria, at],
  );
}

export async function ownCriteria(tx: EntityManager, applicationId: string): Promise<OwnCriterion[]> {
  return tx.query(`select id, label from instruction_criterion where application_id = $1 and removed_at is null order by id`, [
    applicationId,
  ]);
}

export async function insertCriterion(
  tx: EntityManager,
  line: { readonly id: string; readonly applicationId: string; readonly accountId: string; readonly label: string; readonly at: Date },
): Promise<void> {
  await tx.query(`insert into instruction_criterion (id, application_id, account_id, label, created_at) values ($1, $2, $3, $4, $5)`, [
    line.id,
    line.applicationId,
    line.accountId,
    line.label,
    line.at,
  ]);
}

export async function withdrawCriterion(tx: EntityManager, applicationId: string, id: string, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with gone as (update instruction_criterion set removed_at = $3 where id = $2 and application_id = $1 and removed_at is null returning 1)
     select 1 from gone`,
    [applicationId, id, at],
  );
  return rows.length === 1;
}

/** Up to the filing that was shown: a later one, still sealed or just arrived, stays unread. */
export async function markRead(tx: EntityManager, applicationId: string, accountId: string, sequence: number): Promise<void> {
  await tx.query(
    `insert into instruction_reading (application_id, account_id, at)
     select application_id, $2, recorded_at from application_filing where application_id = $1 and sequence = $3
     on conflict (application_id, account_id) do update set at = greatest(instruction_reading.at, excluded.at)`,
    [applicationId, accountId, sequence],
  );
}

type Kept = Pick<InstructionView, 'labels' | 'agents'>;

export async function keptAbout(tx: EntityManager, applicationId: string): Promise<Kept> {
  const labels: Kept['labels'] = await tx.query(
    `select b.id, b.name, b.colour from instruction_labelled y join instruction_label b on b.id = y.label_id
     where y.application_id = $1 and b.removed_at is null order by lower(b.name)`,
    [applicationId],
  );
  const agents: Kept['agents'] = await tx.query(
    `select p.id, p.display_name as name from instruction_assignment z join account p on p.id = z.account_id
     where z.application_id = $1 order by p.display_name, p.id`,
    [applicationId],
  );
  return { labels, agents };
}

const LINES_OF_HISTORY = 200;

interface HistoryRow {
  readonly id: string;
  readonly at: Date;
  readonly who: string | null;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly reason: string | null;
  readonly isInternal: boolean;
}

/**
 * What happened to a file since it was filed, among agents and towards the applicant: what its members wrote meanwhile is theirs.
 * @param sealedSince the line after which nothing shows that it was filed again; null: nothing is sealed
 */
export async function historyFor(
  tx: EntityManager,
  applicationId: string,
  moves: readonly string[],
  sealedSince: string | null,
): Promise<HistoryRow[]> {
  return tx.query(
    `select * from (
       select h.id, h.at, p.display_name as who, h.action,
         case when h.id > $3 and h.from_state = 'filed' then 'invited' else h.from_state end as "fromState", h.to_state as "toState", h.reason, false as "isInternal"
       from application_history h left join account p on p.id = h.account_id
       where h.application_id = $1 and h.action = any($2)
         and ($3::uuid is null or h.id <= $3 or h.action not in ('file', 'amend'))
       union all
       select t.id, t.at, p.display_name, t.action, null, null, t.facts ->> 'said', true
       from instruction_act t left join account p on p.id = t.account_id
       where t.application_id = $1 and t.action not in ('admit', 'requestCorrection', 'refuse', 'takeBack')
     ) lines order by at desc, id desc limit ${LINES_OF_HISTORY}`,
    [applicationId, moves, sealedSince],
  );
}
