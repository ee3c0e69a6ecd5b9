import { z } from 'zod';
import { day, geoPoint, latitude, longitude } from '../../platform/http/fields.js';
import { said } from '../../platform/http/request-context.js';
import { ACTIVITIES, CONSTRAINTS, FEATURES, SITE_KINDS, TENURES, USES } from '../sites/site.vocabulary.js';

/** A need as people state it: human units, days of the calendar, degrees. `null` or absent = not asked. */

const territoryPart = z.object({
  type: z.literal('territory'),
  id: z
    .string()
    .regex(
      /^(region|department|epci|commune):[0-9AB]{2,9}$/,
      said('territoire inconnu, par exemple « department:52 »', 'unknown territory, for instance “department:52”'),
    )
    .meta({ examples: ['department:52'] }),
});

const circlePart = z.object({ type: z.literal('circle'), centre: geoPoint, radiusKm: z.number().gt(0).max(500) });

const MOST_CORNERS = 500;
const position = z.tuple([longitude, latitude]);
const closed = (ring: readonly (readonly [number, number])[]): boolean => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
};
const drawnPart = z.object({
  type: z.literal('polygon'),
  polygon: z
    .object({
      type: z.literal('Polygon'),
      coordinates: z
        .array(z.array(position).min(4).max(MOST_CORNERS).refine(closed, said('le tracé doit revenir à son départ', 'the ring must close')))
        .length(1, said('un seul contour, sans trou', 'one ring only, without holes')),
    })
    .meta({ id: 'DrawnZone', description: 'GeoJSON Polygon, longitude then latitude, one ring' }),
});

export const zonePart = z.discriminatedUnion('type', [territoryPart, circlePart, drawnPart]).meta({ id: 'ZonePart' });
export type ZonePartInput = z.infer<typeof zonePart>;

const zoneGroup = z.object({ anyOf: z.array(zonePart).min(1).max(20) }).meta({
  id: 'ZoneGroup',
  description: 'Its parts are united; the groups of a need intersect, e.g. “within 40 km” and “inside the department”',
});

const area = z.int().min(1).max(10_000_000);
const euros = z.number().min(0).max(1_000_000_000);
const criterionIds = z.array(z.string().regex(/^[a-z_]{2,60}$/)).max(60);

const needFields = z.object({
  activity: z.enum(ACTIVITIES).nullish(),
  zone: z.array(zoneGroup).max(4).default([]),
  kinds: z.array(z.enum(SITE_KINDS)).default([]),
  floorAreaMinM2: area.nullish(),
  floorAreaMaxM2: area.nullish(),
  landAreaMinM2: area.nullish(),
  landAreaMaxM2: area.nullish(),
  areaTolerancePercent: z.int().min(0).max(50).default(0).meta({ description: '“± 10 %”: bounds of area may be missed by this much' }),
  tenures: z.array(z.enum(TENURES)).default([]),
  budget: z
    .object({ euros, per: z.enum(['month', 'year']) })
    .nullish()
    .meta({ description: 'Rent, charges and taxes together' }),
  priceMaxEuros: euros.nullish(),
  neededBy: day.nullish(),
  durationMonths: z.int().min(1).max(1188).nullish(),
  mustHave: z.array(z.enum(FEATURES)).default([]),
  wish: z.array(z.enum(FEATURES)).default([]),
  uses: z.array(z.enum(USES)).default([]),
  excludedConstraints: z.array(z.enum(CONSTRAINTS)).default([]),
  worksCapacityEuros: euros.nullish(),
  walkToStopMinutes: z.int().min(1).max(120).nullish().meta({ description: 'On foot to a served stop, at 80 m a minute' }),
  preferredPoint: geoPoint.nullish().meta({ description: 'The closer the better; default: the centre of the only circle' }),
  preferred: criterionIds.default([]).meta({ description: 'Criteria that no longer knock out, by id (see GET /api/matches/method)' }),
  matterMost: criterionIds.max(3).default([]).meta({ description: 'Up to three criteria that matter most, by id' }),
});
type Fields = z.infer<typeof needFields>;

const BOUNDS = [
  ['floorAreaMinM2', 'floorAreaMaxM2'],
  ['landAreaMinM2', 'landAreaMaxM2'],
] as const;
const lessThanMinimum = said('est plus petit que le minimum', 'is smaller than the minimum');

export const need = needFields
  .superRefine((value: Fields, context) => {
    for (const [low, high] of BOUNDS) {
      if ((value[low] ?? 0) > (value[high] ?? Infinity))
        context.addIssue({ code: 'custom', path: [high], message: lessThanMinimum.error() });
    }
  })
  .meta({ id: 'Need', description: 'What a project looks for' });
export type Need = z.infer<typeof need>;
