import type { EntityManager } from 'typeorm';

export interface CallQuestionRow {
  readonly id: string;
  readonly accountId: string | null;
  readonly askedAt: Date;
  readonly asked: string;
  readonly question: string | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

export async function questionsOfCall(tx: EntityManager, callId: string): Promise<CallQuestionRow[]> {
  return tx.query(
    `select id, account_id as "accountId", asked_at as "askedAt", asked, question, answer, answered_at as "answeredAt"
     from call_question where call_id = $1 order by id`,
    [callId],
  );
}

export async function insertCallQuestion(
  tx: EntityManager,
  line: { readonly id: string; readonly callId: string; readonly accountId: string; readonly at: Date; readonly asked: string },
): Promise<void> {
  await tx.query('insert into call_question (id, call_id, account_id, asked_at, asked) values ($1, $2, $3, $4, $5)', [
    line.id,
    line.callId,
    line.accountId,
    line.at,
    line.asked,
  ]);
}

/** An answer is given once: what was published to all does not change. @returns who had asked, or why it was not given */
export async function answerCallQuestion(
  tx: EntityManager,
  line: Readonly<Record<'id' | 'callId' | 'accountId' | 'question' | 'answer', string>> & { readonly at: Date },
): Promise<{ readonly askedBy: string | null } | 'unknown' | 'already'> {
  const [answered]: { askedBy: string | null }[] = await tx.query(
    `with said as (update call_question set question = $3, answer = $4, answered_at = $5, answered_by = $6
     where id = $1 and call_id = $2 and answer is null returning account_id) select account_id as "askedBy" from said`,
    [line.id, line.callId, line.question, line.answer, line.at, line.accountId],
  );
  if (answered !== undefined) return answered;
  const known: unknown[] = await tx.query('select 1 from call_question where id = $1 and call_id = $2', [line.id, line.callId]);
  return known.length === 1 ? 'already' : 'unknown';
}

/** How many of the questions a person asked still wait: nobody fills the desk of an owner alone. */
export async function waitingQuestionsOf(tx: EntityManager, callId: string, accountId: string): Promise<number> {
  const rows: { count: number }[] = await tx.query(
    'select count(*)::int as count from call_question where call_id = $1 and account_id = $2 and answer is null',
    [callId, accountId],
  );
  return rows[0]?.count ?? 0;
}
