import type { EntityManager } from 'typeorm';
import type { Language } from '../../../platform/http/request-context.js';
import { KEEPER } from '../editing/kept-sites.queries.js';
import type { AgentRole, SiteState } from '../site.vocabulary.js';
import type { SitesToReadSearch, SiteToRead } from './site-life.schemas.js';

export interface PlaceStanding {
  readonly state: SiteState;
  readonly role: AgentRole | null;
  readonly organisation: { readonly id: string; readonly kind: string } | null;
}

interface Standing {
  readonly id: string;
  readonly state: SiteState;
  readonly version: number;
}

/** On condition of the state and version that were read. @returns whether it was still so */
export async function moveSite(
  tx: EntityManager,
  { id, state, version }: Standing,
  to: SiteState,
  said: { readonly reason: string | null; readonly note: string | null },
  at: Date,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with moved as (update site set state = $4, state_reason = $5, closing_note = $6, state_changed_at = $7, updated_at = $7,
       published_at = case when $4 = 'published' then coalesce(published_at, $7) else published_at end
     where id = $1 and state = $2 and version = $3 returning 1) select 1 from moved`,
    [id, state, version, to, said.reason, said.note, at],
  );
  return rows.length === 1;
}

/** From the publication of a call to its results. */
export async function isInRunningCall(tx: EntityManager, siteId: string): Promise<boolean> {
  const rows: { running: boolean }[] = await tx.query('select site_in_running_call($1) as running', [siteId]);
  return rows[0]?.running ?? false;
}

export interface ActRow {
  readonly id: string;
  readonly siteId: string;
  readonly action: string | null;
  readonly fromState: SiteState | null;
  readonly toState: SiteState;
  readonly version: number | null;
  readonly at: Date;
  readonly isLatest: boolean;
}

export async function findAct(tx: EntityManager, id: string): Promise<ActRow | null> {
  const rows: ActRow[] = await tx.query(
    `select h.id, h.site_id as "siteId", h.action, h.from_state as "fromState", h.to_state as "toState", h.version, h.at,
       not exists (select 1 from site_history later where later.site_id = h.site_id and later.id > h.id) as "isLatest"
     from site_history h where h.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** Back where it was, with the reason that held then; a place shown for the first time by the act undone was never shown. */
export async function moveBack(tx: EntityManager, { id, state, version }: Standing, act: ActRow, at: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `with before as (
       select (select h.reason from site_history h where h.site_id = $1 and h.to_state = $4 and h.id < $5
               and h.from_state is distinct from h.to_state order by h.id desc limit 1) as reason,
         (select min(h.at) from site_history h where h.site_id = $1 and h.to_state = 'published' and h.id < $5) as published_at),
     moved as (update site s set state = $4, state_reason = b.reason, closing_note = null, state_changed_at = $6, updated_at = $6,
       published_at = case when $4 in ('draft', 'submitted') then b.published_at else s.published_at end
     from before b where s.id = $1 and s.state = $2 and s.version = $3 returning 1) select 1 from moved`,
    [id, state, version, act.fromState, act.id, at],
  );
  return rows.length === 1;
}

const KEY = '(extract(epoch from s.state_changed_at) * 1000000)::bigint';

export async function sitesToRead(
  tx: EntityManager,
  { cursor, limit }: SitesToReadSearch,
  now: Date,
): Promise<(SiteToRead & { readonly key: number })[]> {
  const [afterKey, afterId] = cursor ?? [null, null];
  const rows: { site: SiteToRead & { key: number } }[] = await tx.query(
    `select jsonb_build_object('id', s.id, 'name', s.name, 'kind', s.kind, 'summary', s.summary,
       'commune', case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end,
       'organisation', case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name, 'state', k.state, 'kind', k.kind) end,
       'role', s.agent_role, 'version', s.version, 'submittedAt', s.state_changed_at,
       'daysWaiting', greatest(0, floor(extract(epoch from $4::timestamptz - s.state_changed_at) / 86400))::int, 'key', ${KEY}) as site
     from site s left join territory c on c.id = s.commune_id left join organisation k on k.id = ${KEEPER}
     where s.state = 'submitted' and ($1::bigint is null or (${KEY}, s.id) > ($1, $2::uuid))
     order by ${KEY}, s.id limit $3`,
    [afterKey, afterId, limit + 1, now],
  );
  return rows.map((row) => row.site);
}

/** Members who can act on what is decided about a place, at an address that was confirmed. */
export async function writersOf(
  tx: EntityManager,
  organisationId: string,
): Promise<{ readonly accountId: string; readonly email: string; readonly language: Language }[]> {
  return tx.query(
    `select a.id as "accountId", a.email, a.language from membership m join account a on a.id = m.account_id
     where m.organisation_id = $1 and m.role in ('administrator', 'editor') and a.state = 'active' and a.email_verified_at is not null
     order by a.id`,
    [organisationId],
  );
}

export async function readStandingOf(tx: EntityManager, siteId: string): Promise<PlaceStanding | null> {
  const rows: { standing: PlaceStanding }[] = await tx.query(
    `select jsonb_build_object('state', s.state, 'role', s.agent_role,
       'organisation', case when k.id is not null then jsonb_build_object('id', k.id, 'kind', k.kind) end) as standing
     from site s left join organisation k on k.id = ${KEEPER} where s.id = $1`,
    [siteId],
  );
  return rows[0]?.standing ?? null;
}
