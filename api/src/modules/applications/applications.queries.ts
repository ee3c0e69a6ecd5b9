import type { EntityManager } from 'typeorm';
import type { FieldChange } from '../../platform/field-changes.js';
import type { CallStep, StoredCallState } from '../calls/call.rules.js';
import type { EligibilityRule, FirstStep } from '../calls/form/question.rules.js';
import type { Answers, Form } from '../calls/form/question.schemas.js';
import type { ApplicationState } from './application.rules.js';
import type { CORRECTION_FAULTS } from './correction.rules.js';
import type { ApplicationHistory, ApplicationHistorySearch, ApplicationSearch } from './applications.schemas.js';

export interface Partner {
  readonly id: string;
  readonly name: string;
}

/** What was filed: the working copy may have moved on. */
export interface Filed {
  readonly answers: Answers;
  readonly lots: readonly string[];
  readonly files: readonly { readonly id: string; readonly sha256: string }[];
  /** Absent when there were none. */
  readonly partners?: readonly Partner[];
  /** Of a call in two steps, at which it was filed; absent when there is one. */
  readonly step?: CallStep;
}

export interface FileRow {
  readonly id: string;
  readonly title: string | null;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly state: 'received' | 'ready' | 'refused';
  readonly refusal: string | null;
  readonly at: string;
}

export interface CorrectionRow {
  readonly id: string;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly reason: string;
  readonly items: readonly { readonly field: string; readonly fault: (typeof CORRECTION_FAULTS)[number]; readonly note: string | null }[];
}

interface Filing {
  readonly sequence: number;
  readonly arrivedAt: string;
  readonly hash: string;
  readonly content: Filed;
}

/** An application as stored, with what it answers. */
export interface ApplicationRecord {
  readonly id: string;
  readonly state: ApplicationState;
  readonly reason: string | null;
  readonly version: number;
  readonly title: string;
  readonly organisation: { readonly id: string; readonly name: string; readonly state: string };
  /** Organisations that write it together with the one that leads. */
  readonly partners: readonly Partner[];
  readonly owner: { readonly id: string; readonly name: string };
  readonly call: {
    readonly id: string;
    readonly title: string;
    readonly state: StoredCallState;
    readonly opensAt: string;
    readonly firstClosesAt: string | null;
    readonly closesAt: string;
    readonly firstStep: FirstStep | null;
    readonly documents: readonly {
      readonly id: string;
      readonly label: string;
      readonly help: string | null;
      readonly required: boolean;
    }[];
    readonly eligibility: readonly EligibilityRule[];
    readonly lots: readonly { readonly id: string; readonly name: string; readonly commune: string | null }[];
  } | null;
  readonly site: { readonly id: string; readonly name: string; readonly state: string } | null;
  /** Of a call in two steps, the one it is at: the second from the invitation on. */
  readonly step: CallStep | null;
  readonly form: Form;
  readonly answers: Answers;
  readonly lots: readonly string[];
  readonly sources: Readonly<Record<string, { readonly kind: 'project' | 'application'; readonly name: string }>>;
  readonly files: readonly FileRow[];
  readonly number: string | null;
  /** What the owner has asked to correct, while it is open. */
  readonly correction: CorrectionRow | null;
  readonly lastFiling: Filing | null;
  /** What was filed last at the first of two steps. */
  readonly outline: Filing | null;
  /** The line of its history by which it was invited to the second of two steps. */
  readonly invitation: { readonly id: string; readonly at: string; readonly reason: string; readonly version: number } | null;
  readonly updatedAt: string;
  readonly key: number;
}

const LATEST = '-(extract(epoch from a.updated_at) * 1000000)::bigint';
export const KEEPER = 'coalesce(s.keeper_organisation_id, s.owner_organisation_id)';
const filing = (
  which: string,
) => `(select jsonb_build_object('sequence', g.sequence, 'arrivedAt', g.arrived_at, 'hash', g.content_hash, 'content', g.content)
  from application_filing g where g.application_id = a.id ${which} order by g.sequence desc limit 1)`;
const RECORD = `jsonb_build_object('id', a.id, 'state', a.state, 'reason', a.state_reason, 'version', a.version, 'title', a.title,
  'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'state', o.state),
  'partners', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name) order by x.id) from application_partner ap
                        join organisation x on x.id = ap.organisation_id where ap.application_id = a.id and ap.state = 'accepted'), '[]'),
  'owner', jsonb_build_object('id', w.id, 'name', w.name),
  'call', case when c.id is not null then jsonb_build_object('id', c.id, 'title', c.title, 'state', c.state,
    'opensAt', c.opens_at, 'firstClosesAt', c.first_closes_at, 'closesAt', c.closes_at, 'firstStep', c.first_step, 'documents', c.documents, 'eligibility', c.eligibility,
    'lots', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'commune', t.name) order by l.position)
                      from call_lot l join site p on p.id = l.site_id left join territory t on t.id = p.commune_id where l.call_id = c.id), '[]')) end,
  'site', case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name, 'state', s.state) end,
  'step', case when c.first_step is null then null when a.state in ('invited', 'obsolete') or exists (select 1 from application_filing g
      where g.application_id = a.id and g.content ->> 'step' = 'second') then 'second' else 'first' end,
  'form', coalesce(c.form, a.form), 'answers', a.answers, 'lots', to_jsonb(a.lots), 'sources', a.sources,
  'files', coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'title', f.title, 'type', f.type, 'bytes', f.bytes, 'sha256', f.source_name,
                       'state', f.state, 'refusal', f.refusal, 'at', f.created_at) order by f.id)
                     from application_file f where f.application_id = a.id), '[]'),
  'number', a.number,
  'correction', (select jsonb_build_object('id', r.id, 'askedAt', r.asked_at, 'dueAt', r.due_at, 'reason', r.reason, 'items', r.items)
                 from application_correction r where r.application_id = a.id and r.closed_at is null and a.state = 'correction_requested'),
  'lastFiling', ${filing('')}, 'outline', ${filing(`and g.content ->> 'step' = 'first'`)},
  'invitation', (select jsonb_build_object('id', h.id, 'at', h.at, 'reason', h.reason, 'version', h.version) from application_history h
                 where c.first_step is not null and h.application_id = a.id and h.action = 'invite' order by h.id desc limit 1),
  'updatedAt', a.updated_at, 'key', ${LATEST})`;
const FROM = `application a join organisation o on o.id = a.organisation_id left join call c on c.id = a.call_id
  left join site s on s.id = a.site_id join organisation w on w.id = coalesce(c.organisation_id, ${KEEPER})`;

async function read(tx: EntityManager, rest: string, values: unknown[]): Promise<ApplicationRecord[]> {
  const rows: { application: ApplicationRecord }[] = await tx.query(`select ${RECORD} as application from ${FROM} ${rest}`, values);
  return rows.map((row) => row.application);
}

export async function findApplication(tx: EntityManager, id: string): Promise<ApplicationRecord | null> {
  return (await read(tx, 'where a.id = $1', [id]))[0] ?? null;
}

/** Filings of one file follow one another, however many come at once. */
export async function lockApplication(tx: EntityManager, id: string): Promise<void> {
  await tx.query('select 1 from application where id = $1 for update', [id]);
}

export async function applicationsOfOrganisation(
  tx: EntityManager,
  organisationId: string,
  { cursor, limit }: ApplicationSearch,
): Promise<ApplicationRecord[]> {
  const [afterKey, afterId] = cursor ?? [null, null];
  return read(
    tx,
    `where a.organisation_id = $1 and ($2::bigint is null or (${LATEST}, a.id) > ($2, $3::uuid)) order by ${LATEST}, a.id limit $4`,
    [organisationId, afterKey, afterId, limit + 1],
  );
}

const WORKED_ON_AT_MOST = 200;

/** What is being written or corrected by these organisations, and other files of theirs that are named. */
export async function workedOnBy(
  tx: EntityManager,
  organisations: readonly string[],
  also: readonly string[],
): Promise<ApplicationRecord[]> {
  return read(
    tx,
    `where a.organisation_id = any($1::uuid[]) and (a.state in ('draft', 'filed', 'correction_requested', 'invited') or a.id = any($2::uuid[]))
     order by ${LATEST}, a.id limit ${WORKED_ON_AT_MOST}`,
    [organisations, also],
  );
}

/** Direct requests for the places of an owner, once they were filed. */
export async function requestsToOwner(
  tx: EntityManager,
  ownerId: string,
  { cursor, limit }: ApplicationSearch,
): Promise<ApplicationRecord[]> {
  const [afterKey, afterId] = cursor ?? [null, null];
  return read(
    tx,
    `where a.site_id is not null and ${KEEPER} = $1 and a.number is not null
       and ($2::bigint is null or (${LATEST}, a.id) > ($2, $3::uuid)) order by ${LATEST}, a.id limit $4`,
    [ownerId, afterKey, afterId, limit + 1],
  );
}

const FILES_OF_A_CALL = 1_000;

/** What was filed in answer to a call, in the order of the numbers. */
export async function filedForCall(tx: EntityManager, callId: string): Promise<ApplicationRecord[]> {
  return read(tx, `where a.call_id = $1 and a.number is not null order by a.number limit ${FILES_OF_A_CALL}`, [callId]);
}

export async function countForCall(tx: EntityManager, callId: string): Promise<{ drafts: number; filed: number }> {
  const rows: { drafts: number; filed: number }[] = await tx.query(
    `select count(*) filter (where a.state = case when c.state = 'second_step' then 'invited' else 'draft' end)::int as drafts,
       count(*) filter (where a.number is not null and a.state not in ('withdrawn', 'obsolete'))::int as filed
     from application a join call c on c.id = a.call_id where a.call_id = $1`,
    [callId],
  );
  return rows[0] ?? { drafts: 0, filed: 0 };
}

export interface NewApplication {
  readonly id: string;
  readonly callId: string | null;
  readonly siteId: string | null;
  readonly organisationId: string;
  readonly projectId: string | null;
  readonly title: string;
  readonly answers: Answers;
  readonly lots: readonly string[];
  readonly sources: ApplicationRecord['sources'];
  readonly form: Form | null;
  readonly at: Date;
}

export async function insertApplication(tx: EntityManager, line: NewApplication): Promise<void> {
  await tx.query(
    `insert into application (id, call_id, site_id, organisation_id, project_id, state, title, answers, lots, sources, form, created_at, updated_at)
     values ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, $9, $10, $11, $11)`,
    [
      line.id,
      line.callId,
      line.siteId,
      line.organisationId,
      line.projectId,
      line.title,
      JSON.stringify(line.answers),
      line.lots,
      JSON.stringify(line.sources),
      line.form === null ? null : JSON.stringify(line.form),
      line.at,
    ],
  );
}

/** One that is still alive. */
export async function hasFileFor(tx: EntityManager, callId: string, organisationId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from application where call_id = $1 and organisation_id = $2 and state not in ('withdrawn', 'obsolete') limit 1`,
    [callId, organisationId],
  );
  return rows.length > 0;
}

/** On condition of the version and state that were read. @returns whether it was still so */
export async function writeAnswers(
  tx: EntityManager,
  { id, version, state }: Pick<ApplicationRecord, 'id' | 'version' | 'state'>,
  { answers, lots, sources }: Pick<ApplicationRecord, 'answers' | 'lots' | 'sources'>,
  at: Date,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with written as (update application set version = version + 1, answers = $4, lots = $5, sources = $6, updated_at = $7
     where id = $1 and version = $2 and state = $3 returning 1) select 1 from written`,
    [id, version, state, JSON.stringify(answers), lots, JSON.stringify(sources), at],
  );
  return rows.length === 1;
}

export async function moveApplication(
  tx: EntityManager,
  { id, version, state }: Pick<ApplicationRecord, 'id' | 'version' | 'state'>,
  { to, reason, at }: { readonly to: ApplicationState; readonly reason: string | null; readonly at: Date },
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with moved as (update application set state = $4, state_reason = $5, updated_at = $6
     where id = $1 and version = $2 and state = $3 returning 1) select 1 from moved`,
    [id, version, state, to, reason, at],
  );
  return rows.length === 1;
}

export interface ApplicationHistoryLine {
  readonly id: string;
  readonly applicationId: string;
  readonly at: Date;
  readonly accountId: string | null;
  readonly action: string;
  readonly version: number;
  readonly fromState: ApplicationState | null;
  readonly toState: ApplicationState;
  readonly reason?: string | null;
  readonly changes?: readonly FieldChange[];
}

export async function addApplicationHistory(tx: EntityManager, line: ApplicationHistoryLine): Promise<void> {
  await tx.query(
    `insert into application_history (id, application_id, at, account_id, action, version, from_state, to_state, reason, changes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      line.id,
      line.applicationId,
      line.at,
      line.accountId,
      line.action,
      line.version,
      line.fromState,
      line.toState,
      line.reason ?? null,
      JSON.stringify(line.changes ?? []),
    ],
  );
}

/** The latest first: ids grow with time. */
export async function readApplicationHistory(
  tx: EntityManager,
  applicationId: string,
  { cursor, limit }: ApplicationHistorySearch,
): Promise<ApplicationHistory['items']> {
  return tx.query(
    `select h.id, h.at, h.version, p.display_name as who, h.action, h.from_state as "fromState", h.to_state as "toState", h.reason, h.changes
     from application_history h left join account p on p.id = h.account_id
     where h.application_id = $1 and ($2::uuid is null or h.id < $2) order by h.id desc limit $3`,
    [applicationId, cursor?.[0] ?? null, limit + 1],
  );
}

/** What was written after a version, the oldest first. */
export async function answersSince(tx: EntityManager, applicationId: string, version: number): Promise<FieldChange[][]> {
  const rows: { changes: FieldChange[] }[] = await tx.query(
    `select changes from application_history where application_id = $1 and version > $2 and changes <> '[]' order by version, id`,
    [applicationId, version],
  );
  return rows.map((row) => row.changes);
}
