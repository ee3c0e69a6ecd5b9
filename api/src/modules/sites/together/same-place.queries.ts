import { INVENTORY_ID } from './same-place.rules.js';

/**
 * The places that go by one of these identifiers, as their keeper wrote it or as a source brought it. Each way by its own index.
 * @param uic and @param inventoryId SQL of text arrays
 */
export function sitesNamed(uic: string, inventoryId: string): string {
  return `
    select s.id from site s where s.uic = any(${uic})
    union select x.site_id from site_source x where x.values ->> 'facts.uic' = any(${uic})
    union select s.id from site s where s.inventory_id = any(${inventoryId})
    union select x.site_id from site_source x where x.source_key = any(${inventoryId})`;
}

/** The identifiers of the place `s`: a scalar query of a text array each. */
export const UICS_OF_SITE = `
  array(select s.uic where s.uic is not null
        union select x.values ->> 'facts.uic' from site_source x where x.site_id = s.id and x.values ->> 'facts.uic' is not null)`;
export const INVENTORY_IDS_OF_SITE = `
  array(select s.inventory_id where s.inventory_id is not null
        union select x.source_key from site_source x where x.site_id = s.id and x.source_key ~ '${INVENTORY_ID.source}')`;
