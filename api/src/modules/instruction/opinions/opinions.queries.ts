import type { EntityManager } from 'typeorm';
import type { Language } from '../../../platform/http/request-context.js';
import { EXAMINED, type OPINION_CONCLUSIONS, type OpinionTimes } from './opinion.rules.js';

export interface OpinionRow extends OpinionTimes {
  readonly id: string;
  readonly applicationId: string;
  readonly accountId: string | null;
  readonly askedBy: string | null;
  readonly who: string;
  readonly email: string | null;
  readonly language: Language;
  readonly question: string;
  readonly sections: readonly string[];
  readonly shared: boolean;
  readonly answeredAt: Date | null;
  readonly signedBy: string | null;
  readonly conclusion: (typeof OPINION_CONCLUSIONS)[number] | null;
  readonly answer: string | null;
  readonly sequence: number | null;
  readonly revokedAt: Date | null;
  readonly reason: string | null;
}

const OPINION = `n.id, n.application_id as "applicationId", n.account_id as "accountId", p.display_name as "askedBy", n.who, n.email, n.language, n.question,
  n.sections, n.shared, n.state, n.asked_at as "askedAt", n.due_at as "dueAt", n.reminded_at as "remindedAt", n.answered_at as "answeredAt",
  n.signed_by as "signedBy", n.conclusion, n.answer, n.sequence, n.revoked_at as "revokedAt", n.reason,
  exists (select 1 from application_history h where h.application_id = n.application_id and h.id > n.id
    and h.to_state <> all('{${EXAMINED.join()}}')) as "wasClosed"`;
const FROM = 'instruction_opinion n left join account p on p.id = n.account_id';

export async function opinionsOf(tx: EntityManager, applicationId: string): Promise<OpinionRow[]> {
  return tx.query(`select ${OPINION} from ${FROM} where n.application_id = $1 order by n.id`, [applicationId]);
}

export async function findOpinion(
  tx: EntityManager,
  by: { readonly id: string } | { readonly tokenHash: string },
): Promise<OpinionRow | null> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['token_hash', by.tokenHash];
  const rows: OpinionRow[] = await tx.query(`select ${OPINION} from ${FROM} where n.${column} = $1`, [value]);
  return rows[0] ?? null;
}

type NewOpinion = Pick<
  OpinionRow,
  'id' | 'applicationId' | 'accountId' | 'who' | 'email' | 'language' | 'question' | 'sections' | 'shared' | 'askedAt' | 'dueAt'
> & { readonly tokenHash: string };

export async function insertOpinion(tx: EntityManager, line: NewOpinion): Promise<void> {
  await tx.query(
    `insert into instruction_opinion
       (id, application_id, account_id, who, email, language, question, sections, shared, asked_at, due_at, token_hash, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'asked')`,
    [
      ...[line.id, line.applicationId, line.accountId, line.who, line.email, line.language, line.question, line.sections],
      ...[line.shared, line.askedAt, line.dueAt, line.tokenHash],
    ],
  );
}

/** On condition that it still waits. @returns whether it did */
export async function revokeAsked(tx: EntityManager, id: string, reason: string, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with gone as (update instruction_opinion set state = 'revoked', reason = $2, revoked_at = $3 where id = $1 and state = 'asked' returning 1)
     select 1 from gone`,
    [id, reason, at],
  );
  return rows.length === 1;
}

type GivenAnswer = Pick<OpinionRow, 'id' | 'signedBy' | 'conclusion' | 'answer' | 'sequence'> & { readonly at: Date };

/** On condition that it still waits: of two answers sent at once the first stands. */
export async function answerAsked(tx: EntityManager, line: GivenAnswer): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with given as (
       update instruction_opinion set state = 'answered', answered_at = $2, signed_by = $3, conclusion = $4, answer = $5, sequence = $6
       where id = $1 and state = 'asked' returning 1) select 1 from given`,
    [line.id, line.at, line.signedBy, line.conclusion, line.answer, line.sequence],
  );
  return rows.length === 1;
}

/** Those whose term comes before an instant, and that nobody was reminded of. */
export async function opinionsDueBefore(db: EntityManager, now: Date, until: Date): Promise<OpinionRow[]> {
  return db.query(
    `select ${OPINION} from ${FROM}
     where n.state = 'asked' and n.reminded_at is null and n.due_at > $1 and n.due_at <= $2 order by n.id`,
    [now, until],
  );
}

/** @returns false when somebody else wrote it down meanwhile, or it was answered or taken back */
export async function markReminded(tx: EntityManager, id: string, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with told as (update instruction_opinion set reminded_at = $2 where id = $1 and reminded_at is null and state = 'asked' returning 1)
     select 1 from told`,
    [id, at],
  );
  return rows.length === 1;
}

/** Those who work on a file: told of what comes in about it. */
export async function agentsOn(tx: EntityManager, applicationId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query('select account_id as id from instruction_assignment where application_id = $1', [
    applicationId,
  ]);
  return rows.map(({ id }) => id);
}
