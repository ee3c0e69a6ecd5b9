import { ACTIVITIES, CONDITIONS, CONSTRAINTS, FEATURES, SITE_KINDS, TENURES, USES } from '../../sites/site.vocabulary.js';
import { CRITERIA } from '../criteria/criteria.js';
import { OPEN_ENDED_DAY, type GridPoint, type NeedProfile, type OptionProfile, type Zone, type ZonePart } from '../engine/match.profile.js';

/** Made-up places and needs for the checker and the property tests: few distinct values, so that limits and ties are met often. */

/** Same seed, same dice (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => items[whole(0, items.length - 1)] as T;
  return {
    whole,
    pick,
    chance: (share) => next() < share,
    some: (items, share) => items.filter(() => next() < share),
    id: () => `${hex(whole(0, 0xffffff), 8)}-0000-7000-8000-${hex(whole(0, 0xffffff), 12)}`,
  };
}

const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');

export interface Dice {
  readonly whole: (from: number, to: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly chance: (share: number) => boolean;
  readonly some: <T>(items: readonly T[], share: number) => T[];
  readonly id: () => string;
}

/** Where made-up places may stand: codes that belong together, as in the territory table. */
export interface KnownCommune {
  readonly regionCode: string;
  readonly departmentCode: string;
  readonly epciCode: string | null;
  readonly communeCode: string;
  readonly point: GridPoint | null;
}

export const AS_OF_DAY = 20_780;

export function randomOption(roll: Dice, communes: readonly KnownCommune[], blanks = 0.2): OptionProfile {
  const blank = <T>(value: T): T | null => (roll.chance(blanks) ? null : value);
  const facts = <K extends string>(names: readonly K[]): Record<K, boolean | null> =>
    Object.fromEntries(names.map((name) => [name, blank(roll.chance(0.6))])) as Record<K, boolean | null>;
  const commune = blank(roll.pick(communes));
  const floor = blank(roll.pick([80, 150, 151, 190, 200, 220, 250, 300, 330, 375, 400, 600, 2000]));
  const tenure = blank(roll.pick(TENURES));
  const from = blank(AS_OF_DAY + roll.pick([-400, -1, 0, 30, 92, 93, 200, 500, 900]));
  return {
    optionId: roll.id(),
    siteId: roll.id(),
    shelf: roll.chance(0.6) ? 'offered' : 'owner_known',
    kind: roll.pick(SITE_KINDS.slice(0, 6)),
    regionCode: commune?.regionCode ?? null,
    departmentCode: commune?.departmentCode ?? null,
    epciCode: roll.chance(0.1) ? null : (commune?.epciCode ?? null),
    communeCode: roll.chance(0.1) ? null : (commune?.communeCode ?? null),
    point: commune?.point ? blank(near(roll, commune.point)) : null,
    floorAreaM2: floor,
    floorAreaFromM2:
      floor !== null && roll.chance(0.2) ? (roll.pick([40, 100, 150]) > floor ? floor : Math.min(floor, roll.pick([40, 80]))) : null,
    landAreaM2: blank(roll.pick([100, 400, 500, 1000, 1250, 5000])),
    tenure,
    costCentsPerYear: tenure === 'sale' ? null : blank(roll.pick([0, 120_000, 600_000, 720_000, 750_000, 900_000, 900_001, 2_000_000])),
    priceCents: tenure === 'sale' || tenure === null ? blank(roll.pick([0, 5_000_000, 10_000_000, 12_500_000, 12_500_001])) : null,
    availableFromDay: from,
    availableUntilDay: roll.chance(0.3)
      ? OPEN_ENDED_DAY
      : blank(Math.max(from ?? AS_OF_DAY, AS_OF_DAY) + roll.pick([100, 273, 274, 365, 1095, 1096, 4000])),
    features: facts(FEATURES),
    constraints: facts(CONSTRAINTS),
    uses: facts(USES),
    condition: blank(roll.pick(CONDITIONS)),
    worksCentsEstimate: blank(roll.pick([0, 1_000_000, 2_000_000, 2_500_000, 2_500_001])),
    worksPaidByOwner: blank(roll.chance(0.4)),
    walkToStopM: blank(roll.pick([0, 300, 799, 800, 801, 1000, 1001, 4000])),
    stopDeparturesPerDay: blank(roll.whole(0, 40)),
    activitiesWelcome: blank(roll.some(ACTIVITIES, 0.2)),
    priorityArea: blank(roll.chance(0.3)),
  };
}

function near(roll: Dice, point: GridPoint): GridPoint {
  return { grid: point.grid, xM: point.xM + roll.whole(-8000, 8000), yM: point.yM + roll.whole(-8000, 8000) };
}

export function randomNeed(roll: Dice, communes: readonly KnownCommune[]): NeedProfile {
  const maybe = <T>(value: T, share = 0.4): T | null => (roll.chance(share) ? value : null);
  const floorMin = maybe(roll.pick([150, 200, 250, 300]), 0.6);
  return {
    needId: roll.id(),
    asOfDay: AS_OF_DAY,
    zone: randomZone(roll, communes),
    kinds: roll.chance(0.5) ? roll.some(SITE_KINDS.slice(0, 6), 0.6) : [],
    floorAreaMinM2: floorMin,
    floorAreaMaxM2: maybe((floorMin ?? 100) + roll.pick([0, 50, 150])),
    landAreaMinM2: maybe(roll.pick([400, 500]), 0.2),
    landAreaMaxM2: maybe(roll.pick([1000, 4000]), 0.2),
    areaTolerancePercent: roll.pick([0, 0, 5, 10, 30]),
    tenures: roll.chance(0.4) ? roll.some(TENURES, 0.6) : [],
    budgetCentsPerYear: maybe(roll.pick([0, 600_000, 720_000])),
    priceMaxCents: maybe(10_000_000, 0.2),
    neededByDay: maybe(AS_OF_DAY + roll.pick([0, 1, 100])),
    durationMonths: maybe(roll.pick([9, 12, 36])),
    mustHave: roll.some(FEATURES, 0.1),
    wish: roll.some(FEATURES, 0.1),
    uses: roll.some(USES, 0.1),
    excludedConstraints: roll.some(CONSTRAINTS, 0.1),
    worksCapacityCents: maybe(2_000_000, 0.2),
    walkToStopMaxM: maybe(800, 0.3),
    preferredPoint: maybe(roll.pick(communes).point),
    activity: maybe(roll.pick(ACTIVITIES)),
    preferred: roll.some(
      CRITERIA.map((row) => row.id),
      0.15,
    ),
    matterMost: roll
      .some(
        CRITERIA.map((row) => row.id),
        0.05,
      )
      .slice(0, 3),
  };
}

function randomZone(roll: Dice, communes: readonly KnownCommune[]): Zone {
  return Array.from({ length: roll.pick([0, 1, 1, 1, 2]) }, () =>
    Array.from({ length: roll.pick([1, 1, 2]) }, () => randomPart(roll, communes)),
  );
}

function randomPart(roll: Dice, communes: readonly KnownCommune[]): ZonePart {
  const commune = roll.pick(communes);
  if (commune.point !== null && roll.chance(0.5)) {
    return roll.chance(0.7)
      ? { type: 'circle', centre: commune.point, radiusM: roll.pick([4000, 10_000, 40_000]) }
      : star(roll, commune.point);
  }
  const level = roll.whole(0, 3);
  return {
    type: 'territories',
    regions: level === 0 ? [commune.regionCode] : [],
    departments: level === 1 ? [commune.departmentCode] : [],
    epcis: level === 2 && commune.epciCode !== null ? [commune.epciCode] : [],
    communes: level === 3 ? [commune.communeCode] : [],
  };
}

/** A simple polygon around a point: corners at growing angles never cross. */
function star(roll: Dice, centre: GridPoint): ZonePart {
  const corners = Array.from({ length: 8 }, (_, corner): [number, number] => {
    const angle = (corner * Math.PI) / 4;
    const radius = roll.pick([3000, 8000, 20_000]);
    return [Math.round(centre.xM + radius * Math.cos(angle)), Math.round(centre.yM + radius * Math.sin(angle))];
  });
  return { type: 'polygon', grid: centre.grid, ring: [...corners, corners[0] as [number, number]] };
}
