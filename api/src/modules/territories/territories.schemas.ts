import { z } from 'zod';
import { geoPoint, latitude, limit, longitude, pageOf, searchText } from '../../platform/http/fields.js';

export const TERRITORY_KINDS = ['region', 'department', 'epci', 'commune'] as const;
export const TERRITORY_LABELS = ['frr', 'pvd', 'acv', 'village_avenir', 'france_services'] as const;

export const territoryId = z
  .string()
  .regex(/^(region|department|epci|commune):[0-9AB]{1,9}$/)
  .meta({ description: 'Kind and official code', examples: ['department:52', 'commune:52269'] });

export const territorySearch = z.object({
  q: searchText.meta({
    description: 'Official code, postal code or name; case and accents do not matter, and one slip is forgiven when nothing begins so',
    examples: ['haute marne'],
  }),
  kind: z.enum(TERRITORY_KINDS).optional(),
  limit,
});
export type TerritorySearch = z.output<typeof territorySearch>;

export const territoryParams = z.object({ id: territoryId });

export const territoryRef = z
  .object({ id: territoryId, kind: z.enum(TERRITORY_KINDS), code: z.string(), name: z.string() })
  .meta({ id: 'TerritoryRef' });

export const territoryFound = territoryRef
  .extend({
    departmentCode: z.string().nullable(),
    departmentName: z.string().nullable(),
    regionName: z.string().nullable(),
    postalCodes: z.array(z.string()),
    population: z.int().nullable(),
    point: geoPoint.nullable(),
    /** Name typed when it is that of a commune which has merged into this one. */
    formerName: z.string().nullable(),
  })
  .meta({ id: 'TerritoryFound' });
export const territoryList = pageOf(territoryFound).meta({ id: 'TerritoryList' });

export const territoryView = territoryRef
  .extend({
    postalCodes: z.array(z.string()),
    population: z.int().nullable(),
    areaHa: z.number().nullable(),
    point: geoPoint.nullable(),
    bbox: z.tuple([longitude, latitude, longitude, latitude]).nullable().meta({ description: 'west, south, east, north in degrees' }),
    parents: z.array(territoryRef).meta({ description: 'From the nearest to the widest' }),
    labels: z.array(z.object({ label: z.enum(TERRITORY_LABELS), detail: z.string().nullable() })),
  })
  .meta({ id: 'Territory' });
