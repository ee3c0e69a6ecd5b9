import type { EntityManager } from 'typeorm';
import type { ApplicationState } from '../applications/application.rules.js';
import type { LineOutcome } from './decision.rules.js';
import type { DecideAward, PublishedResults, ResultsView, SaveAward } from './decisions.schemas.js';
import type { DeedKind } from '../legal/legal.vocabulary.js';
import type { Letter, LetterKind } from './letters.js';

export interface AwardRow {
  readonly callId: string;
  readonly deedKind: DeedKind;
  readonly departure: string | null;
  readonly decision: DecideAward | null;
  readonly results: PublishedResults | null;
  readonly seal: string | null;
  readonly publishedAt: Date | null;
}

export async function findAward(tx: EntityManager, callId: string): Promise<AwardRow | null> {
  const rows: AwardRow[] = await tx.query(
    `select call_id as "callId", deed_kind as "deedKind", departure,
       case when recorded_at is not null then jsonb_build_object('authorityName', authority_name, 'authorityFunction', authority_function,
         'decidedOn', decided_on, 'reference', reference) end as decision,
       results, results_hash as seal, published_at as "publishedAt" from award where call_id = $1`,
    [callId],
  );
  return rows[0] ?? null;
}

export interface LineRow {
  readonly id: string;
  readonly callId: string;
  readonly lot: string | null;
  readonly applicationId: string;
  readonly outcome: LineOutcome;
  readonly waitingRank: number | null;
  readonly reasons: SaveAward['lines'][number]['reasons'];
}
const LINE = `l.id, l.call_id as "callId", l.site_id as lot, l.application_id as "applicationId", l.outcome, l.waiting_rank as "waitingRank", l.reasons`;
const IN_ORDER = `order by l.site_id, case l.outcome when 'selected' then 0 when 'waiting_list' then 1 else 2 end, l.waiting_rank, l.application_id`;

export async function linesOf(tx: EntityManager, callId: string): Promise<LineRow[]> {
  return tx.query(`select ${LINE} from award_line l where l.call_id = $1 ${IN_ORDER}`, [callId]);
}

export async function linesOfApplication(tx: EntityManager, applicationId: string): Promise<LineRow[]> {
  return tx.query(`select ${LINE} from award_line l where l.application_id = $1 ${IN_ORDER}`, [applicationId]);
}

/** The proposal as a whole replaces the one there was; nothing was decided on it. */
export async function writeAward(
  tx: EntityManager,
  callId: string,
  { deedKind, departure, lines }: SaveAward,
  newId: () => string,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into award (call_id, deed_kind, departure, updated_at) values ($1, $2, $3, $4)
     on conflict (call_id) do update set deed_kind = excluded.deed_kind, departure = excluded.departure, updated_at = excluded.updated_at`,
    [callId, deedKind, departure, at],
  );
  await tx.query('delete from award_line where call_id = $1', [callId]);
  await tx.query(
    `insert into award_line (id, call_id, site_id, application_id, outcome, waiting_rank, reasons)
     select (v ->> 'id')::uuid, $1, (v ->> 'lot')::uuid, (v ->> 'applicationId')::uuid, v ->> 'outcome', (v ->> 'waitingRank')::int, v -> 'reasons'
     from jsonb_array_elements($2::jsonb) v`,
    [callId, JSON.stringify(lines.map((line) => ({ ...line, id: newId() })))],
  );
}

export async function recordDecision(tx: EntityManager, callId: string, decision: DecideAward, accountId: string, at: Date): Promise<void> {
  await tx.query(
    `update award set authority_name = $2, authority_function = $3, decided_on = $4, reference = $5, recorded_by = $6, recorded_at = $7
     where call_id = $1`,
    [callId, decision.authorityName, decision.authorityFunction, decision.decidedOn, decision.reference, accountId, at],
  );
}

export async function recordResults(tx: EntityManager, callId: string, results: PublishedResults, seal: string, at: Date): Promise<void> {
  await tx.query('update award set results = $2, results_hash = $3, published_at = $4 where call_id = $1', [
    callId,
    JSON.stringify(results),
    seal,
    at,
  ]);
}

/** Files that wait for a lot, in their order. */
export async function waitingFor(tx: EntityManager, callId: string, lot: string | null): Promise<{ id: string; organisationId: string }[]> {
  return tx.query(
    `select a.id, a.organisation_id as "organisationId" from award_line l join application a on a.id = l.application_id
     where l.call_id = $1 and l.site_id is not distinct from $2::uuid and l.outcome = 'waiting_list' order by l.waiting_rank`,
    [callId, lot],
  );
}

/** Of a file that had none: it was never ranked. */
export async function insertLine(tx: EntityManager, line: LineRow): Promise<void> {
  await tx.query(
    `insert into award_line (id, call_id, site_id, application_id, outcome, waiting_rank, reasons) values ($1, $2, $3, $4, $5, $6, $7)`,
    [line.id, line.callId, line.lot, line.applicationId, line.outcome, line.waitingRank, JSON.stringify(line.reasons)],
  );
}

/** On condition of the outcome that was read. */
export async function moveLine(
  tx: EntityManager,
  { id, outcome }: Pick<LineRow, 'id' | 'outcome'>,
  to: LineOutcome,
  waitingRank: number | null = null,
  reasons: LineRow['reasons'] | null = null,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with moved as (update award_line set outcome = $3, waiting_rank = $4, reasons = coalesce($5, reasons) where id = $1 and outcome = $2 returning 1)
     select 1 from moved`,
    [id, outcome, to, waitingRank, reasons === null ? null : JSON.stringify(reasons)],
  );
  return rows.length === 1;
}

export interface Amendment {
  readonly id: string;
  readonly callId: string;
  readonly lot: string | null;
  readonly applicationId: string;
  readonly kind: ResultsView['amendments'][number]['kind'];
  readonly at: Date;
  readonly accountId: string | null;
  readonly decision: DecideAward | null;
  readonly reason: string | null;
  readonly reasons: LineRow['reasons'];
}

export async function insertAmendment(tx: EntityManager, { decision, ...line }: Amendment): Promise<void> {
  await tx.query(
    `insert into award_amendment (id, call_id, site_id, application_id, kind, at, account_id, authority_name, authority_function, decided_on,
       reference, reason, reasons) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[line.id, line.callId, line.lot, line.applicationId, line.kind, line.at, line.accountId],
      ...[decision?.authorityName, decision?.authorityFunction, decision?.decidedOn, decision?.reference].map((value) => value ?? null),
      line.reason,
      JSON.stringify(line.reasons),
    ],
  );
}

/** Of a file that was reopened: the last decision taken on each of its lots. */
export async function lastDecisionsOn(tx: EntityManager, applicationId: string): Promise<{ lot: string | null; decision: DecideAward }[]> {
  return tx.query(
    `select distinct on (m.site_id) m.site_id as lot, jsonb_build_object('authorityName', m.authority_name,
       'authorityFunction', m.authority_function, 'decidedOn', m.decided_on, 'reference', m.reference) as decision
     from award_amendment m where m.application_id = $1 and m.kind in ('selected', 'waiting_list', 'not_selected')
     order by m.site_id, m.id desc`,
    [applicationId],
  );
}

export interface AmendmentRow extends Omit<Amendment, 'id' | 'accountId' | 'callId'> {
  readonly organisation: string;
  readonly lotName: string | null;
}

export async function amendmentsOf(tx: EntityManager, callId: string): Promise<AmendmentRow[]> {
  return tx.query(
    `select m.site_id as lot, s.name as "lotName", m.application_id as "applicationId", o.name as organisation, m.kind, m.at, m.reason, m.reasons,
       case when m.decided_on is not null then jsonb_build_object('authorityName', m.authority_name, 'authorityFunction', m.authority_function,
         'decidedOn', m.decided_on, 'reference', m.reference) end as decision
     from award_amendment m join application a on a.id = m.application_id join organisation o on o.id = a.organisation_id
     left join site s on s.id = m.site_id where m.call_id = $1 order by m.id`,
    [callId],
  );
}

export async function insertLetter(
  tx: EntityManager,
  line: { readonly id: string; readonly applicationId: string; readonly kind: LetterKind; readonly at: Date; readonly content: Letter },
): Promise<void> {
  await tx.query('insert into decision_letter (id, application_id, kind, at, content) values ($1, $2, $3, $4, $5)', [
    line.id,
    line.applicationId,
    line.kind,
    line.at,
    JSON.stringify(line.content),
  ]);
}

export interface LetterRow {
  readonly id: string;
  readonly applicationId: string;
  readonly kind: LetterKind;
  readonly at: Date;
  readonly content: Letter;
}

export async function lettersOf(tx: EntityManager, applicationId: string): Promise<LetterRow[]> {
  return tx.query(
    `select id, application_id as "applicationId", kind, at, content from decision_letter where application_id = $1 order by id`,
    [applicationId],
  );
}

export async function lettersOfCall(tx: EntityManager, callId: string): Promise<LetterRow[]> {
  return tx.query(
    `select d.id, d.application_id as "applicationId", d.kind, d.at, d.content from decision_letter d
     join application a on a.id = d.application_id where a.call_id = $1 order by d.id`,
    [callId],
  );
}

export async function findLetter(tx: EntityManager, id: string): Promise<LetterRow | null> {
  const rows: LetterRow[] = await tx.query(
    `select id, application_id as "applicationId", kind, at, content from decision_letter where id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** Direct requests for places that go to somebody else. */
export async function pendingRequestsFor(
  tx: EntityManager,
  siteIds: readonly string[],
): Promise<{ id: string; organisationId: string; site: string; state: ApplicationState }[]> {
  return tx.query(
    `select a.id, a.organisation_id as "organisationId", s.name as site, a.state from application a join site s on s.id = a.site_id
     where a.site_id = any($1) and a.state in ('draft', 'filed', 'correction_requested', 'admissible', 'under_review', 'shortlisted', 'waiting_list')
     order by a.id`,
    [siteIds],
  );
}

/** True when the place went to somebody else since the results of this call: by another call, or by a request of its own. */
export async function isAwardedSince(tx: EntityManager, callId: string, siteId: string): Promise<boolean> {
  const [row]: { held: boolean }[] = await tx.query(
    `select exists (
       select 1 from award_line l join award a on a.call_id = l.call_id
       where l.site_id = $2 and l.outcome = 'selected' and l.call_id <> $1 and a.published_at > ours.published_at
     ) or exists (
       select 1 from interest i
       where i.site_id = $2 and i.state in ('granted_after_publicity', 'granted_directly') and i.updated_at > ours.published_at
     ) as held from award ours where ours.call_id = $1`,
    [callId, siteId],
  );
  return row?.held ?? false;
}

/** The line of the journal that records the seal of published results. */
export async function proofOf(tx: EntityManager, callId: string): Promise<{ seq: number; hash: string } | null> {
  const rows: { seq: number; hash: string }[] = await tx.query(
    `select seq::int as seq, hash from journal_act where thing_kind = 'call' and thing_id = $1 and action = 'publish-results-call' order by seq desc limit 1`,
    [callId],
  );
  return rows[0] ?? null;
}
