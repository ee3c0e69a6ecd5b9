import { describe, expect, test } from '@jest/globals';
import { type Declared, factChecks } from './organisation.checks.rules.js';

const declared: Declared = {
  name: 'Ateliers du Plateau',
  legalForm: 'association',
  ownerKind: null,
  commune: 'Langres',
  siret: '90000000100017',
  rna: null,
};

describe('what a moderator compares', () => {
  test('marks what differs, and not what is written otherwise', () => {
    const checks = factChecks(declared, {
      ...declared,
      name: 'ATELIERS-DU-PLATEAU',
      legalForm: 'scop',
      commune: null,
      rna: 'W521000123',
      active: true,
    });
    expect(checks.map(({ fact, same }) => [fact, same])).toEqual([
      ['name', true],
      ['legalForm', false],
      ['commune', null],
      ['siret', true],
      ['rna', null],
    ]);
  });

  test('says that the register holds the body for closed', () => {
    expect(factChecks(declared, { ...declared, active: false }).at(-1)).toEqual({
      fact: 'active',
      declared: null,
      register: 'closed',
      same: false,
    });
  });

  test('without register shows what is declared and marks nothing', () => {
    expect(factChecks(declared, null).map(({ same }) => same)).toEqual([null, null, null, null]);
  });

  test.each([
    ['commune', '21520269400015', true],
    ['commune', '80746931700018', false],
    ['region', '20005226400013', true],
    ['epci', '24520001100018', true],
    ['department', '22520001300012', true],
  ])('doubts the SIREN of a %s that begins like %s', (ownerKind, siret, same) => {
    expect(factChecks({ ...declared, ownerKind, siret }, null).find(({ fact }) => fact === 'siren')).toMatchObject({ same });
  });
});
