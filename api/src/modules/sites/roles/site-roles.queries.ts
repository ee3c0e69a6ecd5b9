import type { EntityManager } from 'typeorm';
import type { AgentRole } from '../site.vocabulary.js';
import type { HeldRole, SiteRoleState } from './site-role.rules.js';
import type { AgentRoleView, DeclareRole, RolesSearch } from './site-roles.schemas.js';

export type RoleRow = Omit<AgentRoleView, 'actions' | 'mayAward'>;

const HISTORY = `
  select jsonb_agg(jsonb_build_object('at', h.at, 'who', a.display_name, 'action', h.action, 'fromState', h.from_state, 'toState', h.to_state,
    'reason', h.reason) order by h.id desc)
  from site_role_history h left join account a on a.id = h.account_id where h.site_role_id = r.id`;
const ROW = `jsonb_build_object('id', r.id, 'site', jsonb_build_object('id', s.id, 'name', s.name),
  'organisation', jsonb_build_object('id', o.id, 'name', o.name), 'role', r.role, 'until', r.until,
  'proof', case when r.proof_text is not null and r.proof_date is not null then
    jsonb_build_object('text', r.proof_text, 'reference', r.proof_reference, 'date', r.proof_date) end,
  'state', r.state, 'reason', r.reason, 'version', r.version, 'declaredAt', r.declared_at, 'decidedAt', r.decided_at,
  'history', coalesce((${HISTORY}), '[]'))`;
const FROM = 'site_role r join site s on s.id = r.site_id join organisation o on o.id = r.organisation_id';

const rolesOf = (rows: readonly { role: RoleRow }[]): RoleRow[] => rows.map(({ role }) => role);

export async function findRole(tx: EntityManager, id: string): Promise<RoleRow | null> {
  return rolesOf(await tx.query(`select ${ROW} as role from ${FROM} where r.id = $1`, [id]))[0] ?? null;
}

/** @param organisationIds null = of all organisations */
export async function rolesOfSite(tx: EntityManager, siteId: string, organisationIds: readonly string[] | null): Promise<RoleRow[]> {
  return rolesOf(
    await tx.query(
      `select ${ROW} as role from ${FROM} where r.site_id = $1 and ($2::uuid[] is null or r.organisation_id = any($2)) order by r.id desc`,
      [siteId, organisationIds],
    ),
  );
}

export async function rolesToCheck(tx: EntityManager, { cursor, limit }: RolesSearch): Promise<RoleRow[]> {
  return rolesOf(
    await tx.query(
      `select ${ROW} as role from ${FROM} where r.state = 'declared' and ($1::uuid is null or r.id > $1) order by r.id limit $2`,
      [cursor?.[0] ?? null, limit + 1],
    ),
  );
}

/** May this organisation know of the place: everyone sees it, or the organisation owns it or already speaks for it. */
export async function isSiteKnownTo(tx: EntityManager, siteId: string, organisationId: string | null): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from site s where s.id = $1 and (exists (select 1 from site_listing l where l.site_id = s.id) or $2 in (s.owner_organisation_id, s.keeper_organisation_id)
       or exists (select 1 from site_role r where r.site_id = s.id and r.organisation_id = $2))`,
    [siteId, organisationId],
  );
  return rows.length === 1;
}

export async function kindOfOrganisation(tx: EntityManager, id: string): Promise<string | null> {
  const rows: { kind: string }[] = await tx.query('select kind from organisation where id = $1', [id]);
  return rows[0]?.kind ?? null;
}

/** One declaration waits per organisation and place: declaring again rewrites it. @returns its id */
export async function declareRole(tx: EntityManager, id: string, siteId: string, input: DeclareRole, at: Date): Promise<string> {
  const { organisationId, role, until, proof } = input;
  const rows: { id: string }[] = await tx.query(
    `insert into site_role as r (id, site_id, organisation_id, role, until, proof_text, proof_reference, proof_date, state, declared_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'declared', $9)
     on conflict (site_id, organisation_id) where state = 'declared' do update set role = excluded.role, until = excluded.until,
       proof_text = excluded.proof_text, proof_reference = excluded.proof_reference, proof_date = excluded.proof_date,
       declared_at = excluded.declared_at, version = r.version + 1
     returning id`,
    [id, siteId, organisationId, role, until ?? null, proof?.text ?? null, proof?.reference ?? null, proof?.date ?? null, at],
  );
  return rows[0]?.id ?? id;
}

/** On condition of what was read. @returns whether it was still so */
export async function moveRole(
  tx: EntityManager,
  { id, state, version }: RoleRow,
  to: SiteRoleState,
  reason: string | null,
  at: Date,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with moved as (update site_role set state = $4, reason = $5, decided_at = case when $4 = 'ended' then decided_at else $6 end,
       ended_at = case when $4 = 'ended' then $6 end
     where id = $1 and state = $2 and version = $3 returning 1) select 1 from moved`,
    [id, state, version, to, reason, at],
  );
  return rows.length === 1;
}

export async function checkedRoleOf(tx: EntityManager, siteId: string, organisationId: string): Promise<RoleRow | null> {
  const where = `r.site_id = $1 and r.organisation_id = $2 and r.state = 'checked'`;
  return rolesOf(await tx.query(`select ${ROW} as role from ${FROM} where ${where}`, [siteId, organisationId]))[0] ?? null;
}

export async function rolesPastTheirTerm(tx: EntityManager, day: string): Promise<RoleRow[]> {
  return rolesOf(await tx.query(`select ${ROW} as role from ${FROM} where r.state = 'checked' and r.until < $1 order by r.id`, [day]));
}

/** Decisions on one place take turns; the first one keeps what was said of the agent before any record. */
export async function lockSite(tx: EntityManager, siteId: string): Promise<void> {
  await tx.query('select 1 from site where id = $1 for update', [siteId]);
  await tx.query(
    `update site set agent_role_unrecorded = agent_role where id = $1 and agent_role is not null and agent_role_unrecorded is null
       and not exists (select 1 from site_role where site_id = $1 and state in ('checked', 'ended') and decided_at is not null)`,
    [siteId],
  );
}

export async function readStanding(tx: EntityManager, siteId: string): Promise<{ held: HeldRole[]; unrecorded: AgentRole | null }> {
  const held: HeldRole[] = await tx.query(`select state, role, until from site_role where site_id = $1 and state = 'checked'`, [siteId]);
  const rows: { unrecorded: AgentRole | null }[] = await tx.query('select agent_role_unrecorded as unrecorded from site where id = $1', [
    siteId,
  ]);
  return { held, unrecorded: rows[0]?.unrecorded ?? null };
}

export async function saveAgentRole(tx: EntityManager, siteId: string, role: AgentRole | null, at: Date): Promise<void> {
  await tx.query('update site set agent_role = $2, updated_at = $3 where id = $1 and agent_role is distinct from $2', [siteId, role, at]);
}

export interface RoleHistoryLine {
  readonly id: string;
  readonly roleId: string;
  readonly at: Date;
  readonly accountId: string | null;
  readonly action: string;
  readonly fromState: SiteRoleState | null;
  readonly toState: SiteRoleState;
  readonly reason: string | null;
  readonly declared: Pick<DeclareRole, 'role' | 'until' | 'proof'> | null;
}

export async function addRoleHistory(tx: EntityManager, line: RoleHistoryLine): Promise<void> {
  await tx.query(
    `insert into site_role_history (id, site_role_id, at, account_id, action, from_state, to_state, reason, declared)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      line.id,
      line.roleId,
      line.at,
      line.accountId,
      line.action,
      line.fromState,
      line.toState,
      line.reason,
      line.declared === null ? null : JSON.stringify(line.declared),
    ],
  );
}
