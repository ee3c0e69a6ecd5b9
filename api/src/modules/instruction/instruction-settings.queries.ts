import type { EntityManager } from 'typeorm';
import type { InstructionSettings } from './instruction-settings.schemas.js';

type Settings = Omit<InstructionSettings, 'canWrite'>;

export async function settingsOf(tx: EntityManager, organisationId: string, accountId: string): Promise<Settings> {
  const labels: Settings['labels'] = await tx.query(
    `select id, name, colour from instruction_label where organisation_id = $1 and removed_at is null order by lower(name)`,
    [organisationId],
  );
  const agents: Settings['agents'] = await tx.query(
    `select p.id, p.display_name as name, p.id = $2 as "isMe" from membership m join account p on p.id = m.account_id
     where m.organisation_id = $1 and m.role in ('editor', 'administrator') and p.state = 'active' order by p.id <> $2, p.display_name, p.id`,
    [organisationId, accountId],
  );
  const views: Settings['views'] = await tx.query(
    `select v.id, v.name, v.search, v.shared, v.account_id = $2 as "isMine", p.display_name as who
     from instruction_view v join account p on p.id = v.account_id
     where v.organisation_id = $1 and (v.account_id = $2 or v.shared) order by v.account_id <> $2, lower(v.name), v.id`,
    [organisationId, accountId],
  );
  return { labels, agents, views };
}

export interface LabelRow {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly colour: string;
}

export async function findLabel(tx: EntityManager, id: string): Promise<LabelRow | null> {
  const rows: LabelRow[] = await tx.query(
    `select id, organisation_id as "organisationId", name, colour from instruction_label where id = $1 and removed_at is null for update`,
    [id],
  );
  return rows[0] ?? null;
}

export async function insertLabel(tx: EntityManager, line: LabelRow, at: Date): Promise<void> {
  await tx.query(`insert into instruction_label (id, organisation_id, name, colour, created_at) values ($1, $2, $3, $4, $5)`, [
    line.id,
    line.organisationId,
    line.name,
    line.colour,
    at,
  ]);
}

export async function writeLabel(tx: EntityManager, { id, name, colour }: LabelRow, removedAt: Date | null): Promise<void> {
  await tx.query(`update instruction_label set name = $2, colour = $3, removed_at = $4 where id = $1`, [id, name, colour, removedAt]);
}

export async function writeView(
  tx: EntityManager,
  line: Readonly<Record<'id' | 'organisationId' | 'accountId' | 'name' | 'search', string>> & {
    readonly shared: boolean;
    readonly at: Date;
  },
): Promise<void> {
  await tx.query(
    `insert into instruction_view (id, organisation_id, account_id, name, search, shared, created_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict on constraint instruction_view_named_once do update set search = excluded.search, shared = excluded.shared`,
    [line.id, line.organisationId, line.accountId, line.name, line.search, line.shared, line.at],
  );
}

export async function findView(tx: EntityManager, id: string): Promise<{ organisationId: string; accountId: string } | null> {
  const rows: { organisationId: string; accountId: string }[] = await tx.query(
    `select organisation_id as "organisationId", account_id as "accountId" from instruction_view where id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export async function deleteView(tx: EntityManager, id: string): Promise<void> {
  await tx.query('delete from instruction_view where id = $1', [id]);
}
