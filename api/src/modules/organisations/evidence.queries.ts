import type { EntityManager } from 'typeorm';
import type { EvidenceKind, EvidenceState } from './evidence.rules.js';
import type { EvidenceToCheckSearch, EvidenceView } from './evidence.schemas.js';

export interface EvidenceRow extends Omit<EvidenceView, 'standing' | 'warnings'> {
  /** From a register whose licence was never read. */
  readonly membersOnly: boolean;
}

const DECLARED = `e.id, e.kind, e.reference, e.starts_on::text as "startsOn", e.ends_on::text as "endsOn", e.state, null::json as source,
  coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.id) from territory t where t.id = any(e.department_ids)), '[]') as territories,
  e.checked_at as "checkedAt", e.reason, false as "membersOnly"`;

/** What an organisation declares, the longest first, then what registers say of it. */
export async function readEvidence(db: EntityManager, organisationId: string): Promise<EvidenceRow[]> {
  const [declared, registered] = await Promise.all([
    db.query<EvidenceRow[]>(`select ${DECLARED} from organisation_evidence e where e.organisation_id = $1 order by e.ends_on desc, e.id`, [
      organisationId,
    ]),
    db.sql<EvidenceRow[]>`
      select null as id, s.status as kind, null as reference, '[]'::json as territories, null as "startsOn", s.ends_on::text as "endsOn",
             null as state, null as "checkedAt", null as reason, coalesce(d.members_only, true) as "membersOnly",
             json_build_object('dataset', coalesce(d.title, '—'), 'producer', coalesce(d.producer, '—'), 'seenOn', coalesce(s.seen_on, d.as_of)) as source
      from organisation_status s left join dataset d on d.id = s.dataset_id where s.organisation_id = ${organisationId} order by s.status`,
  ]);
  return [...declared, ...registered];
}

export interface EvidenceRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly state: EvidenceState;
}

export async function findEvidence(db: EntityManager, organisationId: string, evidenceId: string): Promise<EvidenceRecord | null> {
  const [found] = await db.sql<EvidenceRecord[]>`
    select id, organisation_id as "organisationId", state from organisation_evidence
    where id = ${evidenceId} and organisation_id = ${organisationId}`;
  return found ?? null;
}

export interface NewEvidence {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: EvidenceKind;
  readonly reference: string | null;
  readonly departmentIds: readonly string[];
  readonly startsOn: string | null;
  readonly endsOn: string;
}

export async function insertEvidence(tx: EntityManager, evidence: NewEvidence, at: Date): Promise<void> {
  await tx.query(
    `insert into organisation_evidence (id, organisation_id, kind, reference, department_ids, starts_on, ends_on, state, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'declared', $8, $8)`,
    [
      evidence.id,
      evidence.organisationId,
      evidence.kind,
      evidence.reference,
      evidence.departmentIds,
      evidence.startsOn,
      evidence.endsOn,
      at,
    ],
  );
}

/** @returns false when it has left that state meanwhile */
export async function moveEvidence(
  tx: EntityManager,
  { id, state }: EvidenceRecord,
  to: EvidenceState,
  reason: string | null,
  at: Date,
): Promise<boolean> {
  const [moved] = await tx.sql<[{ id: string }[], number]>`
    update organisation_evidence set state = ${to}, reason = ${reason}, updated_at = ${at},
      checked_at = case when ${to} = 'checked' then ${at}::timestamptz else checked_at end
    where id = ${id} and state = ${state} returning id`;
  return moved.length > 0;
}

export async function knownDepartments(db: EntityManager, ids: readonly string[]): Promise<string[]> {
  const found = await db.query<{ id: string }[]>(`select id from territory where kind = 'department' and id = any($1) order by id`, [ids]);
  return found.map(({ id }) => id);
}

export interface WaitingEvidence extends EvidenceRow {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly createdAt: Date;
}

/** Oldest first; the cursor is the creation in microseconds of the epoch. */
export function listEvidenceWaiting(
  db: EntityManager,
  { cursor, limit }: EvidenceToCheckSearch,
): Promise<(WaitingEvidence & { key: number })[]> {
  const [afterKey, afterId] = cursor ?? [null, null];
  return db.query(
    `select ${DECLARED}, json_build_object('id', o.id, 'name', o.name) as organisation, e.created_at as "createdAt",
            (extract(epoch from e.created_at) * 1000000)::bigint as key
     from organisation_evidence e join organisation o on o.id = e.organisation_id
     where e.state = 'declared' and o.state in ('claimed', 'verified')
       and ($1::bigint is null or ((extract(epoch from e.created_at) * 1000000)::bigint, e.id) > ($1, $2::uuid))
     order by key, e.id limit $3`,
    [afterKey, afterId, limit + 1],
  );
}

export interface EndingEvidence {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly endsOn: string;
  readonly daysLeft: number;
  readonly organisation: { readonly id: string; readonly name: string };
}

/** Still good, over within so many days, and not followed by another of the same kind for the same departments. */
export function listEnding(db: EntityManager, today: string, withinDays: number): Promise<EndingEvidence[]> {
  return db.sql<EndingEvidence[]>`
    select e.id, e.kind, e.ends_on::text as "endsOn", e.ends_on - ${today}::date as "daysLeft", json_build_object('id', o.id, 'name', o.name) as organisation
    from organisation_evidence e join organisation o on o.id = e.organisation_id
    where e.state in ('declared', 'checked') and e.ends_on between ${today}::date and ${today}::date + ${withinDays}::int
      and not exists (select 1 from organisation_evidence n where n.organisation_id = e.organisation_id and n.kind = e.kind
        and n.state in ('declared', 'checked') and n.ends_on > e.ends_on and n.department_ids @> e.department_ids)
    order by e.ends_on, e.id`;
}
