import type { EntityManager } from 'typeorm';

export interface ActRow {
  readonly id: string;
  readonly applicationId: string;
  readonly accountId: string;
  readonly at: Date;
  readonly action: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export async function insertAct(tx: EntityManager, line: ActRow): Promise<void> {
  await tx.query(`insert into instruction_act (id, application_id, account_id, at, action, facts) values ($1, $2, $3, $4, $5, $6)`, [
    line.id,
    line.applicationId,
    line.accountId,
    line.at,
    line.action,
    JSON.stringify(line.facts),
  ]);
}

export interface FoundAct extends ActRow {
  readonly isUndone: boolean;
  readonly isFollowed: boolean;
}

/** An act, and whether another of its kind or a move of the file came after it. */
export async function findAct(tx: EntityManager, id: string): Promise<FoundAct | null> {
  const rows: FoundAct[] = await tx.query(
    `select t.id, t.application_id as "applicationId", t.account_id as "accountId", t.at, t.action, t.facts,
       exists (select 1 from instruction_act x where x.application_id = t.application_id and x.action = 'undo' and x.facts ->> 'undoes' = t.id::text) as "isUndone",
       case when t.action in ('admit', 'requestCorrection', 'shortlist')
         then exists (select 1 from application_history h where h.application_id = t.application_id and h.id > t.id
                      and h.from_state is distinct from h.to_state)
           or exists (select 1 from instruction_act x where x.application_id = t.application_id and x.id > t.id
                      and x.action = 'shortlist' and t.action = 'shortlist')
         else exists (select 1 from instruction_act x where x.application_id = t.application_id and x.id > t.id
                      and x.action in ('assign', 'unassign') and t.action in ('assign', 'unassign'))
           or exists (select 1 from instruction_act x where x.application_id = t.application_id and x.id > t.id
                      and x.action in ('label', 'unlabel') and t.action in ('label', 'unlabel')) end as "isFollowed"
     from instruction_act t where t.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** @returns those that were not there before */
export async function addAgents(tx: EntityManager, applicationId: string, agents: readonly string[], at: Date): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `with added as (insert into instruction_assignment (application_id, account_id, at) select $1, x, $3 from unnest($2::uuid[]) x
     on conflict do nothing returning account_id as id) select id from added order by id`,
    [applicationId, agents, at],
  );
  return rows.map(({ id }) => id);
}

/** @returns those that were there */
export async function takeOffAgents(tx: EntityManager, applicationId: string, agents: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `with gone as (delete from instruction_assignment where application_id = $1 and account_id = any($2::uuid[]) returning account_id as id)
     select id from gone order by id`,
    [applicationId, agents],
  );
  return rows.map(({ id }) => id);
}

export async function addLabels(tx: EntityManager, applicationId: string, labels: readonly string[], at: Date): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `with added as (insert into instruction_labelled (application_id, label_id, at) select $1, x, $3 from unnest($2::uuid[]) x
     on conflict do nothing returning label_id as id) select id from added order by id`,
    [applicationId, labels, at],
  );
  return rows.map(({ id }) => id);
}

export async function takeOffLabels(tx: EntityManager, applicationId: string, labels: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `with gone as (delete from instruction_labelled where application_id = $1 and label_id = any($2::uuid[]) returning label_id as id)
     select id from gone order by id`,
    [applicationId, labels],
  );
  return rows.map(({ id }) => id);
}

/** Of these accounts, those who may examine files of this organisation. */
export async function agentsAmong(tx: EntityManager, organisationId: string, accounts: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select m.account_id as id from membership m join account p on p.id = m.account_id
     where m.organisation_id = $1 and m.account_id = any($2::uuid[]) and m.role in ('editor', 'administrator') and p.state = 'active'`,
    [organisationId, accounts],
  );
  return rows.map(({ id }) => id);
}

export async function labelsAmong(tx: EntityManager, organisationId: string, labels: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select id from instruction_label where organisation_id = $1 and id = any($2::uuid[]) and removed_at is null`,
    [organisationId, labels],
  );
  return rows.map(({ id }) => id);
}
