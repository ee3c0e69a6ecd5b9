import type { Need, ZonePart } from '../match-types';
import { readCorners } from '../../../map/corners';
import { type NeedSearch, readLonLat } from './need-search';

/** A subject people weaken as a whole, and the criteria of the engine it stands for. */
const subjects = (need: NeedSearch): Readonly<Record<string, readonly string[]>> => ({
  use: (need.uses ?? []).map((use) => `use_${use}`),
  free_of: (need.without ?? []).map((constraint) => `free_of_${constraint}`),
});

/** The need as the API takes it. */
export function toNeed(need: NeedSearch): Need {
  const preferredPoint = readLonLat(need.prefer);
  const soft = need.soft ?? [];
  return {
    activity: need.activity ?? null,
    zone: zoneOf(need),
    kinds: need.kinds ?? [],
    floorAreaMinM2: need.floorMin ?? null,
    floorAreaMaxM2: need.floorMax ?? null,
    landAreaMinM2: need.landMin ?? null,
    landAreaMaxM2: need.landMax ?? null,
    areaTolerancePercent: need.tolerance ?? 0,
    tenures: need.tenures ?? [],
    budget: need.budget === undefined ? null : { euros: need.budget, per: 'month' },
    priceMaxEuros: need.price ?? null,
    neededBy: need.by ?? null,
    durationMonths: need.months ?? null,
    mustHave: need.must ?? [],
    wish: need.wish ?? [],
    uses: need.uses ?? [],
    excludedConstraints: need.without ?? [],
    worksCapacityEuros: need.works ?? null,
    walkToStopMinutes: need.walk ?? null,
    preferredPoint,
    preferred: soft.flatMap((word) => subjects(need)[word] ?? [word]),
    matterMost: need.first ?? [],
  };
}

function zoneOf(need: NeedSearch): Need['zone'] {
  const areas = areasOf(need);
  if (areas.length === 0) return [];
  return need.combine === 'any' ? [{ anyOf: areas.flat() }] : areas.map((anyOf) => ({ anyOf }));
}

/** At most three areas: territories together, a circle, a drawing. */
function areasOf(need: NeedSearch): ZonePart[][] {
  const centre = readLonLat(need.near);
  const corners = readCorners(need.drawn);
  const first = corners[0];
  return [
    (need.in ?? []).map((id) => ({ type: 'territory' as const, id })),
    centre ? [{ type: 'circle' as const, centre, radiusKm: need.radiusKm ?? 30 }] : [],
    first ? [{ type: 'polygon' as const, polygon: { type: 'Polygon' as const, coordinates: [[...corners, first]] } }] : [],
  ].filter((area) => area.length > 0);
}
