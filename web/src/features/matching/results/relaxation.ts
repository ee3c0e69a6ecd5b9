import { withStrength } from '../need/conditions';
import type { NeedSearch } from '../need/need-search';
import { FEATURES, SITE_KINDS, TENURES } from '../need/need-words';

/** Centimes, metres and days of the engine, brought back to what people answered; always rounded to the generous side. */
const METRES_PER_MINUTE = 80;
const daysOf = (months: number) => Math.floor((months * 487) / 16);
const monthsOf = (days: number) => Math.max(1, Math.floor((days * 16) / 487));

/** The need with one condition looser by `size`, in the unit of its criterion; null when that condition has no size. */
export function relaxBy(need: NeedSearch, id: string, size: number): NeedSearch | null {
  switch (id) {
    case 'floor_area':
      return { ...need, floorMin: smaller(need.floorMin, size, need.tolerance), floorMax: larger(need.floorMax, size, need.tolerance) };
    case 'land_area':
      return { ...need, landMin: smaller(need.landMin, size, need.tolerance), landMax: larger(need.landMax, size, need.tolerance) };
    case 'cost':
      return { ...need, budget: Math.ceil(((need.budget ?? 0) * 1200 + size) / 12) / 100 };
    case 'price':
      return { ...need, price: (need.price ?? 0) + size / 100 };
    case 'works':
      return { ...need, works: (need.works ?? 0) + size / 100 };
    case 'available_by':
      return need.by === undefined ? null : { ...need, by: dayAfter(need.by, size) };
    case 'long_enough':
      return { ...need, months: monthsOf(daysOf(need.months ?? 0) - size) };
    case 'walk_to_stop':
      return { ...need, walk: Math.ceil(((need.walk ?? 0) * METRES_PER_MINUTE + size) / METRES_PER_MINUTE) };
    case 'zone':
      return need.near === undefined ? null : { ...need, radiusKm: Math.ceil((need.radiusKm ?? 0) * 10 + size / 100) / 10 };
    default:
      return null;
  }
}

/** Bounds are compared after the tolerance: what is taken off must still count once the tolerance is applied again. */
function smaller(min: number | undefined, size: number, tolerance = 0): number | undefined {
  if (min === undefined) return undefined;
  const accepted = Math.ceil((min * (100 - tolerance)) / 100);
  return Math.max(1, Math.floor(((accepted - size) * 100) / (100 - tolerance)));
}

function larger(max: number | undefined, size: number, tolerance = 0): number | undefined {
  if (max === undefined) return undefined;
  const accepted = Math.floor((max * (100 + tolerance)) / 100);
  return Math.ceil(((accepted + size) * 100) / (100 + tolerance));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The need that also accepts one more kind of place or tenure. */
export function acceptAlso(need: NeedSearch, id: string, word: string): NeedSearch | null {
  const kind = SITE_KINDS.find((candidate) => candidate === word);
  if (id === 'kind' && kind) return { ...need, kinds: [...(need.kinds ?? []), kind] };
  const tenure = TENURES.find((candidate) => candidate === word);
  return id === 'tenure' && tenure ? { ...need, tenures: [...(need.tenures ?? []), tenure] } : null;
}

/** The condition keeps its place in the order but no longer keeps anything out. */
export function setAside(need: NeedSearch, id: string): NeedSearch {
  const feature = FEATURES.find((candidate) => id === `feature_${candidate}`);
  if (!feature) return withStrength(need, id, 'preferred');
  return { ...need, must: (need.must ?? []).filter((kept) => kept !== feature), wish: [...(need.wish ?? []), feature] };
}

/** The need with one condition moved just far enough to take in one place. */
export function relaxTo(need: NeedSearch, id: string, amount: number): NeedSearch | null {
  switch (id) {
    case 'floor_area':
      return amount < (need.floorMin ?? 0) ? { ...need, floorMin: amount } : { ...need, floorMax: amount };
    case 'land_area':
      return amount < (need.landMin ?? 0) ? { ...need, landMin: amount } : { ...need, landMax: amount };
    case 'cost':
      return { ...need, budget: Math.ceil(amount / 12) / 100 };
    case 'price':
      return { ...need, price: amount / 100 };
    case 'works':
      return { ...need, works: amount / 100 };
    case 'available_by':
      return { ...need, by: dayAfter('1970-01-01', amount) };
    case 'long_enough':
      return { ...need, months: Math.max(1, amount) };
    case 'walk_to_stop':
      return { ...need, walk: Math.ceil(amount / METRES_PER_MINUTE) };
    case 'zone':
      return need.near === undefined ? null : { ...need, radiusKm: Math.ceil(amount / 100) / 10 };
    default:
      return null;
  }
}
