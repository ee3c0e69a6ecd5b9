import type { EntityManager } from 'typeorm';
import type { SiteState } from '../site.vocabulary.js';
import type { SheetToMerge, SiteTwins } from './site-merges.schemas.js';

/** Two people who merge the same sheets take turns, whichever way round they do it. */
export async function lockSites(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query('select 1 from site where id = any($1::uuid[]) order by id for update', [ids]);
}

type Carried = Pick<SheetToMerge, 'sources' | 'photosCount' | 'documentsCount'>;

/** What hangs on a sheet, to be shown before it is merged. */
export async function hangingOn(tx: EntityManager, siteId: string): Promise<Carried> {
  const rows: Carried[] = await tx.query(
    `select coalesce((select array_agg(distinct d.title order by d.title) from site_source x join dataset d on d.id = x.dataset_id
                      where x.site_id = $1), '{}') as sources,
       (select count(*)::int from site_media m where m.site_id = $1 and m.kind = 'photo' and ${LIVING}) as "photosCount",
       (select count(*)::int from site_media m where m.site_id = $1 and m.kind = 'document' and ${LIVING}) as "documentsCount"`,
    [siteId],
  );
  if (rows[0] === undefined) throw new Error('A query of aggregates answers one row');
  return rows[0];
}

const LIVING = `m.state in ('received', 'checked', 'available')`;
/** What is private to one organisation does not become another's by a merge. */
const MAY_GO = `(m.visibility = 'public' or m.organisation_id = $3)`;

export async function countPrivateLeft(tx: EntityManager, otherId: string, organisationId: string | null): Promise<number> {
  const rows: { left: number }[] = await tx.query(
    `select count(*)::int as left from site_media m where m.site_id = $1 and ${LIVING} and m.visibility <> 'public'
       and m.organisation_id is distinct from $2`,
    [otherId, organisationId],
  );
  return rows[0]?.left ?? 0;
}

interface ProvenanceLine {
  readonly field: string;
  readonly sourceId: string;
  readonly sourceDate: string | null;
}
/** What went along, so that it can come back. */
export interface Carrying {
  readonly sources: readonly string[];
  readonly media: readonly { readonly id: string; readonly position: number }[];
  readonly roles: readonly string[];
  readonly provenance: readonly ProvenanceLine[];
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

export async function carry(
  tx: EntityManager,
  { staysId, otherId, organisationId }: { readonly staysId: string; readonly otherId: string; readonly organisationId: string | null },
): Promise<Omit<Carrying, 'provenance'>> {
  const sources: { id: string }[] = await tx.query(
    `with moved as (update site_source set site_id = $1 where site_id = $2 returning id) select id from moved`,
    [staysId, otherId],
  );
  const media: Carrying['media'] = await tx.query(
    `with last as (select coalesce(max(position), 0) as position from site_media where site_id = $1),
     before as (select m.id, m.position from site_media m where m.site_id = $2 and ${LIVING} and ${MAY_GO}),
     moved as (update site_media m set site_id = $1, position = last.position + m.position from last, before where m.id = before.id returning m.id)
     select before.id, before.position from before join moved using (id) order by before.position, before.id`,
    [staysId, otherId, organisationId],
  );
  const roles: { id: string }[] = await tx.query(
    `with moved as (
       update site_role r set site_id = $1 where r.site_id = $2 and not exists (
         select from site_role own where own.site_id = $1 and own.organisation_id = r.organisation_id
           and own.state = r.state and r.state in ('declared', 'checked'))
       returning id) select id from moved`,
    [staysId, otherId],
  );
  await tx.query(
    `update favourite f set site_id = $1, from_site_id = $2 where f.site_id = $2
       and not exists (select from favourite own where own.site_id = $1 and own.account_id = f.account_id)`,
    [staysId, otherId],
  );
  return { sources: idsOf(sources), media, roles: idsOf(roles) };
}

export async function carryBack(tx: EntityManager, staysId: string, otherId: string, carried: Carrying): Promise<void> {
  const back = (table: string, ids: readonly string[]) =>
    tx.query(`update ${table} set site_id = $2 where site_id = $1 and id = any($3::uuid[])`, [staysId, otherId, ids]);
  await back('site_source', carried.sources);
  await back('site_role', carried.roles);
  await tx.query(
    `update site_media m set site_id = $2, position = o.position from jsonb_to_recordset($3::jsonb) as o(id uuid, position int)
     where m.id = o.id and m.site_id = $1`,
    [staysId, otherId, JSON.stringify(carried.media)],
  );
  await tx.query(`update favourite set site_id = $2, from_site_id = null where site_id = $1 and from_site_id = $2`, [staysId, otherId]);
}

export function provenanceOf(tx: EntityManager, siteId: string): Promise<ProvenanceLine[]> {
  return tx.query(
    `select field, source_id as "sourceId", to_char(source_date, 'YYYY-MM-DD') as "sourceDate" from site_provenance where site_id = $1 order by field`,
    [siteId],
  );
}

/** Of the fields that changed, those taken from the other sheet keep the source they had there. */
export async function takeProvenance(tx: EntityManager, staysId: string, otherId: string, fields: readonly string[]): Promise<void> {
  await tx.query('delete from site_provenance where site_id = $1 and field = any($2)', [staysId, fields]);
  await tx.query(
    `insert into site_provenance (site_id, field, source_id, source_date)
     select $1, v.field, v.source_id, v.source_date from site_provenance v where v.site_id = $2 and v.field = any($3)`,
    [staysId, otherId, fields],
  );
}

export async function putBackProvenance(tx: EntityManager, siteId: string, lines: readonly ProvenanceLine[]): Promise<void> {
  await tx.query('delete from site_provenance where site_id = $1', [siteId]);
  await tx.query(
    `insert into site_provenance (site_id, field, source_id, source_date)
     select $1, r.field, r."sourceId", r."sourceDate" from jsonb_to_recordset($2::jsonb) as r(field text, "sourceId" uuid, "sourceDate" date)`,
    [siteId, JSON.stringify(lines)],
  );
}

interface Standing {
  readonly id: string;
  readonly state: SiteState;
  readonly version: number;
}

/** On condition of what was read. A sheet that was closed already keeps its reason and its date. */
export async function closeInto(tx: EntityManager, { id, state, version }: Standing, intoId: string, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with closed as (update site set merged_into = $4, state = 'closed', updated_at = $5,
       state_reason = case when state = 'closed' then state_reason else 'duplicate' end,
       state_changed_at = case when state = 'closed' then state_changed_at else $5 end
     where id = $1 and state = $2 and version = $3 and merged_into is null returning 1) select 1 from closed`,
    [id, state, version, intoId, at],
  );
  return rows.length === 1;
}

export async function comeOut(tx: EntityManager, id: string): Promise<void> {
  await tx.query('update site set merged_into = null where id = $1', [id]);
}

export interface NewMerge {
  readonly id: string;
  readonly staysId: string;
  readonly otherId: string;
  readonly at: Date;
  readonly staysAct: string;
  readonly otherAct: string;
  readonly carried: Carrying;
}

export async function insertMerge(tx: EntityManager, merge: NewMerge): Promise<void> {
  await tx.query(
    `insert into site_merge (id, site_id, merged_id, at, site_act, merged_act, carried, left_at)
     select $1, s.id, $3, $4, $5, $6, $7, s.updated_at from site s where s.id = $2`,
    [merge.id, merge.staysId, merge.otherId, merge.at, merge.staysAct, merge.otherAct, JSON.stringify(merge.carried)],
  );
}

export interface MergeRow {
  readonly id: string;
  readonly staysId: string;
  readonly otherId: string;
  readonly at: Date;
  readonly staysAct: string;
  readonly otherAct: string;
  readonly carried: Carrying;
  readonly undoneAt: Date | null;
  /** Nothing has been written to either sheet since. */
  readonly stands: boolean;
}

const STANDS = `(s.updated_at = g.left_at
  and not exists (select from site_history h where h.site_id = g.site_id and h.id > g.site_act)
  and not exists (select from site_history h where h.site_id = g.merged_id and h.id > g.merged_act))`;

export async function findMerge(tx: EntityManager, id: string): Promise<MergeRow | null> {
  const rows: MergeRow[] = await tx.query(
    `select g.id, g.site_id as "staysId", g.merged_id as "otherId", g.at, g.site_act as "staysAct", g.merged_act as "otherAct", g.carried,
       g.undone_at as "undoneAt", ${STANDS} as stands
     from site_merge g join site s on s.id = g.site_id where g.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

export async function markUndone(tx: EntityManager, id: string, at: Date): Promise<void> {
  await tx.query('update site_merge set undone_at = $2 where id = $1', [id, at]);
}

type MergedSheet = Omit<SiteTwins['merged'][number], 'at' | 'undoUntil'> & Pick<MergeRow, 'at' | 'undoneAt' | 'stands'>;

export function mergesOf(tx: EntityManager, siteId: string): Promise<MergedSheet[]> {
  return tx.query(
    `select g.id as merge, o.id, o.name, g.at, g.undone_at as "undoneAt", ${STANDS} as stands
     from site_merge g join site s on s.id = g.site_id join site o on o.id = g.merged_id
     where g.site_id = $1 and g.undone_at is null order by g.at desc, g.id`,
    [siteId],
  );
}

/** Where a sheet that went into another is now, through all that followed. */
export async function whereItWent(tx: EntityManager, siteId: string): Promise<string | null> {
  const rows: { id: string }[] = await tx.query(
    `with recursive way as (
       select id, merged_into, 0 as steps from site where id = $1
       union all select s.id, s.merged_into, steps + 1 from way join site s on s.id = way.merged_into where steps < 50)
     select id from way where merged_into is null and steps > 0`,
    [siteId],
  );
  return rows[0]?.id ?? null;
}
