import type { EntityManager } from 'typeorm';
import type { LegalAnswers } from './legal.schemas.js';
import type { LEGAL_ROLES, Path, Step, StrictReason } from './legal.vocabulary.js';
import type { PathRuleId } from './legal-path.rules.js';
import type { OwnerKind } from '../sites/site.vocabulary.js';

/** Of what a procedure is about: a call, or an application. */
export type Subject = { readonly callId: string } | { readonly applicationId: string };

export interface AnswerRow {
  readonly version: number;
  readonly at: string;
  readonly who: string | null;
  readonly answers: LegalAnswers;
  readonly rule: PathRuleId;
  readonly path: Path;
  readonly strictBecause: readonly StrictReason[];
  readonly reason: string | null;
}

export interface StepRow {
  readonly step: Step;
  readonly at: string;
  readonly who: string | null;
  readonly doneOn: string;
  readonly reference: string;
  readonly note: string | null;
}

export interface ProcedureRow {
  readonly id: string;
  readonly organisationId: string;
  readonly callId: string | null;
  readonly applicationId: string | null;
  readonly version: number;
  readonly origin: 'called' | 'spontaneous';
  readonly answers: readonly AnswerRow[];
  readonly steps: readonly StepRow[];
  readonly notices: readonly {
    readonly id: string;
    readonly kind: 'call' | 'interest' | 'motive';
    readonly opensAt: string;
    readonly closesAt: string;
    readonly withdrawn: boolean;
  }[];
}

const RECORD = `jsonb_build_object('id', p.id, 'organisationId', p.organisation_id, 'callId', p.call_id, 'applicationId', p.application_id, 'version', p.version,
  'origin', case when p.call_id is null then 'spontaneous' else 'called' end,
  'answers', (select jsonb_agg(jsonb_build_object('version', a.version, 'at', a.at, 'who', w.display_name, 'answers', a.answers, 'rule', a.rule,
      'path', a.path, 'strictBecause', to_jsonb(a.strict_because), 'reason', a.reason) order by a.version desc)
    from legal_answer a left join account w on w.id = a.account_id where a.procedure_id = p.id),
  'steps', coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'at', s.at, 'who', w.display_name, 'doneOn', s.done_on,
      'reference', s.reference, 'note', s.note))
    from legal_step s left join account w on w.id = s.account_id where s.procedure_id = p.id), '[]'),
  'notices', coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'opensAt', n.opens_at, 'closesAt', n.closes_at,
      'withdrawn', n.withdrawn_at is not null) order by n.id) from legal_notice n where n.procedure_id = p.id), '[]'))`;

async function one(tx: EntityManager, where: string, value: string): Promise<ProcedureRow | null> {
  const rows: { procedure: ProcedureRow }[] = await tx.query(`select ${RECORD} as procedure from legal_procedure p where ${where}`, [
    value,
  ]);
  return rows[0]?.procedure ?? null;
}

/** An application that answers a call follows the procedure of the call. */
export function findProcedureOf(tx: EntityManager, subject: Subject): Promise<ProcedureRow | null> {
  if ('callId' in subject) return one(tx, 'p.call_id = $1', subject.callId);
  return one(tx, 'p.application_id = $1 or p.call_id = (select a.call_id from application a where a.id = $1)', subject.applicationId);
}

export function findProcedure(tx: EntityManager, id: string): Promise<ProcedureRow | null> {
  return one(tx, 'p.id = $1', id);
}

/** A call by zone names no place of its owner: no title is granted by it. */
export async function grantsNoPlace(tx: EntityManager, subject: Subject): Promise<boolean> {
  const [byCall, value] = 'callId' in subject ? [true, subject.callId] : [false, subject.applicationId];
  const rows: { none: boolean }[] = await tx.query(
    `select c.id is not null and not exists (select 1 from call_lot l where l.call_id = c.id) as none
     from (select ${byCall ? '$1::uuid' : '(select a.call_id from application a where a.id = $1)'} as id) asked left join call c on c.id = asked.id`,
    [value],
  );
  return rows[0]?.none ?? false;
}

export async function insertProcedure(
  tx: EntityManager,
  { id, organisationId, ...subject }: Subject & { readonly id: string; readonly organisationId: string },
): Promise<void> {
  const [callId, applicationId] = 'callId' in subject ? [subject.callId, null] : [null, subject.applicationId];
  await tx.query(`insert into legal_procedure (id, call_id, application_id, organisation_id, version) values ($1, $2, $3, $4, 1)`, [
    id,
    callId,
    applicationId,
    organisationId,
  ]);
}

/** On condition of the version that was read. */
export async function nextVersion(tx: EntityManager, id: string, version: number): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with moved as (update legal_procedure set version = version + 1 where id = $1 and version = $2 returning 1) select 1 from moved`,
    [id, version],
  );
  return rows.length === 1;
}

export async function insertAnswer(
  tx: EntityManager,
  line: Omit<AnswerRow, 'at' | 'who'> & { readonly procedureId: string; readonly at: Date; readonly accountId: string },
): Promise<void> {
  await tx.query(
    `insert into legal_answer (procedure_id, version, at, account_id, answers, rule, path, strict_because, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      line.procedureId,
      line.version,
      line.at,
      line.accountId,
      JSON.stringify(line.answers),
      line.rule,
      line.path,
      line.strictBecause,
      line.reason,
    ],
  );
}

/** @returns false when it was noted before */
export async function insertStep(
  tx: EntityManager,
  line: {
    readonly procedureId: string;
    readonly step: Step;
    readonly at: Date;
    readonly accountId: string | null;
    readonly doneOn: string;
    readonly reference: string;
    readonly note: string | null;
  },
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with added as (insert into legal_step (procedure_id, step, at, account_id, done_on, reference, note) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (procedure_id, step) do nothing returning 1) select 1 from added`,
    [line.procedureId, line.step, line.at, line.accountId, line.doneOn, line.reference, line.note],
  );
  return rows.length === 1;
}

export interface SheetRow {
  readonly id: string;
  readonly name: string;
  readonly role: (typeof LEGAL_ROLES)[number] | null;
  readonly status: 'public_domain' | 'private_domain' | null;
  readonly ownerKind: OwnerKind | null;
  readonly act: string | null;
  readonly actDate: string | null;
  readonly actReference: string | null;
}

/** What the sheets of places say of the questions. */
export async function sheetsOf(tx: EntityManager, siteIds: readonly string[]): Promise<SheetRow[]> {
  return tx.query(
    `select id, name, agent_role as role, property_status as status, owner_kind as "ownerKind", property_act as act, property_act_date as "actDate",
       property_act_reference as "actReference"
     from site where id = any($1::uuid[]) order by id`,
    [siteIds],
  );
}
