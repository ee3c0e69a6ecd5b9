import type { EntityManager } from 'typeorm';
import { type KnownPlace, knownPlaces } from '../../sites/together/known-places.js';
import { INVENTORY_ID } from '../../sites/together/same-place.rules.js';
import type { Note } from '../import.types.js';
import type { SourcedSite } from '../sourced-sites/sourced-site.types.js';

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

function findKnown(tx: EntityManager, records: readonly SourcedSite[], organisationId: string): Promise<KnownPlace[]> {
  const asked = records.map(({ values, sourceKey }, at) => ({
    at,
    uic: list(values['facts.uic']),
    inventoryId: list(INVENTORY_ID.test(sourceKey) ? sourceKey : null),
    parcels: values.parcels ?? [],
    name: values.name ?? null,
    communeId: values.communeId ?? null,
  }));
  return knownPlaces(tx, asked, organisationId);
}

function list(value: unknown): string[] {
  return typeof value === 'string' && value !== '' ? [value] : [];
}
