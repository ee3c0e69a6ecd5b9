import { perMille, perMilleSql, type Criterion, type Fact } from './criterion.js';
import { OPEN_ENDED_DAY, type NeedProfile, type OptionProfile } from '../engine/match.profile.js';

/** When the place can be had, and for how long. For a date, a quarter of a year takes the place of 25 %. */

const QUARTER_DAYS = 92;
/** Two years after the day of the search the mark for an early date is the lowest. */
const LATEST_DAYS = 730;

const day = (value: number): Fact => ({ type: 'amount', unit: 'day', value });
const neededBy = (need: NeedProfile): number => need.neededByDay ?? need.asOfDay;

export const availableBy: Criterion = {
  id: 'available_by',
  reads: ['availableFromDay'],
  asked: (need) => need.neededByDay !== null,
  find: (option, need) => ({
    verdict: option.availableFromDay === null ? 'unknown' : option.availableFromDay <= neededBy(need) ? 'met' : 'not_met',
    asked: day(neededBy(need)),
    found: option.availableFromDay === null ? null : day(option.availableFromDay),
  }),
  change: (option, need) => {
    const late = (option.availableFromDay ?? 0) - neededBy(need);
    return { near: late <= QUARTER_DAYS, size: late, onNeed: day(option.availableFromDay ?? 0), onPlace: day(neededBy(need)) };
  },
  preference: {
    weight: 10,
    wished: (need) => need.neededByDay !== null,
    measure: (option, need) => {
      if (option.availableFromDay === null) return null;
      const wait = Math.max(0, option.availableFromDay - need.asOfDay);
      return perMille(1000 - Math.floor((1000 * wait) / LATEST_DAYS));
    },
  },
  sizeUnit: 'days',
  text: {
    fr: {
      label: 'Disponible à temps',
      met: (found, asked) => `Disponible le ${found} (souhaité au plus tard le ${asked})`,
      notMet: (found, asked) => `Disponible le ${found} seulement, pour le ${asked}`,
      unknown: (asked) => `Date de disponibilité inconnue (souhaité au plus tard le ${asked})`,
      question: 'À partir de quand le lieu est-il disponible ?',
      changeNeed: (to) => `attendre le ${to}`,
      changePlace: (to) => `libérer le lieu pour le ${to}`,
      looser: (by) => `en attendant ${by} de plus`,
      rule: 'Le lieu est disponible au plus tard à la date voulue ; plus il l’est tôt, mieux il est noté.',
    },
    en: {
      label: 'Available in time',
      met: (found, asked) => `Available on ${found} (wanted by ${asked})`,
      notMet: (found, asked) => `Available on ${found} only, for ${asked}`,
      unknown: (asked) => `Date of availability unknown (wanted by ${asked})`,
      question: 'From when is the place available?',
      changeNeed: (to) => `wait until ${to}`,
      changePlace: (to) => `free the place by ${to}`,
      looser: (by) => `waiting ${by} more`,
      rule: 'The place is available by the date wanted; the earlier, the better the mark.',
    },
  },
  sql: {
    unmet: (need, bind) => `coalesce(m.available_from_day > ${bind(neededBy(need), 'int')}, false)`,
    unknown: () => 'm.available_from_day is null',
    near: (need, bind) => `coalesce(m.available_from_day <= ${bind(neededBy(need) + QUARTER_DAYS, 'int')}, false)`,
    measure: (need, bind) => {
      const wait = `greatest(0, m.available_from_day - ${bind(need.asOfDay, 'int')})`;
      const measured = perMilleSql(`1000 - 1000 * ${wait}::bigint / ${String(LATEST_DAYS)}`);
      return `case when m.available_from_day is null then null else ${measured} end`;
    },
    size: (need, bind) => `(m.available_from_day - ${bind(neededBy(need), 'int')})::bigint`,
  },
};

/** A month is 30.4375 days. */
const daysOf = (months: number): number => Math.floor((months * 487) / 16);
const monthsOf = (days: number): number => Math.floor((days * 16) / 487);
const asked = (need: NeedProfile): number => daysOf(need.durationMonths ?? 0);

/** Counted from the day it is free or the day of the search, never from the date wanted: asking later must not lose a place. */
const startDay = (option: OptionProfile, need: NeedProfile): number => Math.max(need.asOfDay, option.availableFromDay ?? need.asOfDay);

export const longEnough: Criterion = {
  id: 'long_enough',
  reads: ['availableUntilDay', 'availableFromDay'],
  asked: (need) => need.durationMonths !== null,
  find: (option, need) => {
    const until = option.availableUntilDay;
    const wanted: Fact = { type: 'amount', unit: 'months', value: need.durationMonths ?? 0 };
    if (until === null) return { verdict: 'unknown', asked: wanted, found: null };
    if (until >= OPEN_ENDED_DAY) return { verdict: 'met', asked: wanted, found: { type: 'open_ended' } };
    const days = Math.max(0, until - startDay(option, need));
    if (days < asked(need)) return { verdict: 'not_met', asked: wanted, found: { type: 'amount', unit: 'months', value: monthsOf(days) } };
    if (option.availableFromDay === null) return { verdict: 'unknown', asked: wanted, found: null };
    return { verdict: 'met', asked: wanted, found: { type: 'amount', unit: 'months', value: monthsOf(days) } };
  },
  change: (option, need) => {
    const days = Math.max(0, (option.availableUntilDay ?? 0) - startDay(option, need));
    const months = (value: number): Fact => ({ type: 'amount', unit: 'months', value });
    return {
      near: days * 4 >= asked(need) * 3,
      size: asked(need) - days,
      onNeed: months(monthsOf(days)),
      onPlace: months(need.durationMonths ?? 0),
    };
  },
  preference: { weight: 10, wished: () => false, measure: 'met_or_not' },
  sizeUnit: 'days',
  text: {
    fr: {
      label: 'Durée',
      met: (found, wanted) => `Disponible assez longtemps : ${found} (demandé : ${wanted})`,
      notMet: (found, wanted) => `Disponible ${found} pour ${wanted} demandés`,
      unknown: (wanted) => `Durée de mise à disposition inconnue (demandé : ${wanted})`,
      question: 'Jusqu’à quand le lieu peut-il être occupé ?',
      changeNeed: (to) => `accepter une durée de ${to}`,
      changePlace: (to) => `proposer une durée de ${to}`,
      looser: (by) => `avec ${by} de moins`,
      rule: 'La durée possible, comptée du jour où le lieu est libre (ou du jour de la recherche), couvre la durée demandée.',
    },
    en: {
      label: 'Length',
      met: (found, wanted) => `Available for long enough: ${found} (asked: ${wanted})`,
      notMet: (found, wanted) => `Available for ${found}, for ${wanted} asked`,
      unknown: (wanted) => `Length of availability unknown (asked: ${wanted})`,
      question: 'Until when can the place be occupied?',
      changeNeed: (to) => `accept a term of ${to}`,
      changePlace: (to) => `offer a term of ${to}`,
      looser: (by) => `with ${by} less`,
      rule: 'The possible term, counted from the day the place is free (or the day of the search), covers the term asked.',
    },
  },
  sql: {
    unmet: (need, bind) => `coalesce(${lengthSql(bind(need.asOfDay, 'int'))} < ${bind(asked(need), 'int')}, false)`,
    unknown: (need, bind) => {
      const short = `coalesce(${lengthSql(bind(need.asOfDay, 'int'))} < ${bind(asked(need), 'int')}, false)`;
      const bounded = `m.available_until_day < ${String(OPEN_ENDED_DAY)}`;
      return `(m.available_until_day is null or (m.available_from_day is null and ${bounded} and not ${short}))`;
    },
    near: (need, bind) => `coalesce(${lengthSql(bind(need.asOfDay, 'int'))} * 4 >= ${bind(asked(need) * 3, 'int')}, false)`,
    size: (need, bind) => `(${bind(asked(need), 'int')} - ${lengthSql(bind(need.asOfDay, 'int'))})::bigint`,
  },
};

/** Days it can be held; null when the end is unknown or there is none. */
function lengthSql(asOf: string): string {
  const start = `greatest(${asOf}, coalesce(m.available_from_day, ${asOf}))`;
  return `case when m.available_until_day < ${String(OPEN_ENDED_DAY)} then greatest(0, m.available_until_day - ${start}) end`;
}
