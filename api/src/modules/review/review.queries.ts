import type { EntityManager } from 'typeorm';
import type { ApplicationState } from '../applications/application.rules.js';
import type { ReadingState, ReviewerState, ReviewMode, Scores } from './review.rules.js';

export interface ReviewRow {
  readonly callId: string;
  readonly mode: ReviewMode;
  readonly quorum: number;
  readonly dueOn: string;
  readonly startedAt: Date;
  readonly revealedAt: Date | null;
  readonly revealReason: string | null;
  readonly minutes: string | null;
  readonly minutesAt: Date | null;
}

export async function findReview(tx: EntityManager, callId: string): Promise<ReviewRow | null> {
  const rows: ReviewRow[] = await tx.query(
    `select call_id as "callId", mode, quorum, due_on::text as "dueOn", started_at as "startedAt", revealed_at as "revealedAt",
       reveal_reason as "revealReason", minutes, minutes_at as "minutesAt" from review where call_id = $1`,
    [callId],
  );
  return rows[0] ?? null;
}

export async function insertReview(
  tx: EntityManager,
  { callId, mode, quorum, dueOn, at }: Pick<ReviewRow, 'callId' | 'mode' | 'quorum' | 'dueOn'> & { readonly at: Date },
): Promise<void> {
  await tx.query('insert into review (call_id, mode, quorum, due_on, started_at) values ($1, $2, $3, $4, $5)', [
    callId,
    mode,
    quorum,
    dueOn,
    at,
  ]);
}

export async function revealReview(tx: EntityManager, callId: string, reason: string | null, at: Date): Promise<void> {
  await tx.query('update review set revealed_at = $2, reveal_reason = $3 where call_id = $1 and revealed_at is null', [callId, at, reason]);
  await tx.query(
    `update review_reading g set state = 'revealed', updated_at = $2 from reviewer r
     where r.id = g.reviewer_id and r.call_id = $1 and r.state = 'accepted' and g.state = 'locked'`,
    [callId, at],
  );
}

export async function writeMinutes(tx: EntityManager, callId: string, minutes: string, accountId: string, at: Date): Promise<void> {
  await tx.query('update review set minutes = $2, minutes_by = $3, minutes_at = $4 where call_id = $1', [callId, minutes, accountId, at]);
}

export interface ReviewedApplication {
  readonly id: string;
  readonly number: string;
  readonly organisation: string;
  readonly state: ApplicationState;
  readonly lots: readonly string[];
}

/** What was filed in answer to a call, in the order of the numbers. */
export async function applicationsOfCall(tx: EntityManager, callId: string): Promise<ReviewedApplication[]> {
  return tx.query(
    `select a.id, a.number, o.name as organisation, a.state,
       coalesce((select g.content -> 'lots' from application_filing g where g.application_id = a.id order by g.sequence desc limit 1), '[]') as lots
     from application a join organisation o on o.id = a.organisation_id where a.call_id = $1 and a.number is not null order by a.number`,
    [callId],
  );
}

export interface ReviewerRow {
  readonly id: string;
  readonly callId: string;
  readonly accountId: string | null;
  readonly name: string | null;
  readonly email: string;
  readonly function: string;
  readonly chair: boolean;
  readonly state: ReviewerState;
  readonly reason: string | null;
}

const REVIEWER = `r.id, r.call_id as "callId", r.account_id as "accountId", p.display_name as name, r.email, r.function, r.chair, r.state, r.reason`;

export async function reviewersOf(tx: EntityManager, callId: string): Promise<ReviewerRow[]> {
  return tx.query(`select ${REVIEWER} from reviewer r left join account p on p.id = r.account_id where r.call_id = $1 order by r.id`, [
    callId,
  ]);
}

export async function findReviewer(tx: EntityManager, id: string): Promise<ReviewerRow | null> {
  const rows: ReviewerRow[] = await tx.query(
    `select ${REVIEWER} from reviewer r left join account p on p.id = r.account_id where r.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export async function insertReviewer(
  tx: EntityManager,
  line: Pick<ReviewerRow, 'id' | 'callId' | 'email' | 'function' | 'chair'> & { readonly at: Date },
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `insert into reviewer (id, call_id, email, function, chair, state, invited_at) values ($1, $2, $3, $4, $5, 'invited', $6)
     on conflict do nothing returning id`,
    [line.id, line.callId, line.email, line.function, line.chair, line.at],
  );
  return rows.length === 1;
}

/** On condition of the state that was read. */
export async function moveReviewer(
  tx: EntityManager,
  { id, state }: Pick<ReviewerRow, 'id' | 'state'>,
  { to, accountId, reason, at }: { readonly to: ReviewerState; readonly accountId?: string; readonly reason?: string; readonly at: Date },
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with moved as (update reviewer set state = $3, account_id = coalesce($4, account_id), reason = $5, answered_at = $6
     where id = $1 and state = $2 returning 1) select 1 from moved`,
    [id, state, to, accountId ?? null, reason ?? null, at],
  );
  return rows.length === 1;
}

export interface ReadingRow {
  readonly id: string;
  readonly reviewerId: string;
  readonly applicationId: string;
  readonly state: ReadingState;
  readonly reason: string | null;
  readonly scores: Scores;
  readonly lockedAt: Date | null;
}

const READING = `g.id, g.reviewer_id as "reviewerId", g.application_id as "applicationId", g.state, g.reason, g.scores, g.locked_at as "lockedAt"`;

/** Of those who read now: not of those who were replaced. */
export async function readingsOf(tx: EntityManager, callId: string): Promise<ReadingRow[]> {
  return tx.query(
    `select ${READING} from review_reading g join reviewer r on r.id = g.reviewer_id
     where r.call_id = $1 and r.state = 'accepted' order by g.id`,
    [callId],
  );
}

export async function readingsOfReviewers(tx: EntityManager, reviewerIds: readonly string[]): Promise<ReadingRow[]> {
  return tx.query(`select ${READING} from review_reading g where g.reviewer_id = any($1) order by g.id`, [reviewerIds]);
}

export async function findReading(tx: EntityManager, id: string): Promise<ReadingRow | null> {
  const rows: ReadingRow[] = await tx.query(`select ${READING} from review_reading g where g.id = $1`, [id]);
  return rows[0] ?? null;
}

export async function insertReading(
  tx: EntityManager,
  line: Pick<ReadingRow, 'id' | 'reviewerId' | 'applicationId'> & { readonly at: Date },
): Promise<void> {
  await tx.query(
    `insert into review_reading (id, reviewer_id, application_id, state, updated_at) values ($1, $2, $3, 'assigned', $4) on conflict do nothing`,
    [line.id, line.reviewerId, line.applicationId, line.at],
  );
}

/** On condition of the state that was read. */
export async function moveReading(
  tx: EntityManager,
  { id, state }: Pick<ReadingRow, 'id' | 'state'>,
  to: ReadingState,
  reason: string | null,
  at: Date,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with moved as (update review_reading set state = $3, reason = $4, updated_at = $5, declared_at = coalesce(declared_at, $5),
       scores = case when $3 = 'conflict_declared' then '{}' else scores end,
       locked_at = case when $3 = 'locked' then $5 else locked_at end where id = $1 and state = $2 returning 1) select 1 from moved`,
    [id, state, to, reason, at],
  );
  return rows.length === 1;
}

/** Criterion by criterion: what another window wrote of another one stays. */
export async function writeScores(tx: EntityManager, id: string, scores: Scores, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with written as (update review_reading set scores = scores || $2::jsonb, updated_at = $3 where id = $1 and state = 'scoring' returning 1)
     select 1 from written`,
    [id, JSON.stringify(scores), at],
  );
  return rows.length === 1;
}

export interface NoteRow {
  readonly applicationId: string;
  readonly at: Date;
  readonly who: string | null;
  readonly said: string;
}

export async function notesOf(tx: EntityManager, callId: string): Promise<NoteRow[]> {
  return tx.query(
    `select n.application_id as "applicationId", n.at, p.display_name as who, n.said from review_note n
     join application a on a.id = n.application_id left join account p on p.id = n.account_id where a.call_id = $1 order by n.id`,
    [callId],
  );
}

export async function insertNote(
  tx: EntityManager,
  line: { readonly id: string; readonly applicationId: string; readonly accountId: string; readonly at: Date; readonly said: string },
): Promise<void> {
  await tx.query('insert into review_note (id, application_id, account_id, at, said) values ($1, $2, $3, $4, $5)', [
    line.id,
    line.applicationId,
    line.accountId,
    line.at,
    line.said,
  ]);
}

/** What somebody reads, and what they were asked to read at an address that is theirs. */
export async function reviewersFor(tx: EntityManager, accountId: string): Promise<ReviewerRow[]> {
  return tx.query(
    `select ${REVIEWER} from reviewer r left join account p on p.id = r.account_id
     where (r.account_id = $1 and r.state in ('accepted', 'removed'))
        or (r.state = 'invited' and r.email_key = (select lower(email) from account where id = $1 and email_verified_at is not null))
     order by r.id desc limit 200`,
    [accountId],
  );
}

export async function addressOf(tx: EntityManager, accountId: string): Promise<string | null> {
  const rows: { email: string }[] = await tx.query(
    'select lower(email) as email from account where id = $1 and email_verified_at is not null',
    [accountId],
  );
  return rows[0]?.email ?? null;
}

/** Whether this person declared a link with the applicant, be they replaced since. */
export async function hasDeclaredLink(tx: EntityManager, accountId: string, applicationId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from review_reading g join reviewer r on r.id = g.reviewer_id
     where r.account_id = $1 and g.application_id = $2 and g.state = 'conflict_declared' limit 1`,
    [accountId, applicationId],
  );
  return rows.length > 0;
}

export async function lotsOfCall(tx: EntityManager, callId: string): Promise<{ id: string; name: string }[]> {
  return tx.query('select s.id, s.name from call_lot l join site s on s.id = l.site_id where l.call_id = $1 order by l.position', [callId]);
}

export interface LateReviewer {
  readonly reviewerId: string;
  readonly accountId: string;
  readonly email: string;
  readonly language: 'fr' | 'en';
  readonly callTitle: string;
  readonly dueOn: string;
  readonly left: number;
}

/** Reviewers who accepted and have something left to score, in reviews that are not revealed. */
export async function reviewersWithWork(tx: EntityManager): Promise<LateReviewer[]> {
  return tx.query(
    `select r.id as "reviewerId", p.id as "accountId", p.email, p.language, c.title as "callTitle", v.due_on::text as "dueOn", count(*)::int as left
     from reviewer r join review v on v.call_id = r.call_id join call c on c.id = v.call_id join account p on p.id = r.account_id
     join review_reading g on g.reviewer_id = r.id and g.state in ('assigned', 'scoring')
     join application a on a.id = g.application_id and a.state in ('under_review', 'shortlisted')
     where r.state = 'accepted' and v.revealed_at is null and c.state = 'under_review' and p.state = 'active'
     group by r.id, p.id, c.id, v.call_id order by r.id`,
  );
}
