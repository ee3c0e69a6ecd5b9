import { SITE_KINDS } from '../../sites/site.vocabulary.js';
import { perMille, perMilleSql, type Criterion } from './criterion.js';
import { distanceM, distanceToZoneM, inZone, radiusToReach } from '../engine/match.zone.js';
import { zoneSql } from './match.zone-sql.js';

/** Where the place is and what it is. */

const zone: Criterion = {
  id: 'zone',
  reads: ['point', 'regionCode', 'departmentCode', 'epciCode', 'communeCode'],
  asked: (need) => need.zone.length > 0,
  find: (option, need) => {
    const verdict = inZone(need.zone, option);
    const { communeCode, departmentCode } = option;
    const found = { type: 'position', communeCode, departmentCode, distanceM: distanceToZoneM(need.zone, option) } as const;
    return { verdict, asked: { type: 'zone', zone: need.zone }, found: verdict === 'unknown' ? null : found };
  },
  change: (option, need) => {
    const reach = radiusToReach(need.zone, option);
    if (reach === null) return { near: false, size: null, onNeed: null, onPlace: null };
    return { near: reach.near, size: reach.extraM, onNeed: { type: 'amount', unit: 'm', value: reach.radiusM }, onPlace: null };
  },
  preference: { weight: 10, wished: () => false, measure: 'met_or_not' },
  sizeUnit: 'm',
  text: {
    fr: {
      label: 'Secteur',
      met: (found) => `Dans le secteur demandé (${found})`,
      notMet: (found, asked) => `Hors du secteur demandé : ${found}, pour ${asked}`,
      unknown: (asked) => `Emplacement trop imprécis pour dire s’il est ${asked}`,
      question: 'Où le lieu se trouve-t-il exactement ?',
      changeNeed: (to) => `porter le rayon de recherche à ${to}`,
      changePlace: null,
      looser: (by) => `avec un rayon plus grand de ${by}`,
      rule: 'Le lieu est dans toutes les zones demandées ; une zone réunit des territoires, des cercles et des périmètres dessinés, bord compris.',
    },
    en: {
      label: 'Area of search',
      met: (found) => `Inside the area asked for (${found})`,
      notMet: (found, asked) => `Outside the area asked for: ${found}, for ${asked}`,
      unknown: (asked) => `Position too vague to tell whether it is ${asked}`,
      question: 'Where exactly is the place?',
      changeNeed: (to) => `widen the search radius to ${to}`,
      changePlace: null,
      looser: (by) => `with a radius larger by ${by}`,
      rule: 'The place lies in every zone asked for; a zone unites territories, circles and drawn areas, edge included.',
    },
  },
  sql: zoneSql,
};

const kind: Criterion = {
  id: 'kind',
  reads: ['kind'],
  asked: (need) => need.kinds.length > 0,
  find: (option, need) => ({
    verdict: need.kinds.includes(option.kind) ? 'met' : 'not_met',
    asked: { type: 'words', list: 'kind', words: need.kinds },
    found: { type: 'words', list: 'kind', words: [option.kind] },
  }),
  change: (option) => ({ near: false, size: null, onNeed: { type: 'words', list: 'kind', words: [option.kind] }, onPlace: null }),
  preference: { weight: 10, wished: () => false, measure: 'met_or_not' },
  sizeUnit: null,
  text: {
    fr: {
      label: 'Type de lieu',
      met: (found) => `Type de lieu recherché : ${found}`,
      notMet: (found, asked) => `Type de lieu : ${found}, pour ${asked}`,
      unknown: (asked) => `Type de lieu inconnu, pour ${asked}`,
      question: 'De quel type de lieu s’agit-il ?',
      changeNeed: (to) => `accepter aussi : ${to}`,
      changePlace: null,
      looser: null,
      rule: 'Le type du lieu est l’un de ceux demandés.',
    },
    en: {
      label: 'Kind of place',
      met: (found) => `A kind of place looked for: ${found}`,
      notMet: (found, asked) => `Kind of place: ${found}, for ${asked}`,
      unknown: (asked) => `Kind of place unknown, for ${asked}`,
      question: 'What kind of place is it?',
      changeNeed: (to) => `also accept: ${to}`,
      changePlace: null,
      looser: null,
      rule: 'The kind of the place is one of those asked for.',
    },
  },
  sql: {
    unmet: (need, bind) =>
      `m.kind <> all(${bind(
        need.kinds.map((name) => SITE_KINDS.indexOf(name)),
        'int[]',
      )})`,
    unknown: () => 'false',
    near: () => 'false',
  },
};

/** 50 m cost one thousandth: a place 50 km away or more counts least. */
const METRES_PER_MILLE = 50;

const distance: Criterion = {
  id: 'distance',
  reads: ['point'],
  asked: () => false,
  find: (option, need) => {
    const metres = need.preferredPoint !== null && option.point !== null ? distanceM(need.preferredPoint, option.point) : null;
    const found = { type: 'position', communeCode: option.communeCode, departmentCode: option.departmentCode, distanceM: metres } as const;
    return {
      verdict: option.point === null ? 'unknown' : 'met',
      asked: { type: 'amount', unit: 'm', value: 0 },
      found: option.point === null ? null : found,
    };
  },
  change: () => ({ near: false, size: null, onNeed: null, onPlace: null }),
  preference: {
    weight: 10,
    wished: (need) => need.preferredPoint !== null,
    measure: (option, need) => {
      if (option.point === null || need.preferredPoint === null) return null;
      const metres = distanceM(need.preferredPoint, option.point);
      return metres === null ? 1 : perMille(1000 - Math.floor(metres / METRES_PER_MILLE));
    },
  },
  sizeUnit: null,
  text: {
    fr: {
      label: 'Distance au point préféré',
      met: (found) => `Distance du point préféré : ${found}`,
      notMet: (found) => `Distance du point préféré : ${found}`,
      unknown: () => 'Distance du point préféré inconnue',
      question: 'Où le lieu se trouve-t-il exactement ?',
      changeNeed: null,
      changePlace: null,
      looser: null,
      rule: 'Plus le lieu est proche du point préféré, à vol d’oiseau, mieux il est noté ; à 50 km et au-delà la note est la plus basse.',
    },
    en: {
      label: 'Distance from the preferred point',
      met: (found) => `Distance from the preferred point: ${found}`,
      notMet: (found) => `Distance from the preferred point: ${found}`,
      unknown: () => 'Distance from the preferred point unknown',
      question: 'Where exactly is the place?',
      changeNeed: null,
      changePlace: null,
      looser: null,
      rule: 'The closer to the preferred point, as the crow flies, the better; at 50 km and beyond the mark is the lowest.',
    },
  },
  sql: {
    unmet: () => 'false',
    unknown: () => 'm.grid = 0',
    near: () => 'false',
    measure: (need, bind) => {
      const point = need.preferredPoint;
      if (point === null) return 'null';
      const dx = `(m.x_m - ${bind(point.xM, 'int')})::bigint`;
      const dy = `(m.y_m - ${bind(point.yM, 'int')})::bigint`;
      const metres = `floor(sqrt((${dx} * ${dx} + ${dy} * ${dy})::float8))::int`;
      const measured = perMilleSql(`1000 - ${metres} / ${String(METRES_PER_MILLE)}`);
      return `case when m.grid = 0 then null when m.grid <> ${bind(point.grid, 'int')} then 1 else ${measured} end`;
    },
  },
};

export const WHERE_ROWS = { zone, kind, distance } as const;
