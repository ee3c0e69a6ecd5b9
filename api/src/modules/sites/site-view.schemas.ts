import { z } from 'zod';
import { areaM2, cents, day, distanceM, geoPoint, id, instant } from '../../platform/http/fields.js';
import {
  ACTIVITIES,
  AGENT_ROLES,
  CONDITIONS,
  CONSTRAINTS,
  FEATURES,
  LOCATION_SHOWN,
  OWNER_KINDS,
  PROPERTY_STATUSES,
  SITE_KINDS,
  SITE_STATES,
  TENURES,
  USES,
  WORKS_PAID_BY,
} from './site.vocabulary.js';
import { shownDocument, shownPhoto } from './media/site-media.schemas.js';
import { pointPrecision, shelf } from './sites.schemas.js';

const factSource = z
  .object({ datasetId: z.string(), producer: z.string(), licence: z.string(), date: day.nullable() })
  .meta({ id: 'FactSource', description: 'Where a value comes from; null: stated by the owner, or unknown' });

/** A value that may be unknown, with its source. */
const fact = <T extends z.ZodType>(value: T) => z.object({ value: value.nullable(), source: factSource.nullable() });
const knownOrNot = z.boolean().nullable();

/** Yes, no or unknown (null) for each word of a list. */
const threeValued = <const T extends readonly string[]>(words: T, name: string) =>
  z.record(z.enum(words), knownOrNot).meta({ id: name, description: 'true: yes · false: no · null: unknown' });
const features = threeValued(FEATURES, 'FeatureFacts');
const uses = threeValued(USES, 'UseFacts');
const constraints = threeValued(CONSTRAINTS, 'ConstraintFacts');

export const siteFacts = z
  .object({
    landAreaM2: fact(areaM2),
    footprintM2: fact(areaM2),
    buildingCount: fact(z.int()),
    condition: fact(z.enum(CONDITIONS)),
    builtYear: fact(z.int()),
    vacantSince: fact(z.int()),
    formerActivity: fact(z.string()),
    propertyStatus: fact(z.enum(PROPERTY_STATUSES)),
    planningDocument: fact(z.string()),
    planningZone: fact(z.string()),
    parcels: fact(z.array(z.string())),
  })
  .meta({ id: 'SiteFacts' });

export const premises = z
  .object({
    id,
    name: z.string(),
    floorAreaM2: areaM2.nullable(),
    divisibleFromM2: areaM2.nullable().meta({ description: 'Any area from here up to the whole can be taken' }),
    floorLevel: z.int().nullable(),
    ceilingHeightCm: z.int().nullable(),
    condition: z.enum(CONDITIONS).nullable(),
    features,
    uses,
    erpType: z.string().nullable(),
    erpCategory: z.int().nullable(),
    erpCapacity: z.int().nullable(),
    usedAs: z.enum(USES).nullable(),
    access: z.string().nullable(),
    powerKva: z.number().nullable(),
    powerPhases: z.int().nullable(),
    worksNeeded: z.string().nullable(),
    worksPaidBy: z.enum(WORKS_PAID_BY).nullable(),
  })
  .meta({ id: 'Premises' });

export const offer = z
  .object({
    id,
    premisesId: id.nullable().meta({ description: 'null: the whole place, or any of its premises' }),
    tenure: z.enum(TENURES).nullable(),
    rentCentsPerYear: cents.nullable(),
    chargesCentsPerYear: cents.nullable(),
    taxesCentsPerYear: cents.nullable(),
    costCentsPerYear: cents.nullable().meta({ description: 'Rent + charges + taxes; null when one of them is unknown' }),
    depositCents: cents.nullable(),
    priceCents: cents.nullable(),
    freeGround: z.string().nullable().meta({ description: 'Why it may be free' }),
    availableFrom: day.nullable(),
    availableUntil: day.nullable(),
    openEnded: z.boolean(),
    worksCentsEstimate: cents.nullable(),
    worksPaidByOwner: knownOrNot,
    activitiesWelcome: z.array(z.enum(ACTIVITIES)).nullable(),
    activitiesExcluded: z.array(z.enum(ACTIVITIES)).nullable(),
    minTermMonths: z.int().nullable(),
    maxTermMonths: z.int().nullable(),
  })
  .meta({ id: 'Offer' });

const stop = z
  .object({
    id: z.string(),
    name: z.string(),
    point: geoPoint,
    distanceM: distanceM.meta({ description: 'Straight line × 1.3' }),
    walkMinutes: z.int(),
    departuresTuesday: z.number().nullable(),
    trainsTuesday: z.number().nullable(),
    coachesTuesday: z.number().nullable(),
    departuresSunday: z.number().nullable(),
    lineCount: z.int().nullable(),
    demo: z.boolean(),
  })
  .meta({ id: 'SiteStop' });

const access = z
  .object({
    measuredFrom: pointPrecision.nullable(),
    coverage: z
      .literal('regional_services_only')
      .meta({ description: 'Town buses and other operators are not in the timetable: absence proves nothing' }),
    stops: z.array(stop),
  })
  .meta({ id: 'SiteAccess' });

const territory = z.object({ id: z.string(), name: z.string() }).meta({ id: 'TerritoryName' });
const whereabouts = z
  .object({
    commune: z
      .object({
        id: z.string(),
        name: z.string(),
        postalCodes: z.array(z.string()),
        population: z.int().nullable(),
        labels: z.array(z.object({ label: z.string(), detail: z.string().nullable() })),
      })
      .nullable(),
    epci: territory.nullable(),
    department: territory.nullable(),
    region: territory.nullable(),
  })
  .meta({ id: 'SiteTerritories' });

const source = z
  .object({
    datasetId: z.string(),
    title: z.string(),
    producer: z.string(),
    licence: z.string(),
    licenceUrl: z.string().nullable(),
    sourceUrl: z.string().nullable(),
    attribution: z.string(),
    shareAlike: z.boolean(),
    date: day.nullable(),
    remarks: z.array(z.string()).meta({ description: 'Codes of what the import had to note' }),
  })
  .meta({ id: 'SiteSource' });

const contribution = z
  .object({
    kind: z.enum(['correction', 'place']),
    credit: z.string().nullable().meta({ description: 'Null: they did not ask to be named' }),
    on: day,
    fields: z.array(z.string()),
  })
  .meta({ id: 'SiteContribution' });

export const completeness = z
  .object({
    score: z.int().min(0).max(100),
    known: z.int(),
    asked: z.int(),
    missing: z.array(z.string()).meta({ description: 'Unknown fields, the most useful to learn first' }),
    next: z.string().nullable(),
  })
  .meta({ id: 'Completeness' });

export const siteView = z
  .object({
    id,
    name: z.string(),
    kind: z.enum(SITE_KINDS),
    state: z.enum(SITE_STATES),
    shelf: shelf.nullable(),
    demo: z.boolean(),
    summary: z.string().nullable(),
    description: z.string().nullable(),
    address: z.string().nullable(),
    point: geoPoint.nullable(),
    pointPrecision: pointPrecision.nullable(),
    locationShown: z.enum(LOCATION_SHOWN),
    outline: z.record(z.string(), z.unknown()).nullable().meta({ description: 'GeoJSON MultiPolygon' }),
    photo: z.string().nullable().meta({ description: 'A small size of the first of the photos' }),
    photos: z.array(shownPhoto),
    documents: z.array(shownDocument),
    facts: siteFacts,
    features,
    constraints,
    uses,
    fieldSources: z
      .record(z.string(), factSource)
      .meta({ description: 'Source of any other field, by its name here (`name`, `features.water` …)' }),
    premises: z.array(premises),
    offers: z.array(offer),
    access,
    territories: whereabouts,
    owner: z.object({
      kind: z.enum(OWNER_KINDS).nullable(),
      name: z.string().nullable(),
      organisation: z.object({ id, name: z.string(), demo: z.boolean() }).nullable(),
      agentRole: z.enum(AGENT_ROLES).nullable(),
      contact: z.string().nullable(),
      email: z.string().nullable().meta({ description: 'A functional mailbox' }),
    }),
    property: z
      .object({ act: z.string().nullable(), date: day.nullable(), reference: z.string().nullable() })
      .meta({ description: 'The act that decides the property status, as its owner states it' }),
    living: z
      .object({ runBy: z.string().nullable(), activities: z.array(z.enum(ACTIVITIES)).nullable(), website: z.string().nullable() })
      .meta({ description: 'Of a tiers-lieu that is there: who runs it, what is done there' }),
    surroundings: z.string().nullable(),
    history: z.array(
      z.object({ at: instant, from: z.enum(SITE_STATES).nullable(), to: z.enum(SITE_STATES), reason: z.string().nullable() }),
    ),
    sources: z.array(source),
    contributions: z.array(contribution).meta({ description: 'What third parties proposed and was accepted, the latest first' }),
    completeness,
    publishedAt: instant.nullable(),
    updatedAt: instant,
    actions: z.array(z.string()).meta({ description: 'What the reader may do with this place now' }),
    links: z.object({ self: z.string(), page: z.string(), nearby: z.string() }),
  })
  .meta({ id: 'Site' });
export type SiteView = z.infer<typeof siteView>;
