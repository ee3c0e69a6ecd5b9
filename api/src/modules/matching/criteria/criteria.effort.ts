import { perMille, perMilleSql, type Criterion, type Finding, type Verdict } from './criterion.js';
import type { NeedProfile, OptionProfile } from '../engine/match.profile.js';

/** What the project still has to do: the works, and coming without a car. */

const capacityOf = (need: NeedProfile): number => need.worksCapacityCents ?? 0;
const walkLimitOf = (need: NeedProfile): number => need.walkToStopMaxM ?? 0;

function worksVerdict(option: OptionProfile, capacity: number): Verdict {
  if (option.worksPaidByOwner === true) return 'met';
  if (option.worksCentsEstimate === null) return 'unknown';
  if (option.worksCentsEstimate <= capacity) return 'met';
  return option.worksPaidByOwner === null ? 'unknown' : 'not_met';
}

function worksFound(option: OptionProfile): Finding['found'] {
  if (option.worksPaidByOwner === true) return { type: 'amount', unit: 'cents', value: 0 };
  return option.worksCentsEstimate === null ? null : { type: 'amount', unit: 'cents', value: option.worksCentsEstimate };
}

const works: Criterion = {
  id: 'works',
  reads: ['worksCentsEstimate', 'worksPaidByOwner'],
  asked: (need) => need.worksCapacityCents !== null,
  find: (option, need) => ({
    verdict: worksVerdict(option, capacityOf(need)),
    asked: { type: 'amount', unit: 'cents', value: capacityOf(need) },
    found: worksFound(option),
  }),
  change: (option, need) => {
    const estimate = option.worksCentsEstimate ?? 0;
    const capacity = capacityOf(need);
    return {
      near: estimate * 4 <= capacity * 5,
      size: estimate - capacity,
      onNeed: { type: 'amount', unit: 'cents', value: estimate },
      onPlace: { type: 'amount', unit: 'cents', value: estimate - capacity },
    };
  },
  preference: { weight: 10, wished: () => false, measure: 'met_or_not' },
  sizeUnit: 'cents',
  text: {
    fr: {
      label: 'Travaux',
      met: (found, asked) => `Travaux à votre charge : ${found} (possible : ${asked})`,
      notMet: (found, asked) => `Travaux à votre charge : ${found} pour ${asked} possibles`,
      unknown: (asked) => `Travaux à votre charge inconnus (possible : ${asked})`,
      question: 'Quels travaux faut-il prévoir, pour quel montant, et qui les paie ?',
      changeNeed: (to) => `pouvoir engager ${to} de travaux`,
      changePlace: (to) => `prendre en charge ${to} de travaux`,
      looser: (by) => `avec ${by} de travaux de plus`,
      rule: 'Les travaux restant à faire tiennent dans ce que le projet peut engager, ou le propriétaire les paie.',
    },
    en: {
      label: 'Works',
      met: (found, asked) => `Works for you to fund: ${found} (possible: ${asked})`,
      notMet: (found, asked) => `Works for you to fund: ${found}, for ${asked} possible`,
      unknown: (asked) => `Works for you to fund unknown (possible: ${asked})`,
      question: 'What works are needed, at what cost, and who pays for them?',
      changeNeed: (to) => `be able to commit ${to} of works`,
      changePlace: (to) => `fund ${to} of works`,
      looser: (by) => `with ${by} more of works`,
      rule: 'The works still to be done are within what the project can commit, or the owner pays for them.',
    },
  },
  sql: {
    unmet: (need, bind) => `coalesce(m.works_paid_by_owner = 0 and m.works_cents > ${bind(capacityOf(need), 'bigint')}, false)`,
    unknown: (need, bind) =>
      `(m.works_paid_by_owner <> 1 and (m.works_cents is null or (m.works_paid_by_owner < 0 and m.works_cents > ${bind(capacityOf(need), 'bigint')})))`,
    near: (need, bind) => `coalesce(m.works_cents * 4 <= ${bind(capacityOf(need) * 5, 'bigint')}, false)`,
    size: (need, bind) => `(m.works_cents - ${bind(capacityOf(need), 'bigint')})::bigint`,
  },
};

const walkToStop: Criterion = {
  id: 'walk_to_stop',
  reads: ['walkToStopM'],
  asked: (need) => need.walkToStopMaxM !== null,
  find: (option, need) => ({
    verdict: option.walkToStopM === null ? 'unknown' : option.walkToStopM <= walkLimitOf(need) ? 'met' : 'not_met',
    asked: { type: 'amount', unit: 'm', value: walkLimitOf(need) },
    found: option.walkToStopM === null ? null : { type: 'amount', unit: 'm', value: option.walkToStopM },
  }),
  change: (option, need) => {
    const walk = option.walkToStopM ?? 0;
    return {
      near: walk * 4 <= walkLimitOf(need) * 5,
      size: walk - walkLimitOf(need),
      onNeed: { type: 'amount', unit: 'm', value: walk },
      onPlace: null,
    };
  },
  preference: {
    weight: 10,
    wished: (need) => need.walkToStopMaxM !== null,
    measure: (option, need) =>
      option.walkToStopM === null ? null : perMille(1000 - Math.floor((500 * option.walkToStopM) / Math.max(1, walkLimitOf(need)))),
  },
  sizeUnit: 'm',
  text: {
    fr: {
      label: 'Accès sans voiture',
      met: (found, asked) => `À ${found} à pied d’un arrêt desservi, par estimation (au plus ${asked})`,
      notMet: (found, asked) => `À ${found} à pied d’un arrêt desservi, par estimation, pour ${asked} au plus`,
      unknown: (asked) => `Distance à un arrêt desservi inconnue (au plus ${asked})`,
      question: 'Quel est l’arrêt de train ou de car le plus proche, et à quelle distance à pied ?',
      changeNeed: (to) => `accepter ${to} de marche`,
      changePlace: null,
      looser: (by) => `avec ${by} de marche en plus`,
      rule: 'Un arrêt desservi en semaine est à la distance de marche voulue : ligne droite × 1,3, une estimation.',
    },
    en: {
      label: 'Reach without a car',
      met: (found, asked) => `${found} on foot from a served stop, estimated (at most ${asked})`,
      notMet: (found, asked) => `${found} on foot from a served stop, estimated, for at most ${asked}`,
      unknown: (asked) => `Distance to a served stop unknown (at most ${asked})`,
      question: 'Which train or coach stop is nearest, and how far on foot?',
      changeNeed: (to) => `accept a walk of ${to}`,
      changePlace: null,
      looser: (by) => `with ${by} more of walking`,
      rule: 'A stop served on weekdays is within the walking distance wanted: straight line × 1.3, an estimate.',
    },
  },
  sql: {
    unmet: (need, bind) => `coalesce(m.walk_to_stop_m > ${bind(walkLimitOf(need), 'int')}, false)`,
    unknown: () => 'm.walk_to_stop_m is null',
    near: (need, bind) => `coalesce(m.walk_to_stop_m::bigint * 4 <= ${bind(walkLimitOf(need) * 5, 'bigint')}, false)`,
    measure: (need, bind) => {
      const measured = perMilleSql(`1000 - 500 * m.walk_to_stop_m::bigint / ${bind(Math.max(1, walkLimitOf(need)), 'bigint')}`);
      return `case when m.walk_to_stop_m is null then null else ${measured} end`;
    },
    size: (need, bind) => `(m.walk_to_stop_m - ${bind(walkLimitOf(need), 'int')})::bigint`,
  },
};

export const EFFORT_ROWS = { works, walkToStop } as const;
