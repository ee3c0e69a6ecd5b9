import type { EntityManager } from 'typeorm';
import type { CorrectionRow } from './applications.queries.js';
import type { CorrectionOutcome } from './correction.rules.js';

export interface NewCorrection extends Pick<CorrectionRow, 'id' | 'reason' | 'items'> {
  readonly applicationId: string;
  readonly accountId: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly sequence: number;
}

export async function insertCorrection(tx: EntityManager, line: NewCorrection): Promise<void> {
  await tx.query(
    `insert into application_correction (id, application_id, account_id, asked_at, due_at, reason, items, sequence)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [line.id, line.applicationId, line.accountId, line.askedAt, line.dueAt, line.reason, JSON.stringify(line.items), line.sequence],
  );
}

export async function closeCorrection(tx: EntityManager, applicationId: string, outcome: CorrectionOutcome, at: Date): Promise<void> {
  await tx.query(`update application_correction set outcome = $2, closed_at = $3 where application_id = $1 and closed_at is null`, [
    applicationId,
    outcome,
    at,
  ]);
}

export interface CorrectionDue {
  readonly id: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly number: string;
  readonly target: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
}

export async function correctionsDueBefore(tx: EntityManager, now: Date, until: Date): Promise<CorrectionDue[]> {
  return tx.query(
    `select r.id, r.application_id as "applicationId", a.organisation_id as "organisationId", a.number, coalesce(c.title, s.name) as target,
       r.asked_at as "askedAt", r.due_at as "dueAt"
     from application_correction r join application a on a.id = r.application_id
     left join call c on c.id = a.call_id left join site s on s.id = a.site_id
     where r.closed_at is null and a.state = 'correction_requested' and r.due_at > $1 and r.due_at <= $2 order by r.id`,
    [now, until],
  );
}

export interface PastCorrection {
  readonly id: string;
  readonly askedAt: Date;
  readonly askedBy: string | null;
  readonly dueAt: Date;
  readonly reason: string;
  readonly items: CorrectionRow['items'];
  readonly outcome: CorrectionOutcome | null;
  readonly closedAt: Date | null;
}

/** All that was asked about a file, the latest first. */
export async function correctionsOf(tx: EntityManager, applicationId: string): Promise<PastCorrection[]> {
  return tx.query(
    `select r.id, r.asked_at as "askedAt", p.display_name as "askedBy", r.due_at as "dueAt", r.reason, r.items, r.outcome, r.closed_at as "closedAt"
     from application_correction r left join account p on p.id = r.account_id where r.application_id = $1 order by r.id desc`,
    [applicationId],
  );
}
