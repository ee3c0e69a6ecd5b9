import { TENURES, type Tenure } from '../../sites/site.vocabulary.js';
import { perMille, perMilleSql, type Criterion, type CriterionSql, type Finding, type Unit, type Verdict } from './criterion.js';
import type { NeedProfile, OptionProfile } from '../engine/match.profile.js';

/** What it costs. A sale has no rent and a lease no price: the row that does not apply is met, the other decides. */

/** `due` = does this tenure make the amount due at all; unknown tenure, unknown whether it is. */
function verdictOf(amount: number | null, limit: number, due: boolean | null): Verdict {
  if (due === false || (amount !== null && amount <= limit)) return 'met';
  return amount === null || due === null ? 'unknown' : 'not_met';
}

function find(amount: number | null, limit: number, due: boolean | null, unit: Unit): Finding {
  const verdict = verdictOf(amount, limit, due);
  const found = due === false ? 0 : amount;
  return { verdict, asked: { type: 'amount', unit, value: limit }, found: found === null ? null : { type: 'amount', unit, value: found } };
}

/** Free counts most, the whole budget half, twice the budget least. */
function thrift(amount: number | null, limit: number, due: boolean | null): number | null {
  if (due === false) return 1000;
  if (amount === null || due === null) return null;
  return amount === 0 ? 1000 : perMille(1000 - Math.floor((500 * amount) / Math.max(1, limit)));
}

const rentDue = (tenure: Tenure | null): boolean | null => (tenure === null ? null : tenure !== 'sale');
const priceDue = (tenure: Tenure | null): boolean | null => (tenure === null ? null : tenure === 'sale');

function moneySql(column: string, notDue: string, limitOf: (need: NeedProfile) => number): CriterionSql {
  return {
    unmet: (need, bind) => `coalesce(m.tenure >= 0 and not ${notDue} and ${column} > ${bind(limitOf(need), 'bigint')}, false)`,
    unknown: (need, bind) => `(not ${notDue} and (${column} is null or (m.tenure < 0 and ${column} > ${bind(limitOf(need), 'bigint')})))`,
    near: (need, bind) => `coalesce(${column} * 4 <= ${bind(limitOf(need) * 5, 'bigint')}, false)`,
    measure: (need, bind) => {
      const measured = perMilleSql(`1000 - 500 * ${column} / ${bind(Math.max(1, limitOf(need)), 'bigint')}`);
      return `case when ${notDue} then 1000 when ${column} is null or m.tenure < 0 then null when ${column} = 0 then 1000 else ${measured} end`;
    },
    size: (need, bind) => `(${column} - ${bind(limitOf(need), 'bigint')})::bigint`,
  };
}

const SALE = String(TENURES.indexOf('sale'));
const budgetOf = (need: NeedProfile): number => need.budgetCentsPerYear ?? 0;
const priceLimitOf = (need: NeedProfile): number => need.priceMaxCents ?? 0;

function changeOf(amount: number, limit: number, unit: Unit): ReturnType<Criterion['change']> {
  return {
    near: amount * 4 <= limit * 5,
    size: amount - limit,
    onNeed: { type: 'amount', unit, value: amount },
    onPlace: { type: 'amount', unit, value: limit },
  };
}

export const cost: Criterion = {
  id: 'cost',
  reads: ['costCentsPerYear', 'tenure'],
  asked: (need) => need.budgetCentsPerYear !== null,
  find: (option: OptionProfile, need) => find(option.costCentsPerYear, budgetOf(need), rentDue(option.tenure), 'cents_per_year'),
  change: (option, need) => changeOf(option.costCentsPerYear ?? 0, budgetOf(need), 'cents_per_year'),
  preference: {
    weight: 10,
    wished: (need) => need.budgetCentsPerYear !== null,
    measure: (option, need) => thrift(option.costCentsPerYear, budgetOf(need), rentDue(option.tenure)),
  },
  sizeUnit: 'cents_per_year',
  text: {
    fr: {
      label: 'Coût annuel',
      met: (found, asked) => `Coût annuel : ${found} (budget : ${asked})`,
      notMet: (found, asked) => `Coût annuel : ${found} pour un budget de ${asked}`,
      unknown: (asked) => `Coût annuel inconnu (budget : ${asked})`,
      question: 'Quels sont le loyer, les charges et les taxes pour une année ?',
      changeNeed: (to) => `porter le budget à ${to}`,
      changePlace: (to) => `ramener le coût à ${to}`,
      looser: (by) => `avec ${by} de plus`,
      rule: 'Loyer, charges et taxes connus, pour une année, tiennent dans le budget ; gratuit compte pour 0, le dépôt de garantie est à part ; une vente n’a pas de loyer.',
    },
    en: {
      label: 'Cost per year',
      met: (found, asked) => `Cost per year: ${found} (budget: ${asked})`,
      notMet: (found, asked) => `Cost per year: ${found} for a budget of ${asked}`,
      unknown: (asked) => `Cost per year unknown (budget: ${asked})`,
      question: 'What are the rent, charges and taxes for a year?',
      changeNeed: (to) => `raise the budget to ${to}`,
      changePlace: (to) => `bring the cost down to ${to}`,
      looser: (by) => `with ${by} more`,
      rule: 'Known rent, charges and taxes for a year are within budget; free counts as 0, the deposit is apart; a sale has no rent.',
    },
  },
  sql: moneySql('m.cost_cents_per_year', `m.tenure = ${SALE}`, budgetOf),
};

export const price: Criterion = {
  id: 'price',
  reads: ['priceCents', 'tenure'],
  asked: (need) => need.priceMaxCents !== null,
  find: (option, need) => find(option.priceCents, priceLimitOf(need), priceDue(option.tenure), 'cents'),
  change: (option, need) => changeOf(option.priceCents ?? 0, priceLimitOf(need), 'cents'),
  preference: {
    weight: 10,
    wished: (need) => need.priceMaxCents !== null,
    measure: (option, need) => thrift(option.priceCents, priceLimitOf(need), priceDue(option.tenure)),
  },
  sizeUnit: 'cents',
  text: {
    fr: {
      label: 'Prix d’achat',
      met: (found, asked) => `Prix : ${found} (au plus ${asked})`,
      notMet: (found, asked) => `Prix : ${found}, pour ${asked} au plus`,
      unknown: (asked) => `Prix inconnu (au plus ${asked})`,
      question: 'Quel est le prix de vente ?',
      changeNeed: (to) => `porter le prix accepté à ${to}`,
      changePlace: (to) => `ramener le prix à ${to}`,
      looser: (by) => `avec ${by} de plus`,
      rule: 'Le prix demandé ne dépasse pas le prix accepté ; sans vente, il n’y a rien à acheter.',
    },
    en: {
      label: 'Purchase price',
      met: (found, asked) => `Price: ${found} (at most ${asked})`,
      notMet: (found, asked) => `Price: ${found}, for at most ${asked}`,
      unknown: (asked) => `Price unknown (at most ${asked})`,
      question: 'What is the sale price?',
      changeNeed: (to) => `raise the accepted price to ${to}`,
      changePlace: (to) => `bring the price down to ${to}`,
      looser: (by) => `with ${by} more`,
      rule: 'The price asked is not above the price accepted; without a sale there is nothing to buy.',
    },
  },
  sql: moneySql('m.price_cents', `m.tenure not in (-1, ${SALE})`, priceLimitOf),
};
