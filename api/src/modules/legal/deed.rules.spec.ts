import { describe, expect, test } from '@jest/globals';
import { OWNER_KINDS } from '../sites/site.vocabulary.js';
import { DEED_REFUSALS, type DeedInputs, DEEDS, deedsAllowed, remediesOf, whyNotDeed, whyNotTerm } from './deed.rules.js';
import { type FeeInputs, feeGrounds } from './fee.rules.js';
import { ANSWERS, DEED_KINDS, LEGAL_STATUSES, RECEIVER_FORMS } from './legal.vocabulary.js';

const ACT = { act: 'Délibération', date: '2025-03-04', reference: '2025-17' };
const PRIVATE = { status: 'private_domain', declassification: ACT } as const;
const USUAL: DeedInputs = {
  ownerKind: 'commune',
  status: 'public_domain',
  declassification: null,
  railway: 'no',
  solidarityLandBody: 'no',
  receiver: { form: 'association', microEnterprise: 'no', trader: 'no' },
};
const allowed = (changes: Partial<DeedInputs>) =>
  deedsAllowed({ ...USUAL, ...changes }).flatMap(({ deed, refusal }) => (refusal === null ? [deed] : []));

describe('deeds', () => {
  test('each says its source, and whom to turn to against it', () => {
    for (const deed of DEED_KINDS) expect([DEEDS[deed].sources.length > 0, remediesOf(deed, USUAL)]).toEqual([true, DEEDS[deed].remedies]);
    expect(remediesOf('civil_lease', { ...USUAL, ownerKind: 'company', status: 'unknown' })).toBe('private-owner');
  });

  test('on the public domain only temporary titles, and the administrative lease of local authorities off the railway', () => {
    expect(allowed({})).toEqual(['temporary_occupation', 'administrative_emphyteutic_lease']);
    expect(allowed({ railway: 'yes' })).toEqual(['temporary_occupation']);
    expect(allowed({ railway: 'unknown' })).toEqual(['temporary_occupation']);
    expect(allowed({ ownerKind: 'sncf' })).toEqual(['temporary_occupation']);
  });

  test('what is not proven private is public', () => {
    expect(allowed({ status: 'unknown' })).toEqual(allowed({}));
    expect(allowed({ status: 'private_domain' })).toEqual(allowed({}));
  });

  test('on the private domain, what suits the receiver', () => {
    expect(allowed(PRIVATE)).toEqual(['administrative_emphyteutic_lease', 'emphyteutic_lease', 'loan_for_use', 'civil_lease', 'sale']);
    const trader = { form: 'company', microEnterprise: 'yes', trader: 'yes' } as const;
    expect(allowed({ ...PRIVATE, receiver: trader, solidarityLandBody: 'yes' })).toEqual(
      DEED_KINDS.filter((deed) => deed !== 'temporary_occupation'),
    );
  });

  test('every combination of answers allows a deed of the right domain only, and every refusal is met', () => {
    const met = new Set<string | null>();
    for (const ownerKind of [...OWNER_KINDS, null])
      for (const status of LEGAL_STATUSES)
        for (const declassification of [null, ACT])
          for (const railway of ANSWERS)
            for (const solidarityLandBody of ANSWERS)
              for (const answer of ANSWERS)
                for (const deed of DEED_KINDS) {
                  const receiver = { form: 'company', microEnterprise: answer, trader: answer } as const;
                  const refusal = whyNotDeed(deed, { ownerKind, status, declassification, railway, solidarityLandBody, receiver });
                  met.add(refusal);
                  if (status === 'public_domain' && DEEDS[deed].property === 'private') expect(refusal).not.toBeNull();
                }
    expect([...met].sort()).toEqual([...DEED_REFUSALS, null].sort());
  });

  test.each([
    ['temporary_occupation', null, 'term-open-ended'],
    ['temporary_occupation', 841, 'term-too-long'],
    ['temporary_occupation', 6, null],
    ['administrative_emphyteutic_lease', 216, 'term-too-short'],
    ['administrative_emphyteutic_lease', 217, null],
    ['administrative_emphyteutic_lease', 1_188, null],
    ['administrative_emphyteutic_lease', 1_189, 'term-too-long'],
    ['solidarity_lease', 143, 'term-too-short'],
    ['commercial_lease', 107, 'term-too-short'],
    ['short_commercial_lease', 37, 'term-too-long'],
    ['loan_for_use', null, null],
  ] as const)('%s for %s months', (deed, months, expected) => {
    expect(whyNotTerm(deed, months)).toBe(expected);
  });
});

describe('fee, and grounds not to ask for it', () => {
  const FEE: FeeInputs = { ...USUAL, receiver: 'association', economic: 'no', deed: 'temporary_occupation' };
  const open = (changes: Partial<FeeInputs>) =>
    feeGrounds({ ...FEE, ...changes })
      .grounds.filter((ground) => ground.open === 'yes')
      .map(({ id }) => id);

  test('any association on communal domain, not on that of an EPCI', () => {
    expect(open({})).toEqual(['association-communal-domain']);
    expect(open({ ownerKind: 'epci' })).toEqual([]);
    expect(open({ ownerKind: 'epci', receiver: 'association_general_interest' })).toEqual(['association-general-interest']);
  });

  test('a cooperative does not have the ground of associations', () => {
    expect(open({ receiver: 'cooperative' })).toEqual([]);
    expect(feeGrounds({ ...FEE, receiver: 'cooperative' }).warnings.map(({ id }) => id)).toContain('not-the-associations-ground');
  });

  test('a reduced rent for an economic activity is an aid', () => {
    expect(feeGrounds({ ...FEE, ...PRIVATE, deed: 'civil_lease', economic: 'unknown' }).warnings.map(({ id }) => id)).toContain(
      'state-aid',
    );
    expect(open({ ...PRIVATE, deed: 'loan_for_use' })).toEqual(['loan-for-use']);
  });

  test('whatever the answers, something is due with its source, and each ground says whether it is open', () => {
    for (const ownerKind of [...OWNER_KINDS, null])
      for (const status of LEGAL_STATUSES)
        for (const declassification of [null, ACT])
          for (const receiver of RECEIVER_FORMS)
            for (const economic of ANSWERS)
              for (const deed of [...DEED_KINDS, null]) {
                const { due, grounds } = feeGrounds({ ownerKind, status, declassification, receiver, economic, deed });
                if (due.sources.length === 0 || grounds.length !== 4) throw new Error(`${ownerKind} ${status}`);
                if (status === 'public_domain' && due.kind !== 'fee') throw new Error('a fee is due on the public domain');
              }
  });
});
