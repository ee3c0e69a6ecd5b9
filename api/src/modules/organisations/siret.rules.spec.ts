import { describe, expect, test } from '@jest/globals';
import { isSiae, NEIGHBOUR_STATUSES, SIAE_STATUSES } from './organisation.vocabulary.js';
import { hasSoundKey, readSiret } from './siret.rules.js';

describe('a SIRET', () => {
  test.each([
    ['80746931700018', { siret: '80746931700018', how: 'as_written' }],
    ['807 469 317 00018', { siret: '80746931700018', how: 'as_written' }],
    ['8,07469E+13', { siret: null, how: 'ruined' }],
    ['12345678901234', { siret: null, how: 'wrong_key' }],
    ['80746931700019', { siret: null, how: 'wrong_key' }],
    ['807469317', { siret: null, how: 'malformed' }],
    ['00000000000000', { siret: null, how: 'wrong_key' }],
    ['', { siret: null, how: 'missing' }],
  ])('written “%s”', (text, expected) => {
    expect(readSiret(text)).toEqual(expected);
  });

  test('that lost its leading zero gets it back when its key proves it', () => {
    expect(readSiret('5580501000018')).toEqual({ siret: '05580501000018', how: 'zero_restored' });
  });

  test('of La Poste follows its own rule', () => {
    expect(hasSoundKey('35600000000048')).toBe(true);
    expect(hasSoundKey('35600000049837')).toBe(true);
    expect(hasSoundKey('35600000049838')).toBe(false);
  });
});

test('GEIQ, adapted companies and ESAT are not inclusion enterprises', () => {
  expect(SIAE_STATUSES.every(isSiae)).toBe(true);
  expect(NEIGHBOUR_STATUSES.some(isSiae)).toBe(false);
});
