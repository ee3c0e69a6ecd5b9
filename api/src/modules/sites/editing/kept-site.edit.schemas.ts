import { z } from 'zod';
import { areaM2, cents, day, geoPoint, id, latitude, longitude } from '../../../platform/http/fields.js';
import { said } from '../../../platform/http/request-context.js';
import {
  ACTIVITIES,
  CONDITIONS,
  CONSTRAINTS,
  FEATURES,
  LOCATION_SHOWN,
  OWNER_KINDS,
  PROPERTY_STATUSES,
  SITE_KINDS,
  TENURES,
  USES,
  WORKS_PAID_BY,
} from '../site.vocabulary.js';
import { INVENTORY_ID, UIC } from '../together/same-place.rules.js';

/** What an organisation may write of its place. In an edit a key left out changes nothing and null empties: unknown again. */

/** Blank is not said. */
const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => (text === '' ? null : text))
    .nullish();
const title = (max: number) => z.string().trim().min(2).max(max);
const year = z.int().min(1000).max(2100).nullish();
const area = areaM2.gt(0).nullish();
const amount = cents.nullish();
const months = z.int().min(1).max(1188).nullish();
const facts = <const T extends readonly string[]>(list: T) => z.partialRecord(z.enum(list), z.boolean().nullable());
const several = <const T extends readonly [string, ...string[]]>(list: T) =>
  z
    .array(z.enum(list))
    .max(list.length)
    .transform((chosen) => (chosen.length === 0 ? null : [...new Set(chosen)]))
    .nullish();

const CORNERS_AT_MOST = 5_000;
const position = z.tuple([longitude, latitude]).rest(z.number());
const isClosed = (ring: readonly (readonly number[])[]): boolean => ring[0]?.[0] === ring.at(-1)?.[0] && ring[0]?.[1] === ring.at(-1)?.[1];
const ring = z
  .array(position)
  .min(4)
  .max(CORNERS_AT_MOST)
  .refine(isClosed, said('le tracé doit revenir à son départ', 'the ring must close'));
const rings = z.array(ring).min(1).max(100);
const outline = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: rings }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings).min(1).max(100) }),
  ])
  .meta({ id: 'Outline', description: 'GeoJSON Polygon or MultiPolygon, longitude then latitude' });
const parcel = z
  .string()
  .transform((text) => text.replace(/\s/g, '').toUpperCase())
  .pipe(
    z
      .string()
      .regex(
        /^[0-9][0-9AB][0-9]{6}[0-9A-Z]{2}[0-9]{4}$/,
        said('doit avoir 14 signes, par exemple 52269000AB0123', 'must have 14 signs, for instance 52269000AB0123'),
      ),
  );
const uic = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(UIC, said('doit avoir huit chiffres, par exemple 87142109', 'must have eight digits, for instance 87142109')))
  .nullish();
const inventoryId = z
  .string()
  .trim()
  .regex(
    INVENTORY_ID,
    said('s’écrit comme 52269_0042 : code de la commune, tiret bas, numéro', 'reads like 52269_0042: commune code, underscore, number'),
  )
  .nullish();
const website = z
  .url({ protocol: /^https?$/, error: said('doit commencer par https://', 'must begin with https://').error })
  .max(300)
  .nullish();
const communeId = z.string().regex(/^commune:[0-9AB]{5}$/, said('commune inconnue', 'unknown commune'));

export const premisesEdit = z.object({
  name: title(120),
  usedAs: z.enum(USES).nullish(),
  floorAreaM2: area,
  divisibleFromM2: area.meta({ description: 'Any area from here up to the whole can be taken' }),
  floorLevel: z.int().min(-10).max(100).nullish(),
  ceilingHeightCm: z.int().min(50).max(10_000).nullish(),
  condition: z.enum(CONDITIONS).nullish(),
  access: words(500),
  powerKva: z.number().gt(0).max(100_000).nullish(),
  powerPhases: z.union([z.literal(1), z.literal(3)]).nullish(),
  erpType: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{1,3}$/, said('doit être la lettre du type, par exemple W', 'must be the letter of the type, for instance W'))
    .nullish(),
  erpCategory: z.int().min(1).max(5).nullish(),
  erpCapacity: z.int().min(1).max(1_000_000).nullish().meta({ description: 'People admitted' }),
  worksNeeded: words(1000),
  worksPaidBy: z.enum(WORKS_PAID_BY).nullish(),
  features: facts(FEATURES).optional(),
  uses: facts(USES).optional(),
});

export const offerEdit = z.object({
  premisesId: id.nullish().meta({ description: 'null: the whole place, or any of its premises' }),
  tenure: z.enum(TENURES).nullish(),
  rentCentsPerYear: amount,
  chargesCentsPerYear: amount,
  taxesCentsPerYear: amount,
  depositCents: amount,
  priceCents: amount,
  freeGround: words(300),
  availableFrom: day.nullish(),
  availableUntil: day.nullish(),
  openEnded: z.boolean().optional(),
  minTermMonths: months,
  maxTermMonths: months,
  worksCentsEstimate: amount,
  worksPaidByOwner: z.boolean().nullish(),
  activitiesWelcome: several(ACTIVITIES),
  activitiesExcluded: several(ACTIVITIES),
});

/** The place itself, its premises and offers apart. */
export const siteEdit = z.object({
  name: title(160),
  kind: z.enum(SITE_KINDS),
  summary: words(300),
  description: words(6000),
  formerActivity: words(300),
  builtYear: year,
  vacantSince: year,
  buildingCount: z.int().min(0).max(1000).nullish(),
  condition: z.enum(CONDITIONS).nullish(),
  ownerKind: z.enum(OWNER_KINDS).nullish(),
  ownerName: words(160),
  communeId,
  address: words(300),
  point: geoPoint.nullish(),
  outline: outline.nullish(),
  parcels: z
    .array(parcel)
    .max(300)
    .transform((list) => (list.length === 0 ? null : [...new Set(list)]))
    .nullish(),
  uic: uic.meta({ description: 'Code of the station, eight digits' }),
  inventoryId: inventoryId.meta({ description: 'site_id of a brownfield inventory: Cartofriches, CNIG' }),
  locationShown: z.enum(LOCATION_SHOWN),
  landAreaM2: area,
  footprintM2: area,
  planningDocument: words(120),
  planningZone: words(60),
  surroundings: words(1000),
  features: facts(FEATURES).optional(),
  constraints: facts(CONSTRAINTS).optional(),
  uses: facts(USES).optional(),
  propertyStatus: z.enum(PROPERTY_STATUSES).nullish(),
  propertyAct: words(300),
  propertyActDate: day.nullish(),
  propertyActReference: words(120),
  runBy: words(160).meta({ description: 'Who runs a living tiers-lieu' }),
  activitiesHere: several(ACTIVITIES).meta({ description: 'What is done there' }),
  website,
  contactPublic: words(300),
  contactEmail: z.email().max(254).nullish().meta({ description: 'A functional mailbox, shown with the place' }),
});
