import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths } from './agreement-days.rules.js';
import { boundCrossed, deedsOpen, groundsOpen, type Parties, receiverForm, type Terms, termLacks } from './agreement.terms.rules.js';

const ACT = { act: 'Délibération de déclassement', date: '2025-06-12', reference: '2025-48' };
const PUBLIC: Terms['law'] = {
  ...{ status: 'public_domain', declassification: null, railway: 'no', economic: 'no', generalInterest: 'yes' },
  ...{ microEnterprise: 'unknown', trader: 'unknown', solidarityLandBody: 'no' },
};
const PRIVATE: Terms['law'] = { ...PUBLIC, status: 'private_domain', declassification: ACT };
const COMMUNE: Parties = { ownerKind: 'commune', occupantForm: 'association' };
const WHOLE: Terms = {
  ...{ law: PUBLIC, deed: 'temporary_occupation', object: 'Un atelier', use: 'Réparation', premises: [], openEnded: false },
  ...{ startsOn: '2027-01-01', endsOn: '2029-12-31', rent: 'paid', rentCentsPerYear: 120_000, freeGround: null, freeMotive: null },
  ...{ chargesCentsPerYear: null, depositCents: null, noticeMonths: 3, reportsYearly: true, conditions: [], clauses: null },
  ...{ ownerSigner: 'La maire', occupantSigner: 'Le président' },
};

describe('a draft', () => {
  test.each<[Partial<Terms>, string[]]>([
    [{}, []],
    [{ deed: null, object: null, noticeMonths: null }, ['deed', 'object', 'noticeMonths']],
    [{ endsOn: null }, ['endsOn']],
    [{ endsOn: null, openEnded: true }, []],
    [{ rent: null, rentCentsPerYear: null }, ['rent']],
    [{ rentCentsPerYear: null }, ['rentCentsPerYear']],
    [{ rent: 'free', rentCentsPerYear: null }, ['freeGround', 'freeMotive']],
  ])('%j lacks %j', (change, lacks) => {
    expect(termLacks({ ...WHOLE, ...change })).toEqual(lacks);
  });
});

describe('the law', () => {
  test('opens one deed on the public domain, and where nothing proves another status', () => {
    const deeds = (law: Terms['law'], parties = COMMUNE) => deedsOpen(parties, { law }).map(({ deed }) => deed);
    expect(deeds(PUBLIC)).toEqual(['temporary_occupation', 'administrative_emphyteutic_lease']);
    expect(deeds({ ...PRIVATE, declassification: null })).toEqual(deeds(PUBLIC));
    expect(deeds({ ...PUBLIC, railway: 'yes' }, { ...COMMUNE, ownerKind: 'sncf' })).toEqual(['temporary_occupation']);
    expect(deeds(PRIVATE)).toEqual(expect.arrayContaining(['loan_for_use', 'civil_lease']));
    expect(deeds(PRIVATE)).not.toContain('temporary_occupation');
    expect(deeds(PRIVATE)).not.toContain('sale');
  });

  const lease = { deed: 'administrative_emphyteutic_lease' } as const;
  test.each<[string, Partial<Terms>, string | null]>([
    ['three years', {}, null],
    ['never open-ended', { openEnded: true, endsOn: null }, 'term-open-ended'],
    ['seventy years', { endsOn: addDays(addMonths('2027-01-01', 840), -1) }, null],
    ['seventy years and a day', { endsOn: addMonths('2027-01-01', 840) }, 'term-too-long'],
    ['more than eighteen years of a lease', { ...lease, endsOn: '2045-01-31' }, null],
    ['eighteen years, when the law says more', { ...lease, endsOn: '2044-12-31' }, 'term-too-short'],
    ['ninety-nine years and a day', { ...lease, endsOn: '2126-01-01' }, 'term-too-long'],
    ['a last day before the first', { endsOn: '2026-01-01' }, 'dates-in-order'],
    ['a lease of private domain', { deed: 'civil_lease' }, 'deed-not-open'],
    ['a sale', { deed: 'sale', law: PRIVATE }, 'deed-not-open'],
    ['a loan without end', { deed: 'loan_for_use', law: PRIVATE, openEnded: true, endsOn: null }, null],
    ['free for general interest', { rent: 'free', freeGround: 'association-general-interest' }, null],
    ['free by a loan that it is not', { rent: 'free', freeGround: 'loan-for-use' }, 'ground-not-open'],
    ['nothing said yet', { deed: null, startsOn: null, endsOn: null, rent: null }, null],
  ])('%s: %s', (_terms, change, rule) => {
    const crossed = boundCrossed(COMMUNE, { ...WHOLE, ...change });
    expect(crossed?.rule ?? null).toBe(rule);
    if (rule !== null && rule !== 'dates-in-order') expect(crossed?.sources.length).toBeGreaterThan(0);
  });

  test('a company has not the ground of an association', () => {
    const grounds = (parties: Parties, law = PUBLIC) => groundsOpen(parties, { law, deed: null }).map(({ ground }) => ground);
    expect(grounds(COMMUNE)).toEqual(['association-general-interest', 'association-communal-domain']);
    expect(grounds({ ...COMMUNE, occupantForm: 'scic' })).toEqual([]);
    expect(grounds({ ownerKind: 'epci', occupantForm: 'association' }, { ...PUBLIC, generalInterest: 'no' })).toEqual([]);
    expect(receiverForm('association', 'unknown')).toBe('association');
    expect(receiverForm(null, 'yes')).toBe('unknown');
  });
});
