import { z } from 'zod';
import { areaM2, cents, day, geoPoint, id } from '../../../platform/http/fields.js';
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

/** What an organisation has written of its place, as stored: every key is there, unknown is null. */

const text = z.string().nullable();
const whole = z.int().nullable();
const area = areaM2.nullable();
const amount = cents.nullable();
const date = day.nullable();
const facts = <const T extends readonly string[]>(list: T) => z.partialRecord(z.enum(list), z.boolean().nullable());
const several = <const T extends readonly [string, ...string[]]>(list: T) => z.array(z.enum(list)).nullable();

export const premisesFields = z
  .object({
    id,
    name: z.string(),
    usedAs: z.enum(USES).nullable(),
    floorAreaM2: area,
    divisibleFromM2: area,
    floorLevel: whole,
    ceilingHeightCm: whole,
    condition: z.enum(CONDITIONS).nullable(),
    access: text,
    powerKva: z.number().nullable(),
    powerPhases: whole,
    erpType: text,
    erpCategory: whole,
    erpCapacity: whole,
    worksNeeded: text,
    worksPaidBy: z.enum(WORKS_PAID_BY).nullable(),
    features: facts(FEATURES),
    uses: facts(USES),
  })
  .meta({ id: 'KeptPremises' });

export const offerFields = z
  .object({
    id,
    premisesId: id.nullable(),
    tenure: z.enum(TENURES).nullable(),
    rentCentsPerYear: amount,
    chargesCentsPerYear: amount,
    taxesCentsPerYear: amount,
    depositCents: amount,
    priceCents: amount,
    freeGround: text,
    availableFrom: date,
    availableUntil: date,
    openEnded: z.boolean(),
    minTermMonths: whole,
    maxTermMonths: whole,
    worksCentsEstimate: amount,
    worksPaidByOwner: z.boolean().nullable(),
    activitiesWelcome: several(ACTIVITIES),
    activitiesExcluded: several(ACTIVITIES),
  })
  .meta({ id: 'KeptOffer' });

export const siteFields = z
  .object({
    name: z.string(),
    kind: z.enum(SITE_KINDS),
    summary: text,
    description: text,
    formerActivity: text,
    builtYear: whole,
    vacantSince: whole,
    buildingCount: whole,
    condition: z.enum(CONDITIONS).nullable(),
    ownerKind: z.enum(OWNER_KINDS).nullable(),
    ownerName: text,
    communeId: text,
    address: text,
    point: geoPoint.nullable(),
    outline: z.record(z.string(), z.unknown()).nullable().meta({ description: 'GeoJSON MultiPolygon' }),
    parcels: z.array(z.string()).nullable(),
    uic: text,
    inventoryId: text,
    locationShown: z.enum(LOCATION_SHOWN),
    landAreaM2: area,
    footprintM2: area,
    planningDocument: text,
    planningZone: text,
    surroundings: text,
    features: facts(FEATURES),
    constraints: facts(CONSTRAINTS),
    uses: facts(USES),
    propertyStatus: z.enum(PROPERTY_STATUSES).nullable(),
    propertyAct: text,
    propertyActDate: date,
    propertyActReference: text,
    runBy: text,
    activitiesHere: several(ACTIVITIES),
    website: text,
    contactPublic: text,
    contactEmail: text,
    premises: z.array(premisesFields),
    offers: z.array(offerFields),
  })
  .meta({ id: 'KeptSiteFields' });
export type SiteFields = z.infer<typeof siteFields>;
