import { TENURES, type Tenure } from '../../sites/site.vocabulary.js';
import { type Criterion } from './criterion.js';
import { availableBy, longEnough } from './criteria.dates.js';
import { cost, price } from './criteria.money.js';

/** On which terms the place can be had. */

/** A sale is not a lease by another name: neither side turns one into the other. */
const changeable = (offered: Tenure, asked: readonly Tenure[]): boolean => offered !== 'sale' && asked.some((tenure) => tenure !== 'sale');

const tenure: Criterion = {
  id: 'tenure',
  reads: ['tenure'],
  asked: (need) => need.tenures.length > 0,
  find: (option, need) => ({
    verdict: option.tenure === null ? 'unknown' : need.tenures.includes(option.tenure) ? 'met' : 'not_met',
    asked: { type: 'words', list: 'tenure', words: need.tenures },
    found: option.tenure === null ? null : { type: 'words', list: 'tenure', words: [option.tenure] },
  }),
  change: (option, need) => ({
    near: option.tenure !== null && changeable(option.tenure, need.tenures),
    size: null,
    onNeed: { type: 'words', list: 'tenure', words: option.tenure === null ? [] : [option.tenure] },
    onPlace: { type: 'words', list: 'tenure', words: need.tenures },
  }),
  preference: { weight: 10, wished: () => false, measure: 'met_or_not' },
  sizeUnit: null,
  text: {
    fr: {
      label: 'Mode d’occupation',
      met: (found) => `Mode d’occupation accepté : ${found}`,
      notMet: (found, asked) => `Mode d’occupation proposé : ${found}, pour ${asked}`,
      unknown: (asked) => `Mode d’occupation inconnu (accepté : ${asked})`,
      question: 'Sous quelle forme le lieu est-il proposé (bail, convention, prêt, vente) ?',
      changeNeed: (to) => `accepter aussi : ${to}`,
      changePlace: (to) => `proposer : ${to}`,
      looser: null,
      rule: 'Le mode d’occupation proposé est l’un de ceux acceptés.',
    },
    en: {
      label: 'Tenure',
      met: (found) => `Tenure accepted: ${found}`,
      notMet: (found, asked) => `Tenure on offer: ${found}, for ${asked}`,
      unknown: (asked) => `Tenure unknown (accepted: ${asked})`,
      question: 'Under which form is the place on offer (lease, agreement, loan, sale)?',
      changeNeed: (to) => `also accept: ${to}`,
      changePlace: (to) => `offer: ${to}`,
      looser: null,
      rule: 'The tenure on offer is one of those accepted.',
    },
  },
  sql: {
    unmet: (need, bind) => {
      const bits = need.tenures.map((name) => TENURES.indexOf(name));
      return `(m.tenure >= 0 and m.tenure <> all(${bind(bits, 'int[]')}))`;
    },
    unknown: () => 'm.tenure < 0',
    near: (need) => (need.tenures.some((name) => name !== 'sale') ? `m.tenure <> ${String(TENURES.indexOf('sale'))}` : 'false'),
  },
};

export const TERM_ROWS = { tenure, cost, price, availableBy, longEnough } as const;
