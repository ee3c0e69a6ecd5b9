import type { EntityManager } from 'typeorm';
import { sitesNamed } from './same-place.queries.js';

/** What a record says of a place that may be here already. */
export interface PlaceAsked {
  /** Where the record stands among those asked at once. */
  readonly at: number;
  readonly uic: readonly string[];
  readonly inventoryId: readonly string[];
  readonly parcels: readonly string[];
  readonly name: string | null;
  readonly communeId: string | null;
}

export interface KnownPlace {
  readonly at: number;
  readonly name: string;
  readonly how: 'identifier' | 'parcel' | 'name';
}

/**
 * For each record the likeliest place that may be the same, in the organisation's own or in what everyone sees: by identifier, by
 * parcel, or by name within the commune.
 */
export function knownPlaces(tx: EntityManager, asked: readonly PlaceAsked[], organisationId: string): Promise<KnownPlace[]> {
  return tx.query<KnownPlace[]>(
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
