import type { EntityManager } from 'typeorm';
import type { SourcedValues } from '../sourced-sites/sourced-site.types.js';

/** What an organisation's own file said of a place before. */
export interface OwnSource {
  readonly sourceId: string;
  readonly siteId: string;
  readonly sourceKey: string;
  readonly sourceDate: string | null;
  readonly hash: string;
  readonly values: SourcedValues;
  readonly causes: readonly string[];
  readonly runId: string;
  readonly seenAt: string;
  readonly siteState: string;
  /** Somebody changed the place after the file. */
  readonly isEdited: boolean;
}

export async function findOwnSources(tx: EntityManager, datasetId: string, keys: readonly string[]): Promise<Map<string, OwnSource>> {
  const found = await tx.query<OwnSource[]>(
    `select x.id as "sourceId", x.site_id as "siteId", x.source_key as "sourceKey", to_char(x.source_date, 'YYYY-MM-DD') as "sourceDate",
            x.content_hash as hash, x.values, x.notes as causes, x.import_run_id as "runId", x.last_seen_at as "seenAt",
            s.state as "siteState", s.updated_at <> x.last_seen_at as "isEdited"
       from site_source x join site s on s.id = x.site_id where x.dataset_id = $1 and x.source_key = any($2)`,
    [datasetId, keys],
  );
  return new Map(found.map((source) => [source.sourceKey, source]));
}

interface Parts {
  readonly siteId: string;
  readonly premisesId: string;
  readonly offerId: string;
  readonly values: SourcedValues;
}

/** One set of premises when an area is given, one offer when a term is: as the express form would write them. */
export async function replaceParts(tx: EntityManager, places: readonly Parts[]): Promise<void> {
  const siteIds = places.map(({ siteId }) => siteId);
  await tx.query(`delete from offer where site_id = any($1)`, [siteIds]);
  await tx.query(`delete from premises where site_id = any($1)`, [siteIds]);
  const rows = places.map(({ siteId, premisesId, offerId, values }) => ({
    siteId,
    premisesId,
    offerId,
    floorAreaM2: values['facts.floor_area_m2'] ?? null,
    tenure: values['facts.tenure'] ?? null,
    rentCents: values['facts.rent_cents_per_year'] ?? null,
    priceCents: values['facts.price_cents'] ?? null,
    availableFrom: values['facts.available_from'] ?? null,
  }));
  await tx.query(
    `insert into premises (id, site_id, position, name, floor_area_m2)
     select r."premisesId", r."siteId", 0, 'Ensemble du lieu', r."floorAreaM2"
       from jsonb_to_recordset($1::jsonb) as r("siteId" uuid, "premisesId" uuid, "floorAreaM2" numeric) where r."floorAreaM2" is not null`,
    [JSON.stringify(rows)],
  );
  await tx.query(
    `insert into offer (id, site_id, position, tenure, rent_cents_per_year, price_cents, available_from)
     select r."offerId", r."siteId", 0, r.tenure, r."rentCents", r."priceCents", r."availableFrom"
       from jsonb_to_recordset($1::jsonb) as r("siteId" uuid, "offerId" uuid, tenure text, "rentCents" bigint, "priceCents" bigint,
            "availableFrom" date)
      where coalesce(r.tenure, r."rentCents"::text, r."priceCents"::text, r."availableFrom"::text) is not null`,
    [JSON.stringify(rows)],
  );
}

/** What the list of places of open data has no column for; a draft written again is another version of its text. */
export async function writeSaid(
  tx: EntityManager,
  places: readonly { readonly siteId: string; readonly isNew: boolean; readonly values: SourcedValues }[],
): Promise<void> {
  const rows = places.map(({ siteId, isNew, values }) => ({
    siteId,
    isNew,
    propertyStatus: values['facts.property_status'] ?? null,
    contactEmail: values['facts.contact_email'] ?? null,
  }));
  await tx.query(
    `update site s set property_status = r."propertyStatus", contact_email = r."contactEmail",
            version = case when r."isNew" then s.version else s.version + 1 end
       from jsonb_to_recordset($1::jsonb) as r("siteId" uuid, "isNew" boolean, "propertyStatus" text, "contactEmail" text)
      where s.id = r."siteId"`,
    [JSON.stringify(rows)],
  );
}

/** How many places of an import changed since it, or now carry something of their own. */
export async function dependantsOf(tx: EntityManager, importId: string): Promise<{ count: number; names: string[] }> {
  const [found] = await tx.query<{ count: number; names: string[] | null }[]>(
    `with touched as (
       select s.name from site_import_row r join site_import i on i.id = r.import_id join site s on s.id = r.site_id
        where r.import_id = $1 and r.done_at is not null and r.outcome in ('created', 'updated')
          and (s.state <> 'draft' or s.updated_at <> i.committed_at
            or exists (select from site_source x where x.site_id = s.id and x.import_run_id <> r.import_id)
            or exists (select from site_media m where m.site_id = s.id and m.state not in ('removed', 'refused'))
            or exists (select from site_role a where a.site_id = s.id)))
     select count(*)::int as count, (array_agg(name order by name))[1:3] as names from touched`,
    [importId],
  );
  return { count: found?.count ?? 0, names: found?.names ?? [] };
}

/** Drafts that these rows made are closed, with the reason, unless somebody has touched them; their sources go, so that the file can be sent again. */
export async function closeImported(
  tx: EntityManager,
  importId: string,
  lines: readonly number[],
  at: Date,
  newId: () => string,
): Promise<void> {
  const made = await tx.query<{ id: string }[]>(
    `select s.id from site_import_row r join site_import i on i.id = r.import_id join site s on s.id = r.site_id
      where r.import_id = $1 and r.line = any($2) and r.outcome = 'created' and r.done_at is not null
        and s.state = 'draft' and s.updated_at = i.committed_at for no key update of s`,
    [importId, lines],
  );
  const ids = made.map(({ id }) => id);
  await tx.query(`delete from site_source where site_id = any($1)`, [ids]);
  await tx.query(
    `update site set state = 'closed', state_reason = 'import_undone', state_changed_at = $2, updated_at = $2 where id = any($1)`,
    [ids, at],
  );
  await tx.query(
    `insert into site_history (id, site_id, at, actor, from_state, to_state, reason)
     select h.id, h.site_id, $3, 'import:places', 'draft', 'closed', 'import_undone' from unnest($1::uuid[], $2::uuid[]) as h(id, site_id)`,
    [ids.map(() => newId()), ids, at],
  );
}
