import { z } from 'zod';
import { areaM2, distanceM, geoPoint, id } from '../../platform/http/fields.js';
import { ACTIVITIES, CONDITIONS, SITE_KINDS, TENURES } from '../sites/site.vocabulary.js';
import { STANDINGS_SHOWN } from '../sites/standing/standing.rules.js';
import { pointPrecision } from '../sites/sites.schemas.js';
import { need } from '../projects/needs.schemas.js';
import { ELIGIBILITIES } from './engine/match.rules.js';

/** What goes in and out of matching. Sentences come in the language of the request (`?lang=`). */

const matchShelf = z.enum(['offered', 'owner_known']);
/** What is listed: `excluded` never is. */
const listedEligibility = z.enum(ELIGIBILITIES).exclude(['excluded']).meta({
  id: 'Eligibility',
  description: 'eligible: fits · to_confirm: nothing against it, some facts unknown · near_miss: one thing to change · too_little_known',
});

const perSection = z.int().min(1).max(50).default(10).meta({ description: 'Places shown per section' });
export const tryInput = z.object({ need, perSection }).meta({ id: 'TryNeed' });
export type TryInput = z.infer<typeof tryInput>;

export const moreInput = z
  .object({
    need,
    shelf: matchShelf,
    eligibility: listedEligibility,
    cursor: z.string().max(600).meta({ description: 'The `next` of the section read so far' }),
    limit: z.int().min(1).max(50).default(20),
  })
  .meta({ id: 'MoreMatches' });
export type MoreInput = z.infer<typeof moreInput>;

const commune = z.object({ id: z.string(), name: z.string(), departmentCode: z.string().nullable() }).nullable();

const matchedPlace = z
  .object({
    id,
    name: z.string(),
    kind: z.enum(SITE_KINDS),
    demo: z.boolean(),
    photo: z.string().nullable(),
    standing: z.enum(STANDINGS_SHOWN).nullable().meta({ description: 'What passers-by say stands there; shown, never scored' }),
    condition: z.enum(CONDITIONS).nullable(),
    commune,
    point: geoPoint.nullable(),
    pointPrecision: pointPrecision.nullable(),
    ownerName: z.string().nullable(),
    landAreaM2: areaM2.nullable(),
    footprintM2: areaM2.nullable(),
    nearestStop: z
      .object({ name: z.string(), walkMinutes: z.int(), departuresPerWeekday: z.int().nullable() })
      .nullable()
      .meta({ description: 'Estimate: straight line × 1.3 at 80 m/min' }),
    attributions: z.array(z.string()),
  })
  .meta({ id: 'MatchedPlace' });
export type MatchedPlace = z.infer<typeof matchedPlace>;

const matchedOption = z
  .object({
    id,
    premisesName: z.string().nullable(),
    tenure: z.enum(TENURES).nullable(),
    floorAreaM2: areaM2.nullable(),
    floorAreaFromM2: areaM2.nullable(),
  })
  .meta({ id: 'MatchedOption', description: 'The premises and the terms that suit best' });
export type MatchedOption = z.infer<typeof matchedOption>;

const explainedRow = z
  .object({
    id: z.string(),
    label: z.string(),
    strength: z.enum(['required', 'preferred']),
    verdict: z.enum(['met', 'not_met', 'unknown']),
    asked: z.string(),
    found: z.string().nullable(),
    sentence: z.string(),
    question: z.string().nullable().meta({ description: 'To ask the owner' }),
    change: z
      .object({
        project: z.string().nullable(),
        place: z.string().nullable(),
        amount: z
          .int()
          .nullable()
          .meta({ description: 'What the project would ask instead: cents a year, cents, m², metres, months or day number' }),
      })
      .nullable()
      .meta({ description: 'The smallest change on either side that would make it fit' }),
    points: z
      .int()
      .nullable()
      .meta({ description: 'Whole points: over the rows they add up to score.low; null = unknown or no preference' }),
    outOf: z.int().nullable().meta({ description: 'Points at most, about 100 over the rows' }),
  })
  .meta({ id: 'ExplainedCriterion' });

const score = z.object({ low: z.int(), high: z.int() }).nullable().meta({ description: '0 to 100; null when no preference is known' });
const conditions = z.object({ met: z.int(), notMet: z.int(), unknown: z.int() });

export const match = z
  .object({
    site: matchedPlace,
    option: matchedOption,
    shelf: matchShelf,
    eligibility: listedEligibility,
    summary: z.string(),
    score,
    completenessPercent: z.int(),
    conditions,
    distanceM: distanceM.nullable().meta({ description: 'From the preferred point, in a straight line' }),
    questions: z.array(z.string()),
    rows: z.array(explainedRow),
  })
  .meta({ id: 'Match' });
export type Match = z.infer<typeof match>;

export const matchPage = z.object({ items: z.array(match), next: z.string().nullable() }).meta({ id: 'MatchPage' });
export type MatchPage = z.infer<typeof matchPage>;

const whatIf = z
  .object({
    id: z.string(),
    label: z.string(),
    offered: z.int(),
    ownerKnown: z.int(),
    ifOwnersAnswered: z.int().meta({ description: 'More still, if their owners answered what is unknown' }),
    steps: z
      .array(
        z.object({ more: z.int(), size: z.int().meta({ description: 'By how much, in cents, m², metres or days' }), sentence: z.string() }),
      )
      .meta({ description: 'Smallest relaxation for the next 1, 5 and 10' }),
    choices: z.array(z.object({ more: z.int(), word: z.string(), label: z.string() })),
  })
  .meta({ id: 'WhatIf', description: 'What setting one condition aside would open' });

const lead = z
  .object({
    site: matchedPlace,
    distanceM: distanceM.nullable(),
    known: z.array(z.string()).meta({ description: 'What is known, condition by condition' }),
    questions: z.array(z.string()).meta({ description: 'What to ask its owner' }),
  })
  .meta({ id: 'Lead' });
export type Lead = z.infer<typeof lead>;

const tiersLieu = z
  .object({
    site: matchedPlace,
    distanceM: distanceM.nullable(),
    runBy: z.string().nullable(),
    activities: z.array(z.enum(ACTIVITIES)).readonly().nullable(),
  })
  .meta({ id: 'NearTiersLieu' });

const section = matchPage.extend({ shelf: matchShelf, eligibility: listedEligibility, total: z.int() }).meta({ id: 'MatchSection' });

export const tryResult = z
  .object({
    version: z.string().meta({ description: 'Version of the method' }),
    conditionsAsked: z.array(z.object({ id: z.string(), label: z.string(), asked: z.string() })),
    sections: z.array(section).meta({ description: 'Best first: shelf, then eligibility. Empty sections are left out.' }),
    whatIf: z.array(whatIf),
    leads: z.object({ total: z.int(), items: z.array(lead) }).meta({ description: 'From open data: not on offer, never scored' }),
    tiersLieux: z
      .object({ total: z.int(), items: z.array(tiersLieu) })
      .meta({ description: 'Living tiers-lieux of the zone, the nearest first: never scored' }),
  })
  .meta({ id: 'TryResult' });
export type TryResult = z.infer<typeof tryResult>;

const methodRow = z
  .object({
    id: z.string(),
    label: z.string(),
    rule: z.string(),
    question: z.string(),
    condition: z.boolean(),
    weight: z.int(),
    graded: z.boolean(),
  })
  .meta({ id: 'MethodCriterion' });
const methodIn = z.object({ introduction: z.array(z.string()), criteria: z.array(methodRow) });
export const method = z
  .object({ version: z.string(), mattersMostFactor: z.int(), fr: methodIn, en: methodIn })
  .meta({ id: 'MatchingMethod', description: 'The table the engine runs on, as data' });
export type Method = z.infer<typeof method>;

export const siteParams = z.object({ id });

const projectMatch = z
  .object({
    project: z.object({
      id,
      name: z.string(),
      activity: z.enum(ACTIVITIES).nullable(),
      organisation: z.string(),
      publicSummary: z.string().nullable(),
      demo: z.boolean(),
    }),
    eligibility: listedEligibility,
    summary: z.string(),
    score,
    conditions,
    questions: z.array(z.string()).meta({ description: 'What the project would ask the owner' }),
    changes: z.array(z.string()).meta({ description: 'What would make the place fit' }),
  })
  .meta({ id: 'ProjectMatch', description: 'Says nothing of the need beyond what concerns this place' });
export type ProjectMatch = z.infer<typeof projectMatch>;

export const projectMatches = z
  .object({
    version: z.string(),
    totals: z.record(listedEligibility, z.int()),
    items: z.array(projectMatch),
    next: z.null(),
    whatIf: z.array(whatIf).meta({ description: 'How many more projects a change of the place would open' }),
  })
  .meta({ id: 'ProjectMatches' });
export type ProjectMatches = z.infer<typeof projectMatches>;
