import type { EntityManager } from 'typeorm';
import { INVENTORY_ID, sitesNamed } from '../../sites/together/same-place.queries.js';
import type { Note } from '../import.types.js';
import type { SourcedSite } from '../sourced-sites/sourced-site.types.js';

interface Known {
  readonly at: number;
  readonly name: string;
  readonly how: 'identifier' | 'parcel' | 'name';
}

/**
 * For each record the place that may be the same, in the organisation's own or in what everyone sees: by identifier, by parcel, or by
 * name within the commune. One note at most; the likeliest place first.
 */
export async function tellKnownPlaces(tx: EntityManager, records: readonly SourcedSite[], organisationId: string): Promise<Note[][]> {
  const found = await findKnown(tx, records, organisationId);
  const byRecord = new Map(found.map((known) => [known.at, known]));
  return records.map((_, at) => {
    const known = byRecord.get(at);
    return known ? [{ field: null, value: known.name, cause: `known_by_${known.how}` }] : [];
  });
}

async function findKnown(tx: EntityManager, records: readonly SourcedSite[], organisationId: string): Promise<Known[]> {
  const asked = records.map(({ values, sourceKey }, at) => ({
    at,
    uic: list(values['facts.uic']),
    inventoryId: list(INVENTORY_ID.test(sourceKey) ? sourceKey : null),
    parcels: values.parcels ?? [],
    name: values.name ?? null,
    communeId: values.communeId ?? null,
  }));
  return tx.query<Known[]>(
    `select r.at, k.name, k.how
       from jsonb_to_recordset($1::jsonb) as r(at int, uic text[], "inventoryId" text[], parcels text[], name text, "communeId" text)
       cross join lateral (
         select s.name, c.how from (
           select n.id, 1 as rank, 'identifier' as how from (${sitesNamed('r.uic', 'r."inventoryId"')}) n
           union all select s.id, 2, 'parcel' from site s where r.parcels <> '{}' and s.parcels && r.parcels
           union all select s.id, 3, 'name' from site s
             where s.commune_id = r."communeId" and bare_place_name(s.name) = bare_place_name(r.name)) c
         join site s on s.id = c.id
         where s.state <> 'closed' and (coalesce(s.keeper_organisation_id, s.owner_organisation_id) = $2
           or exists (select from site_listing l where l.site_id = s.id) and (c.rank = 3 or s.location_shown = 'exact'))
         order by c.rank, s.id limit 1) k
      order by r.at`,
    [JSON.stringify(asked), organisationId],
  );
}

function list(value: unknown): string[] {
  return typeof value === 'string' && value !== '' ? [value] : [];
}
