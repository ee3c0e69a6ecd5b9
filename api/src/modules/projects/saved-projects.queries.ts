import type { EntityManager } from 'typeorm';
import type { Organisation } from './saved-project.view.js';
import { FROM, NEWEST_FIRST, PUBLIC, VIEW } from './projects.queries.js';
import type { Project } from './projects.schemas.js';
import type { HolderAction, ProjectState } from './project.rules.js';
import type { Change, HistorySearch } from '../../platform/http/edit-history.js';
import type { CloseProject, ProjectFields, ProjectHistory, SavedProjectSearch } from './saved-projects.schemas.js';

/** A project with its private part, as stored: who may see which half is decided by the service. */
export interface ProjectRecord extends ProjectFields {
  readonly id: string;
  readonly state: ProjectState;
  readonly version: number;
  readonly public: boolean;
  /** Everyone may see it now. */
  readonly seenByAll: boolean;
  readonly organisation: Organisation;
  readonly closing: { readonly reason: CloseProject['reason']; readonly note: string | null } | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly view: Project;
  readonly key: number;
}

const RECORD = `jsonb_build_object('id', p.id, 'state', p.state, 'version', p.version, 'public', p.public, 'seenByAll', ${PUBLIC},
  'organisation', jsonb_build_object('id', o.id, 'kind', o.kind, 'state', o.state),
  'name', p.name, 'activity', p.activity, 'stage', p.stage, 'need', p.need - 'activity', 'publicSummary', p.public_summary,
  'privateNote', p.private_note, 'jobsPlanned', p.jobs_planned, 'insertionHoursPlanned', p.insertion_hours_planned,
  'residentsServed', p.residents_served,
  'closing', case when p.closing_reason is not null then jsonb_build_object('reason', p.closing_reason, 'note', p.closing_note) end,
  'createdAt', p.created_at, 'updatedAt', p.updated_at, 'view', ${VIEW}, 'key', ${NEWEST_FIRST})`;

export async function findProject(tx: EntityManager, id: string): Promise<ProjectRecord | null> {
  const rows: { project: ProjectRecord }[] = await tx.query(`select ${RECORD} as project from ${FROM} where p.id = $1`, [id]);
  return rows[0]?.project ?? null;
}

export async function listOfOrganisation(
  tx: EntityManager,
  organisationId: string,
  { state, cursor, limit }: SavedProjectSearch,
): Promise<ProjectRecord[]> {
  const [afterKey, afterId] = cursor ?? [null, null];
  const rows: { project: ProjectRecord }[] = await tx.query(
    `select ${RECORD} as project from ${FROM}
     where p.organisation_id = $1 and ($2::text[] is null or p.state = any($2))
       and ($3::bigint is null or (${NEWEST_FIRST}, p.id) > ($3, $4::uuid))
     order by ${NEWEST_FIRST}, p.id limit $5`,
    [organisationId, state?.length ? state : null, afterKey, afterId, limit + 1],
  );
  return rows.map((row) => row.project);
}

export async function findOrganisation(tx: EntityManager, id: string): Promise<Organisation | null> {
  const rows: Organisation[] = await tx.query('select id, kind, state from organisation where id = $1', [id]);
  return rows[0] ?? null;
}

const FIELD_VALUES = ({ need, ...fields }: ProjectFields): unknown[] => [
  fields.name,
  fields.activity,
  fields.stage,
  JSON.stringify(need),
  fields.publicSummary,
  fields.privateNote,
  fields.jobsPlanned,
  fields.insertionHoursPlanned,
  fields.residentsServed,
];

export async function insertProject(tx: EntityManager, id: string, organisationId: string, fields: ProjectFields, at: Date): Promise<void> {
  await tx.query(
    `insert into project (id, organisation_id, state, created_at, updated_at, name, activity, stage, need, public_summary, private_note,
       jobs_planned, insertion_hours_planned, residents_served)
     values ($1, $2, 'draft', $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [id, organisationId, at, ...FIELD_VALUES(fields)],
  );
}

/** On condition that the project is still the one that was read. @returns whether it was */
export async function editProject(
  tx: EntityManager,
  { id, version, state }: ProjectRecord,
  fields: ProjectFields,
  at: Date,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with edited as (update project set version = version + 1, updated_at = $4, name = $5, activity = $6, stage = $7, need = $8, public_summary = $9,
       private_note = $10, jobs_planned = $11, insertion_hours_planned = $12, residents_served = $13
     where id = $1 and version = $2 and state = $3 returning 1) select 1 from edited`,
    [id, version, state, at, ...FIELD_VALUES(fields)],
  );
  return rows.length === 1;
}

/** On condition of the state that was read; a project that leaves `closed` forgets why it was. */
export async function moveProject(
  tx: EntityManager,
  { id, state }: ProjectRecord,
  to: ProjectState,
  closing: CloseProject | null,
  at: Date,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with moved as (update project set state = $3, closing_reason = $4, closing_note = $5, updated_at = $6
     where id = $1 and state = $2 returning 1) select 1 from moved`,
    [id, state, to, closing?.reason ?? null, closing?.note ?? null, at],
  );
  return rows.length === 1;
}

/** On condition that it was not so already and that nothing else moved. */
export async function showProject(tx: EntityManager, { id, state, version }: ProjectRecord, shown: boolean, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with shown as (update project set public = $4, updated_at = $5 where id = $1 and state = $2 and version = $3 and public <> $4 returning 1)
     select 1 from shown`,
    [id, state, version, shown, at],
  );
  return rows.length === 1;
}

export interface HistoryLine {
  readonly id: string;
  readonly projectId: string;
  readonly version: number;
  readonly at: Date;
  readonly accountId: string;
  readonly action: 'create' | 'edit' | HolderAction | 'show' | 'hide';
  readonly fromState: ProjectState | null;
  readonly toState: ProjectState;
  readonly reason?: string | null;
  readonly note?: string | null;
  readonly changes?: readonly Change[];
}

export async function addHistory(tx: EntityManager, line: HistoryLine): Promise<void> {
  await tx.query(
    `insert into project_history (id, project_id, version, at, account_id, action, from_state, to_state, reason, note, changes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      line.id,
      line.projectId,
      line.version,
      line.at,
      line.accountId,
      line.action,
      line.fromState,
      line.toState,
      line.reason ?? null,
      line.note ?? null,
      JSON.stringify(line.changes ?? []),
    ],
  );
}

/** The latest first: ids grow with time. */
export async function readHistory(
  tx: EntityManager,
  projectId: string,
  { cursor, limit }: HistorySearch,
): Promise<ProjectHistory['items']> {
  return tx.query(
    `select h.id, h.at, h.version, a.display_name as who, h.action, h.from_state as "fromState", h.to_state as "toState", h.reason, h.note,
       h.changes
     from project_history h left join account a on a.id = h.account_id
     where h.project_id = $1 and ($2::uuid is null or h.id < $2) order by h.id desc limit $3`,
    [projectId, cursor?.[0] ?? null, limit + 1],
  );
}

/** What was edited after a version, the oldest first. */
export async function editsSince(tx: EntityManager, projectId: string, version: number): Promise<Change[][]> {
  const rows: { changes: Change[] }[] = await tx.query(
    'select changes from project_history where project_id = $1 and version > $2 order by version, at',
    [projectId, version],
  );
  return rows.map((row) => row.changes);
}
