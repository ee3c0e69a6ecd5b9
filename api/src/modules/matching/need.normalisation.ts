import type { EntityManager } from 'typeorm';
import { problem } from '../../platform/http/problem.js';
import { said } from '../../platform/http/request-context.js';
import type { Need, ZonePartInput } from '../projects/needs.schemas.js';
import { TENURES } from '../sites/site.vocabulary.js';
import { CRITERIA } from './criteria/criteria.js';
import { shapesOf, toGrid, type Degrees } from './match.grids.js';
import type { GridPoint, NeedProfile, Zone, ZonePart } from './engine/match.profile.js';

const METRES_PER_MINUTE = 80;

/** Calendar day → days since 1970-01-01. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
const cents = (euros: number): number => Math.round(euros * 100);

/**
 * What people stated, in the engine's terms: cents, days, metres in the legal grid. Points are placed by the database.
 * @throws problem 422 for an unknown criterion or a drawing that crosses itself
 */
export async function normaliseNeed(tx: EntityManager, needId: string, asked: Need, asOf: Date): Promise<NeedProfile> {
  refuseUnknownCriteria(asked);
  const grid = await toGrid(tx, shapesOf(asked));
  const zone = asked.zone.map((group) => group.anyOf.map((part) => normalisePart(part, grid)));
  const preferredPoint = asked.preferredPoint ? grid(asked.preferredPoint) : onlyCentre(zone);
  return {
    needId,
    asOfDay: dayNumber(asOf.toISOString().slice(0, 10)),
    zone: zone.map(uniteTerritories),
    kinds: unique(asked.kinds),
    floorAreaMinM2: asked.floorAreaMinM2 ?? null,
    floorAreaMaxM2: asked.floorAreaMaxM2 ?? null,
    landAreaMinM2: asked.landAreaMinM2 ?? null,
    landAreaMaxM2: asked.landAreaMaxM2 ?? null,
    areaTolerancePercent: asked.areaTolerancePercent,
    tenures: tenuresOf(asked),
    budgetCentsPerYear: asked.budget ? cents(asked.budget.euros) * (asked.budget.per === 'month' ? 12 : 1) : null,
    priceMaxCents: asked.priceMaxEuros == null ? null : cents(asked.priceMaxEuros),
    neededByDay: asked.neededBy ? dayNumber(asked.neededBy) : null,
    durationMonths: asked.durationMonths ?? null,
    mustHave: unique(asked.mustHave),
    wish: unique(asked.wish).filter((feature) => !asked.mustHave.includes(feature)),
    uses: unique(asked.uses),
    excludedConstraints: unique(asked.excludedConstraints),
    worksCapacityCents: asked.worksCapacityEuros == null ? null : cents(asked.worksCapacityEuros),
    walkToStopMaxM: asked.walkToStopMinutes == null ? null : asked.walkToStopMinutes * METRES_PER_MINUTE,
    preferredPoint,
    activity: asked.activity ?? null,
    preferred: unique(asked.preferred),
    matterMost: unique(asked.matterMost),
  };
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** A budget for rent says nothing of buying: a sale is looked at only when it is asked for, by its tenure or by a price. */
function tenuresOf(asked: Need): NeedProfile['tenures'] {
  if (asked.tenures.length > 0 || !asked.budget || asked.priceMaxEuros != null) return unique(asked.tenures);
  return TENURES.filter((tenure) => tenure !== 'sale');
}

function normalisePart(part: ZonePartInput, grid: (degrees: Degrees) => GridPoint): ZonePart {
  if (part.type === 'circle') return { type: 'circle', centre: grid(part.centre), radiusM: Math.round(part.radiusKm * 1000) };
  if (part.type === 'territory') {
    const [kind, code = ''] = part.id.split(':');
    const codes = (level: string): string[] => (kind === level ? [code] : []);
    return {
      type: 'territories',
      regions: codes('region'),
      departments: codes('department'),
      epcis: codes('epci'),
      communes: codes('commune'),
    };
  }
  const corners = (part.polygon.coordinates[0] ?? []).map(([lon, lat]) => grid({ lon, lat }));
  return { type: 'polygon', grid: corners[0]?.grid ?? 2154, ring: corners.map(({ xM, yM }) => [xM, yM] as const) };
}

/** Territories of one group read better, and search faster, as one part. */
function uniteTerritories(group: readonly ZonePart[]): ZonePart[] {
  const territories = group.filter((part) => part.type === 'territories');
  if (territories.length < 2) return [...group];
  const all = (level: 'regions' | 'departments' | 'epcis' | 'communes'): string[] => unique(territories.flatMap((part) => part[level]));
  const united = {
    type: 'territories',
    regions: all('regions'),
    departments: all('departments'),
    epcis: all('epcis'),
    communes: all('communes'),
  } as const;
  return [united, ...group.filter((part) => part.type !== 'territories')];
}

function onlyCentre(zone: Zone): GridPoint | null {
  const circles = zone.flat().filter((part) => part.type === 'circle');
  return circles.length === 1 ? (circles[0]?.centre ?? null) : null;
}

const KNOWN: ReadonlySet<string> = new Set(CRITERIA.map((row) => row.id));
const unknownCriterion = said('critère inconnu : voir /api/matches/method', 'unknown criterion: see /api/matches/method');

function refuseUnknownCriteria(asked: Need): void {
  const faults = (['preferred', 'matterMost'] as const).flatMap((field) =>
    asked[field].flatMap((id, index) =>
      KNOWN.has(id) ? [] : [{ in: 'body' as const, pointer: `/need/${field}/${String(index)}`, message: unknownCriterion.error() }],
    ),
  );
  if (faults.length > 0) throw problem('invalid-input', { errors: faults });
}
