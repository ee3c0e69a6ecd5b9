import { describe, expect, test } from '@jest/globals';
import { OWNER_KINDS } from '../sites/site.vocabulary.js';
import { type LegalInputs, legalPath, PATH_RULE_IDS, PATH_RULES, type PathRuleId, rulesMetBy } from './legal-path.rules.js';
import { ANSWERS, DEED_KINDS, GROUNDS, LEGAL_ROLES, LEGAL_STATUSES, LENGTHS, ORIGINS } from './legal.vocabulary.js';

const ACT = { act: 'Délibération', date: '2025-03-04', reference: '2025-17' };
const USUAL: LegalInputs = {
  role: 'owns',
  ordersForItself: 'no',
  ownerKind: 'commune',
  status: 'public_domain',
  declassification: null,
  economic: 'yes',
  length: 'over_year',
  unlimitedTitles: 'no',
  origin: 'called',
  deed: 'temporary_occupation',
  ground: null,
  motive: null,
};
const path = (changes: Partial<LegalInputs>) => legalPath({ ...USUAL, ...changes });

/** One of each sort of owner; that the others are taken like them is tested apart. */
const OWNERS = ['state', 'commune', 'sncf', 'company', null] as const;

/** Every combination of answers, one after the other. */
function* everySituation(): Generator<LegalInputs> {
  for (const role of LEGAL_ROLES)
    for (const ordersForItself of ANSWERS)
      for (const ownerKind of OWNERS)
        for (const status of LEGAL_STATUSES)
          for (const declassification of [null, ACT])
            for (const economic of ANSWERS)
              for (const length of LENGTHS)
                for (const unlimitedTitles of ANSWERS)
                  for (const origin of ORIGINS)
                    for (const deed of ['temporary_occupation', 'sale', null] as const)
                      for (const ground of [null, 'urgency', 'extension', 'only_possible_occupant'] as const)
                        for (const motive of [null, 'Un seul quai y mène.'])
                          yield {
                            role,
                            ordersForItself,
                            ownerKind,
                            status,
                            declassification,
                            economic,
                            length,
                            unlimitedTitles,
                            origin,
                            deed,
                            ground,
                            motive,
                          };
}

test('every combination of answers gives exactly one path, with its source and at least the answers as a step', () => {
  const met = new Set<PathRuleId>();
  const wrong: LegalInputs[] = [];
  let walked = 0;
  for (const inputs of everySituation()) {
    walked += 1;
    const rules = rulesMetBy(inputs);
    const [rule] = rules;
    if (
      rules.length !== 1 ||
      rule === undefined ||
      (PATH_RULES[rule].sources as readonly string[]).length === 0 ||
      (PATH_RULES[rule].steps as readonly string[])[0] !== 'answers'
    )
      wrong.push(inputs);
    else met.add(rule);
  }
  expect({ walked, wrong: wrong.slice(0, 3) }).toEqual({ walked: 5 * 3 * 5 * 3 * 2 * 3 * 4 * 3 * 2 * 3 * 4 * 2, wrong: [] });
  expect([...met].sort()).toEqual([...PATH_RULE_IDS].sort());
});

test('other owners, deeds and grounds are taken like those that were walked', () => {
  const privateOwners = ['company', 'private_person', 'association'];
  for (const ownerKind of OWNER_KINDS)
    for (const deed of ['civil_lease', 'sale'] as const) {
      const { rule } = path({ ownerKind, deed, status: 'private_domain', declassification: ACT });
      const ofPublicOwner = deed === 'civil_lease' ? 'private-use' : ownerKind === 'state' ? 'private-sale-state' : 'private-sale';
      expect(rule).toBe(privateOwners.includes(ownerKind) ? 'private-owner' : ofPublicOwner);
    }
  for (const deed of DEED_KINDS) expect(path({ deed }).path).toBe(deed === 'sale' ? 'not_for_sale' : 'selection');
  for (const ground of GROUNDS) expect(path({ ground, motive: 'Motif écrit', length: 'within_year' }).path).toMatch(/^direct_/);
});

describe('the table as domain §2 tells it', () => {
  const PRIVATE = { status: 'private_domain', declassification: ACT } as const;
  test.each<[string, Partial<LegalInputs>, string]>([
    ['public domain, economic activity', {}, 'selection'],
    ['… for a short while', { length: 'short' }, 'prior_publicity'],
    ['… with as many titles as are asked for', { unlimitedTitles: 'yes' }, 'prior_publicity'],
    ['… in an urgency, for a year at most', { ground: 'urgency', length: 'within_year' }, 'direct_ground_listed'],
    ['… in an urgency, for longer', { ground: 'urgency' }, 'selection'],
    [
      '… one possible occupant, with a written motive',
      { ground: 'only_possible_occupant', motive: 'Le seul riverain.' },
      'direct_reasoned_and_published',
    ],
    ['… one possible occupant, without a motive', { ground: 'only_possible_occupant', motive: '  ' }, 'selection'],
    ['… asked for spontaneously', { origin: 'spontaneous' }, 'publicity_first'],
    ['… spontaneously for a short while', { origin: 'spontaneous', length: 'short' }, 'publicity_first'],
    ['… spontaneously, with a listed ground', { origin: 'spontaneous', ground: 'public_contract' }, 'direct_ground_listed'],
    ['public domain, no economic activity', { economic: 'no', origin: 'spontaneous' }, 'no_duty'],
    ['public domain, to buy', { deed: 'sale' }, 'not_for_sale'],
    ['private domain, lease', { ...PRIVATE, deed: 'civil_lease' }, 'no_duty'],
    ['private domain, lease asked for spontaneously', { ...PRIVATE, deed: 'loan_for_use', origin: 'spontaneous' }, 'no_duty'],
    ['private domain of the State, sale', { ...PRIVATE, ownerKind: 'state', deed: 'sale' }, 'sale_with_competition'],
    ['private domain of a commune, sale', { ...PRIVATE, deed: 'sale' }, 'sale_with_valuation'],
    ['a company’s own place', { ownerKind: 'company', status: 'unknown' }, 'no_duty'],
    ['the owner orders works for itself', { ordersForItself: 'yes' }, 'outside_tool'],
    ['the agent manages the place under a deed', { role: 'manages' }, 'selection'],
    ['the agent lists it with the owner’s consent', { role: 'lists' }, 'may_not_award'],
    ['the agent only signals it', { role: 'signals' }, 'may_not_award'],
  ])('%s', (_situation, changes, expected) => {
    expect(path(changes).path).toBe(expected);
  });
});

describe('what is unknown takes the strict path and says why', () => {
  test.each<[string, Partial<LegalInputs>, string, string[]]>([
    ['the status', { status: 'unknown' }, 'selection', ['status-unknown']],
    ['private, without the act', { status: 'private_domain', deed: 'civil_lease' }, 'selection', ['declassification-not-proven']],
    [
      'private, with a blank reference',
      { status: 'private_domain', declassification: { ...ACT, reference: ' ' } },
      'selection',
      ['declassification-not-proven'],
    ],
    ['whether it is economic', { economic: 'unknown', origin: 'spontaneous' }, 'publicity_first', ['economic-unknown']],
    ['how long', { length: 'unknown', unlimitedTitles: 'unknown' }, 'selection', ['length-unknown', 'titles-unknown']],
    [
      'whose place it is',
      { status: 'private_domain', declassification: ACT, ownerKind: null, deed: 'sale' },
      'sale_with_competition',
      ['owner-unknown'],
    ],
    ['which deed', { status: 'private_domain', declassification: ACT, deed: null }, 'sale_with_valuation', ['deed-unknown']],
    ['in what name the agent speaks', { role: 'unknown' }, 'may_not_award', ['role-unknown']],
    ['whether the owner orders for itself', { ordersForItself: 'unknown' }, 'outside_tool', ['procurement-unknown']],
    ['a motive that is missing', { ground: 'particular_features' }, 'selection', ['motive-missing']],
    ['a doubt that changes nothing is not told', { economic: 'no', length: 'unknown' }, 'no_duty', []],
  ])('%s', (_situation, changes, expected, why) => {
    expect(path(changes)).toMatchObject({ path: expected, strictBecause: why });
  });
});
