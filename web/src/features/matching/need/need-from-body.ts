import type { Need, ZonePart } from '../match-types';
import { writeCorners } from '../../../map/corners';
import { type NeedSearch, writeLonLat } from './need-search';

/** A need as the API gives it back: corners are lists of numbers there. */
type SaidPart = Exclude<ZonePart, { type: 'polygon' }> | { type: 'polygon'; polygon: { type: 'Polygon'; coordinates: number[][][] } };
type SaidNeed = Omit<Need, 'zone'> & { readonly zone: readonly { readonly anyOf: readonly SaidPart[] }[] };

/** A stored need as the form and the address write it, or null when it says more than they can: a second circle, two drawings. */
export function fromNeed(need: SaidNeed): NeedSearch | null {
  const where = whereOf(need.zone);
  if (where === null) return null;
  const preferred = need.preferredPoint ?? null;
  const answers: NeedSearch = {
    ...where,
    activity: need.activity ?? undefined,
    kinds: filled(need.kinds),
    floorMin: need.floorAreaMinM2 ?? undefined,
    floorMax: need.floorAreaMaxM2 ?? undefined,
    landMin: need.landAreaMinM2 ?? undefined,
    landMax: need.landAreaMaxM2 ?? undefined,
    tolerance: need.areaTolerancePercent === 0 ? undefined : need.areaTolerancePercent,
    tenures: filled(need.tenures),
    budget: need.budget ? (need.budget.per === 'month' ? need.budget.euros : need.budget.euros / 12) : undefined,
    price: need.priceMaxEuros ?? undefined,
    by: need.neededBy ?? undefined,
    months: need.durationMonths ?? undefined,
    must: filled(need.mustHave),
    wish: filled(need.wish),
    uses: filled(need.uses),
    without: filled(need.excludedConstraints),
    works: need.worksCapacityEuros ?? undefined,
    walk: need.walkToStopMinutes ?? undefined,
    prefer: preferred ? writeLonLat(preferred) : undefined,
    soft: filled(weakened(need.preferred)),
    first: filled(need.matterMost),
  };
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
}

function filled<T>(list: readonly T[] | undefined): T[] | undefined {
  return list && list.length > 0 ? [...list] : undefined;
}

/** Criteria of the engine → the subject people weaken as a whole. */
function weakened(criteria: readonly string[]): string[] {
  return [...new Set(criteria.map((id) => (id.startsWith('use_') ? 'use' : id.startsWith('free_of_') ? 'free_of' : id)))];
}

type Where = Pick<NeedSearch, 'in' | 'near' | 'radiusKm' | 'drawn' | 'combine'>;

function whereOf(zone: SaidNeed['zone']): Where | null {
  const parts = zone.flatMap(({ anyOf }) => anyOf);
  const sortsIn = zone.map(({ anyOf }) => new Set(anyOf.map(({ type }) => type)));
  const sorts = new Set(parts.map(({ type }) => type));
  const united = zone.length === 1 && sorts.size > 1;
  const apart = sortsIn.every((group) => group.size === 1) && zone.length === sorts.size;
  if (zone.length > 0 && !united && !apart) return null;
  const circles = parts.filter((part) => part.type === 'circle');
  const drawings = parts.filter((part) => part.type === 'polygon');
  if (circles.length > 1 || drawings.length > 1) return null;
  const territories = parts.filter((part) => part.type === 'territory').map(({ id }) => id);
  return {
    ...(territories.length > 0 ? { in: territories } : {}),
    ...circleOf(circles[0]),
    ...(drawings[0] ? { drawn: writeCorners((drawings[0].polygon.coordinates[0] ?? []).slice(0, -1)) } : {}),
    ...(united ? { combine: 'any' as const } : {}),
  };
}

function circleOf(circle: Extract<SaidPart, { type: 'circle' }> | undefined): Where {
  return circle ? { near: writeLonLat(circle.centre), radiusKm: circle.radiusKm } : {};
}
