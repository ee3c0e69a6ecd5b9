import { SITE_KINDS } from '../../sites/site.vocabulary.js';
import type { NeedProfile, OptionProfile, ZonePart } from '../engine/match.profile.js';
import { lowestFloor } from '../match.sql.js';
import { cellOf, cellsOf } from '../verification/match.zone-index.js';

/** Where a project looks, as keys a place can be found by. They may only let too much through: the engine decides. */

export interface Reach {
  readonly key: string;
  readonly kind: number;
  readonly floor_from_m2: number;
  readonly floor_to_m2: number;
}

const ANYWHERE = '*';
export const ANY_KIND = -1;
const WIDEST = 2_147_483_647;
const MOST_KEYS = 1500;

/** Departments of a territory part, as the territory table says. */
export type DepartmentsOf = (part: Extract<ZonePart, { type: 'territories' }>) => readonly string[];

export function reachOf(need: NeedProfile, departmentsOf: DepartmentsOf): Reach[] {
  const required = (id: string): boolean => !need.preferred.includes(id);
  const keys = required('zone') ? keysOf(need, departmentsOf) : [ANYWHERE];
  const kinds = required('kind') && need.kinds.length > 0 ? need.kinds.map((kind) => SITE_KINDS.indexOf(kind)) : [ANY_KIND];
  const floor = required('floor_area') ? floorReach(need) : { floor_from_m2: 0, floor_to_m2: WIDEST };
  return keys.flatMap((key) => kinds.map((kind) => ({ key, kind, ...floor })));
}

/** One group of the zone is enough to look by: the one with the fewest keys. */
function keysOf(need: NeedProfile, departmentsOf: DepartmentsOf): string[] {
  const groups = need.zone.map((group) => {
    const keys = group.map((part) => {
      if (part.type === 'territories') return departmentsOf(part).map((code) => `d:${code}`);
      return cellsOf(part)?.map((cell) => `c:${String(cell)}`) ?? [ANYWHERE];
    });
    return [...new Set(keys.flat())];
  });
  const narrow = groups.filter((keys) => !keys.includes(ANYWHERE) && keys.length <= MOST_KEYS);
  return narrow.sort((a, b) => a.length - b.length)[0] ?? [ANYWHERE];
}

function floorReach(need: NeedProfile): Pick<Reach, 'floor_from_m2' | 'floor_to_m2'> {
  const { floorAreaMinM2: min, floorAreaMaxM2: max, areaTolerancePercent: tolerance } = need;
  return {
    floor_from_m2: min === null ? 0 : lowestFloor(min, tolerance),
    floor_to_m2: max === null ? WIDEST : Math.floor((max * Math.max(125, 100 + tolerance)) / 100),
  };
}

/** The keys an option answers to; `null` = its position is not fully known, so every project must be looked at. */
export function keysOfOption(option: OptionProfile): string[] | null {
  const { point, regionCode, departmentCode, epciCode, communeCode } = option;
  if (point === null || [regionCode, departmentCode, epciCode, communeCode].includes(null)) return null;
  return [ANYWHERE, `d:${departmentCode ?? ''}`, `c:${String(cellOf(point.grid, point.xM, point.yM))}`];
}
