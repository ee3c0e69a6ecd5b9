import type { EntityManager } from 'typeorm';
import type { Change, HistorySearch } from '../../../platform/http/edit-history.js';
import type { SiteState } from '../site.vocabulary.js';
import { KEEPER } from './kept-sites.queries.js';
import type { SiteHistory } from './kept-site.schemas.js';

export interface SiteHistoryLine {
  readonly id: string;
  readonly siteId: string;
  readonly at: Date;
  readonly accountId: string | null;
  readonly action: string;
  readonly version: number;
  readonly fromState: SiteState | null;
  readonly toState: SiteState;
  readonly reason?: string | null;
  readonly note?: string | null;
  readonly changes?: readonly Change[];
}

export async function addSiteHistory(tx: EntityManager, line: SiteHistoryLine): Promise<void> {
  await tx.query(
    `insert into site_history (id, site_id, at, actor, account_id, action, version, from_state, to_state, reason, note, changes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      line.id,
      line.siteId,
      line.at,
      line.accountId === null ? 'system' : 'person',
      line.accountId,
      line.action,
      line.version,
      line.fromState,
      line.toState,
      line.reason ?? null,
      line.note ?? null,
      JSON.stringify(line.changes ?? []),
    ],
  );
}

/** The latest first: ids grow with time. With what happened to the sheets that went into this one, when the same organisation kept them. */
export async function readSiteHistory(tx: EntityManager, siteId: string, { cursor, limit }: HistorySearch): Promise<SiteHistory['items']> {
  return tx.query(
    `select h.id, h.at, case when h.site_id = $1 then h.version end as version, a.display_name as who, o.name as "of",
       coalesce(h.action, h.actor) as action, h.from_state as "fromState", h.to_state as "toState", h.reason, h.note, h.changes,
       p.id is not null as proposed, p.credit
     from site_history h left join account a on a.id = h.account_id left join site_proposal p on p.act_id = h.id
       left join site o on o.id = h.site_id and h.site_id <> $1
     where (h.site_id = $1 or h.site_id in (
         select went.id from site went join site s on s.id = went.merged_into where s.id = $1
           and coalesce(went.keeper_organisation_id, went.owner_organisation_id, ${KEEPER}) is not distinct from ${KEEPER}))
       and ($2::uuid is null or h.id < $2) order by h.id desc limit $3`,
    [siteId, cursor?.[0] ?? null, limit + 1],
  );
}

/** What was edited after a version, the oldest first. */
export async function editsSince(tx: EntityManager, siteId: string, version: number): Promise<Change[][]> {
  const rows: { changes: Change[] }[] = await tx.query(
    `select changes from site_history where site_id = $1 and version > $2 and changes <> '[]' order by version, id`,
    [siteId, version],
  );
  return rows.map((row) => row.changes);
}
