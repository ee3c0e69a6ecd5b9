import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import {
  areaM2,
  bbox,
  cents,
  day,
  distanceM,
  flag,
  geoPoint,
  id,
  instant,
  latitude,
  limit,
  listOf,
  longitude,
  queryNumber,
  searchText,
} from '../../platform/http/fields.js';
import { said } from '../../platform/http/request-context.js';
import { searchZone } from './search-zone.js';
import { CONDITIONS, FEATURES, LOCATION_SHOWN, OWNER_KINDS, SITE_KINDS, SITE_STATES, TENURES } from './site.vocabulary.js';
import { STANDINGS_SHOWN } from './standing/standing.rules.js';

export const SHELVES = ['offered', 'owner_known', 'living', 'lead'] as const;
export const shelf = z.enum(SHELVES).meta({
  id: 'Shelf',
  description:
    'offered: can be asked for now · owner_known: its owner is known but has not offered it in full · living: a tiers-lieu that is there · lead: open data only',
});
export type Shelf = z.infer<typeof shelf>;
export const SORTS = ['relevance', 'recent', 'distance', 'area'] as const;

const lonLat = z
  .string()
  .regex(/^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/, said('doit être « longitude,latitude » en degrés', 'must be “longitude,latitude” in degrees'))
  .transform((text) => text.split(',').map(Number))
  .pipe(z.tuple([longitude, latitude]))
  .meta({ examples: ['5.335,47.862'] });
const territoryId = z
  .string()
  .regex(
    /^(region|department|epci|commune):[0-9AB]{2,9}$/,
    said('territoire inconnu, par exemple « department:52 »', 'unknown territory, for instance “department:52”'),
  );
const area = queryNumber(z.int().min(0).max(1e8));

export const filterFields = z.object({
  q: searchText.optional().meta({ description: 'Words of the name, the commune or the description; accents and endings do not matter' }),
  kind: listOf(z.enum(SITE_KINDS)).optional(),
  tenure: listOf(z.enum(TENURES)).optional(),
  features: listOf(z.enum(FEATURES)).optional().meta({ description: 'All of them must be there' }),
  ownerKind: listOf(z.enum(OWNER_KINDS)).optional(),
  shelf: listOf(shelf)
    .optional()
    .meta({ description: 'Default: offered,owner_known. Leads and living tiers-lieux are shown only when asked for.' }),
  territory: listOf(territoryId)
    .optional()
    .meta({ examples: ['department:52'] }),
  bbox: bbox.optional(),
  zone: searchZone.optional(),
  near: lonLat.optional(),
  radiusKm: queryNumber(z.number().gt(0).max(500)).optional(),
  areaMinM2: area.optional().meta({ description: 'Floor area that can be taken, at least' }),
  areaMaxM2: area.optional(),
  landMinM2: area.optional(),
  landMaxM2: area.optional(),
  costMaxEurosPerMonth: queryNumber(z.number().min(0).max(1e7))
    .optional()
    .meta({ description: 'Rent, charges and taxes together; free counts as 0' }),
  availableBy: day.optional(),
  includeUnknown: flag.optional().meta({ description: 'Also keep places whose area, cost or availability is not known' }),
});

type Filter = z.infer<typeof filterFields>;

const BOUNDS = [
  ['areaMinM2', 'areaMaxM2'],
  ['landMinM2', 'landMaxM2'],
] as const;
const MESSAGES = {
  order: said('est plus petit que le minimum', 'is smaller than the minimum'),
  centre: said('manque : un rayon se mesure depuis un point', 'is missing: a radius is measured from a point'),
  origin: said('manque : le tri par distance part d’un point', 'is missing: sorting by distance starts from a point'),
  cursor: said('appartient à un autre tri : reprenez la liste au début', 'belongs to another order: start the list again'),
};

/** Values that are right one by one and wrong together. */
export function coherent(filter: Partial<Filter>, context: z.RefinementCtx<Filter>): void {
  const refuse = (field: string, message: { error: () => string }) =>
    context.addIssue({ code: 'custom', path: [field], message: message.error() });
  for (const [low, high] of BOUNDS) {
    if ((filter[low] ?? 0) > (filter[high] ?? Infinity)) refuse(high, MESSAGES.order);
  }
  if (filter.radiusKm !== undefined && filter.near === undefined) refuse('near', MESSAGES.centre);
}

export const siteFilter = filterFields.superRefine(coherent);
export type SiteFilter = Filter;

const sortKey = z.tuple([z.enum(SORTS), z.int(), z.int(), id]);
export const siteSearch = filterFields
  .extend({ sort: z.enum(SORTS).default('relevance'), cursor: cursorOf(sortKey).optional(), limit })
  .superRefine(coherent)
  .refine((search) => search.sort !== 'distance' || search.near !== undefined, { path: ['near'], ...MESSAGES.origin })
  .refine((search) => search.cursor === undefined || search.cursor[0] === search.sort, { path: ['cursor'], ...MESSAGES.cursor });
export type SiteSearch = z.infer<typeof siteSearch>;

export const mapSearch = filterFields.extend({ zoom: queryNumber(z.number().min(0).max(22)).default(5) }).superRefine(coherent);
export type MapSearch = z.infer<typeof mapSearch>;

export const siteParams = z.object({ id });
export const pointPrecision = z
  .enum(['exact', 'commune'])
  .meta({ id: 'PointPrecision', description: 'commune: the point is the commune’s, because the position is not public or not known' });

export const siteCard = z
  .object({
    id,
    name: z.string(),
    kind: z.enum(SITE_KINDS),
    state: z.enum(SITE_STATES),
    shelf: shelf.nullable().meta({ description: 'null: no longer on offer' }),
    demo: z.boolean().meta({ description: 'An invented place, for demonstration' }),
    summary: z.string().nullable(),
    commune: z.object({ id: z.string(), name: z.string(), departmentCode: z.string().nullable() }).nullable(),
    point: geoPoint.nullable(),
    pointPrecision: pointPrecision.nullable(),
    locationShown: z.enum(LOCATION_SHOWN),
    distanceM: distanceM.nullable().meta({ description: 'From the point asked for, in a straight line' }),
    floorAreaMinM2: areaM2.nullable().meta({ description: 'Smallest floor area that can be taken' }),
    floorAreaMaxM2: areaM2.nullable().meta({ description: 'Largest single floor area' }),
    landAreaM2: areaM2.nullable(),
    premisesCount: z.int(),
    condition: z.enum(CONDITIONS).nullable(),
    tenures: z.array(z.enum(TENURES)),
    costCentsPerYear: cents.nullable().meta({ description: 'Lowest known rent + charges + taxes for a year; 0 = free' }),
    priceCents: cents.nullable(),
    availableFrom: day.nullable(),
    features: z
      .array(z.enum(FEATURES))
      .meta({ description: 'What is known to be there; absence means “no” or “unknown”: see the place itself' }),
    ownerKind: z.enum(OWNER_KINDS).nullable(),
    ownerName: z.string().nullable(),
    walkToStopMinutes: z.int().nullable().meta({ description: 'Estimate: straight line × 1.3 at 80 m/min' }),
    photo: z.string().nullable(),
    standing: z
      .enum(STANDINGS_SHOWN)
      .nullable()
      .meta({ description: 'What two passers-by or more say stands there; contested: they differ, or its keeper says otherwise' }),
    publishedAt: instant.nullable(),
    attributions: z.array(z.string()).meta({ description: 'To be shown with the place' }),
  })
  .meta({ id: 'SiteCard' });
export type SiteCard = z.infer<typeof siteCard>;

const cappedCount = z
  .object({ count: z.int(), capped: z.boolean().meta({ description: 'true: there are more than this' }) })
  .meta({ id: 'CappedCount' });
const facet = z.array(z.object({ value: z.string(), count: z.int() })).meta({ id: 'Facet' });
const namedFacet = z.array(z.object({ value: z.string(), name: z.string(), count: z.int() })).meta({ id: 'NamedFacet' });

export const siteFacets = z
  .object({ shelf: facet, kind: facet, tenure: facet, features: facet, ownerKind: facet, region: namedFacet, department: namedFacet })
  .meta({ id: 'SiteFacets', description: 'Places for each value, the facet’s own choice set aside (features add up instead)' });

export const searchSuggestion = z
  .object({
    name: z.string().meta({ description: 'Of a commune' }),
    q: z.string().meta({ description: 'The words of the search, with this name in the place of what was typed' }),
    places: cappedCount.meta({ description: 'What these words find by themselves, leads and living tiers-lieux included' }),
  })
  .meta({ id: 'SearchSuggestion' });
export type SearchSuggestion = z.infer<typeof searchSuggestion>;

export const sitePage = z
  .object({
    items: z.array(siteCard),
    next: z.string().nullable(),
    total: cappedCount,
    hiddenUnknown: z.int().meta({ description: 'Places left out only because their area, cost or availability is not known' }),
    facets: siteFacets,
    suggestions: z.array(searchSuggestion).meta({
      description: 'Did you mean …? When next to nothing is found: names near what was typed. The search itself is never changed.',
    }),
  })
  .meta({ id: 'SitePage' });
export type SitePage = z.infer<typeof sitePage>;

export const nearbySites = z
  .object({
    items: z.array(siteCard),
    tiersLieux: z.array(siteCard).meta({ description: 'Living tiers-lieux around, the nearest first' }),
    next: z.null(),
  })
  .meta({ id: 'NearbySites' });
export type NearbySites = z.infer<typeof nearbySites>;
