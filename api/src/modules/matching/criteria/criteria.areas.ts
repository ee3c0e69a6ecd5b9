import { perMille, perMilleSql, type Change, type Criterion, type CriterionSql, type CriterionText, type Finding } from './criterion.js';
import type { NeedProfile } from '../engine/match.profile.js';
import type { Lang } from '../engine/match.words.js';

/** Floor area and land area: never compared with one another. Both compare an interval that can be taken with the interval asked. */

interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
}

interface Taken {
  readonly from: number | null;
  readonly to: number | null;
}

interface AreaColumns {
  /** Largest area that can be taken; a huge number when unknown. */ readonly high: string;
  /** Smallest area that can be taken; 0 when unknown. */ readonly low: string;
  readonly known: string;
}

/** With a tolerance of t %, bounds may be missed by t % and still count as met. */
const accepted = ({ min, max }: Bounds, tolerancePercent: number): Bounds => ({
  min: min === null ? null : Math.ceil((min * (100 - tolerancePercent)) / 100),
  max: max === null ? null : Math.floor((max * (100 + tolerancePercent)) / 100),
});

function compare(taken: Taken, bounds: Bounds, tolerancePercent: number): Finding {
  const { min, max } = accepted(bounds, tolerancePercent);
  const tooSmall = min !== null && taken.to !== null && taken.to < min;
  const tooLarge = max !== null && taken.from !== null && taken.from > max;
  const verdict = tooSmall || tooLarge ? 'not_met' : taken.to === null ? 'unknown' : 'met';
  return { verdict, asked: { type: 'range', unit: 'm2', from: bounds.min, to: bounds.max }, found: found(taken) };
}

function found({ from, to }: Taken): Finding['found'] {
  return to === null ? null : { type: 'range', unit: 'm2', from: from ?? to, to };
}

function changeOf(taken: Taken, bounds: Bounds, tolerancePercent: number): Change {
  const { min, max } = accepted(bounds, tolerancePercent);
  const amount = (value: number): Change['onNeed'] => ({ type: 'amount', unit: 'm2', value });
  if (min !== null && bounds.min !== null && taken.to !== null && taken.to < min) {
    return { near: taken.to * 4 >= bounds.min * 3, size: min - taken.to, onNeed: amount(taken.to), onPlace: amount(min) };
  }
  const from = taken.from ?? 0;
  return { near: from * 4 <= (bounds.max ?? 0) * 5, size: from - (max ?? 0), onNeed: amount(from), onPlace: amount(max ?? 0) };
}

/** What counts as close: the bounds asked; with one bound only, half as much again above it or down to half of it below. */
const ideal = ({ min, max }: Bounds): { readonly low: number; readonly high: number } => ({
  low: Math.max(1, min ?? Math.ceil((max ?? 0) / 2)),
  high: Math.max(1, max ?? Math.floor(((min ?? 0) * 3) / 2)),
});

function closeness(taken: Taken, bounds: Bounds): number | null {
  if (taken.to === null) return null;
  const { low, high } = ideal(bounds);
  const from = taken.from ?? taken.to;
  if (taken.to < low) return perMille(Math.floor((1000 * taken.to) / low));
  return from > high ? perMille(1000 - Math.floor((1000 * (from - high)) / high)) : 1000;
}

function areaSql(columns: AreaColumns, boundsOf: (need: NeedProfile) => Bounds): CriterionSql {
  const unmet: CriterionSql['unmet'] = (need, bind) => {
    const { min, max } = accepted(boundsOf(need), need.areaTolerancePercent);
    const small = min === null ? 'false' : `${columns.high} < ${bind(min, 'int')}`;
    const large = max === null ? 'false' : `${columns.low} > ${bind(max, 'int')}`;
    return `(${small} or ${large})`;
  };
  return {
    unmet,
    unknown: (need, bind) => `(${columns.known} is null and not ${unmet(need, bind)})`,
    near: (need, bind) => {
      const { min, max } = boundsOf(need);
      const small = min === null ? 'true' : `${columns.high} >= ${bind(Math.ceil((min * 3) / 4), 'int')}`;
      const large = max === null ? 'true' : `${columns.low} <= ${bind(Math.floor((max * 5) / 4), 'int')}`;
      // With a tolerance above 25 % whatever is unmet is too far anyway.
      return `(${small} and ${large})`;
    },
    measure: (need, bind) => {
      const { low, high } = ideal(boundsOf(need));
      const [lowest, highest] = [bind(low, 'bigint'), bind(high, 'bigint')];
      const under = perMilleSql(`1000 * ${columns.known} / ${lowest}`);
      const over = perMilleSql(`1000 - 1000 * (${columns.low} - ${highest}) / ${highest}`);
      return `case when ${columns.known} is null then null when ${columns.known} < ${lowest} then ${under} when ${columns.low} > ${highest} then ${over} else 1000 end`;
    },
    size: (need, bind) => {
      const { min, max } = accepted(boundsOf(need), need.areaTolerancePercent);
      const small =
        min === null ? 'null' : `case when ${columns.high} < ${bind(min, 'int')} then ${bind(min, 'int')} - ${columns.high} end`;
      const large = max === null ? 'null' : `${columns.low} - ${bind(max, 'int')}`;
      return `coalesce(${small}, ${large})::bigint`;
    },
  };
}

const looser = { fr: (by: string) => `avec un écart de ${by}`, en: (by: string) => `with ${by} more or less` } as const;

const words: Readonly<Record<'floor' | 'land', Readonly<Record<Lang, CriterionText>>>> = {
  floor: {
    fr: {
      label: 'Surface intérieure',
      met: (value, asked) => `Surface intérieure : ${value} (demandé : ${asked})`,
      notMet: (value, asked) => `Surface intérieure : ${value} pour ${asked}`,
      unknown: (asked) => `Surface intérieure inconnue (demandé : ${asked})`,
      question: 'Quelle est la surface intérieure utilisable ?',
      changeNeed: (to) => `accepter ${to}`,
      changePlace: (to) => `proposer ${to}`,
      looser: looser.fr,
      rule: 'La surface utilisable est dans les limites demandées, tolérance comprise ; un local divisible convient si une de ses parts convient.',
    },
    en: {
      label: 'Floor area',
      met: (value, asked) => `Floor area: ${value} (asked: ${asked})`,
      notMet: (value, asked) => `Floor area: ${value} for ${asked}`,
      unknown: (asked) => `Floor area unknown (asked: ${asked})`,
      question: 'What is the usable floor area?',
      changeNeed: (to) => `accept ${to}`,
      changePlace: (to) => `offer ${to}`,
      looser: looser.en,
      rule: 'The usable area is within the bounds asked, tolerance included; premises that can be divided fit when a part of them does.',
    },
  },
  land: {
    fr: {
      label: 'Surface de terrain',
      met: (value, asked) => `Terrain : ${value} (demandé : ${asked})`,
      notMet: (value, asked) => `Terrain : ${value} pour ${asked}`,
      unknown: (asked) => `Surface de terrain inconnue (demandé : ${asked})`,
      question: 'Quelle est la surface du terrain ?',
      changeNeed: (to) => `accepter un terrain de ${to}`,
      changePlace: (to) => `proposer un terrain de ${to}`,
      looser: looser.fr,
      rule: 'La surface du terrain est dans les limites demandées, tolérance comprise.',
    },
    en: {
      label: 'Land area',
      met: (value, asked) => `Land: ${value} (asked: ${asked})`,
      notMet: (value, asked) => `Land: ${value} for ${asked}`,
      unknown: (asked) => `Land area unknown (asked: ${asked})`,
      question: 'What is the area of the land?',
      changeNeed: (to) => `accept ${to} of land`,
      changePlace: (to) => `offer ${to} of land`,
      looser: looser.en,
      rule: 'The land area is within the bounds asked, tolerance included.',
    },
  },
};

const floorBounds = (need: NeedProfile): Bounds => ({ min: need.floorAreaMinM2, max: need.floorAreaMaxM2 });
const landBounds = (need: NeedProfile): Bounds => ({ min: need.landAreaMinM2, max: need.landAreaMaxM2 });
const bounded = ({ min, max }: Bounds): boolean => min !== null || max !== null;

const floorArea: Criterion = {
  id: 'floor_area',
  reads: ['floorAreaM2'],
  asked: (need) => bounded(floorBounds(need)),
  find: (option, need) =>
    compare({ from: option.floorAreaFromM2 ?? option.floorAreaM2, to: option.floorAreaM2 }, floorBounds(need), need.areaTolerancePercent),
  change: (option, need) =>
    changeOf({ from: option.floorAreaFromM2 ?? option.floorAreaM2, to: option.floorAreaM2 }, floorBounds(need), need.areaTolerancePercent),
  preference: {
    weight: 10,
    wished: (need) => bounded(floorBounds(need)),
    measure: (option, need) => closeness({ from: option.floorAreaFromM2, to: option.floorAreaM2 }, floorBounds(need)),
  },
  sizeUnit: 'm2',
  text: words.floor,
  sql: areaSql({ high: 'm.floor_high_m2', low: 'm.floor_low_m2', known: 'm.floor_area_m2' }, floorBounds),
};

const landArea: Criterion = {
  id: 'land_area',
  reads: ['landAreaM2'],
  asked: (need) => bounded(landBounds(need)),
  find: (option, need) => compare({ from: option.landAreaM2, to: option.landAreaM2 }, landBounds(need), need.areaTolerancePercent),
  change: (option, need) => changeOf({ from: option.landAreaM2, to: option.landAreaM2 }, landBounds(need), need.areaTolerancePercent),
  preference: {
    weight: 10,
    wished: (need) => bounded(landBounds(need)),
    measure: (option, need) => closeness({ from: option.landAreaM2, to: option.landAreaM2 }, landBounds(need)),
  },
  sizeUnit: 'm2',
  text: words.land,
  sql: areaSql({ high: 'coalesce(m.land_area_m2, 2147483647)', low: 'coalesce(m.land_area_m2, 0)', known: 'm.land_area_m2' }, landBounds),
};

export const AREA_ROWS = { floorArea, landArea } as const;
