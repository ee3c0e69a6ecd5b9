import { describe, expect, test } from '@jest/globals';
import { type Identity, identityFaults, readBodyNumber, readRna } from './organisation.identity.rules.js';

describe('an RNA number', () => {
  test.each([
    ['W521000123', 'W521000123'],
    ['w 521 000 123', 'W521000123'],
    ['W9R1000123', 'W9R1000123'],
    ['W52100012', null],
    ['521000123', null],
    ['WA21000123', null],
    ['', null],
  ])('written “%s”', (text, expected) => {
    expect(readRna(text)).toBe(expected);
  });
});

test('a search tells a number from a name', () => {
  expect(readBodyNumber('807 469 317 00018')).toEqual({ siret: '80746931700018' });
  expect(readBodyNumber('w521000123')).toEqual({ rna: 'W521000123' });
  expect(readBodyNumber('Atelier 80746931700019')).toBeNull();
});

const nothing = { ownerKind: null, legalForm: null, siret: null, rna: null, territoryId: null };
const owner: Identity = { ...nothing, kind: 'public_owner' };
const ess: Identity = { ...nothing, kind: 'ess' };
const siret = '80746931700018';

describe('what a claimant must give', () => {
  test.each<[string, Identity, [string, string][]]>([
    ['an owner of no kind', owner, [['ownerKind', 'owner-kind-needed']]],
    ['a commune without its territory', { ...owner, ownerKind: 'commune' }, [['territoryId', 'territory-needed']]],
    ['a commune', { ...owner, ownerKind: 'commune', territoryId: 'commune:52269' }, []],
    [
      'a commune with a department',
      { ...owner, ownerKind: 'commune', territoryId: 'department:52' },
      [['territoryId', 'territory-of-another-kind']],
    ],
    ['an EPCI with its own SIREN', { ...owner, ownerKind: 'epci', territoryId: 'epci:200072999', siret: '20007299900012' }, []],
    [
      'an EPCI with another SIREN',
      { ...owner, ownerKind: 'epci', territoryId: 'epci:200072999', siret },
      [['siret', 'siret-of-another-epci']],
    ],
    ['a landlord without SIRET', { ...owner, ownerKind: 'social_landlord' }, [['siret', 'siret-needed']]],
    [
      'a landlord tied to a commune',
      { ...owner, ownerKind: 'social_landlord', siret, territoryId: 'commune:52269' },
      [['territoryId', 'territory-not-for-this-owner']],
    ],
    [
      'an owner that is an association',
      { ...owner, ownerKind: 'sncf', siret, legalForm: 'association' },
      [['legalForm', 'not-for-this-kind']],
    ],
    ['an owner with an RNA number', { ...owner, ownerKind: 'epf', siret, rna: 'W521000123' }, [['rna', 'rna-for-associations']]],
    ['an ESS body of no form', { ...ess, siret }, [['legalForm', 'legal-form-needed']]],
    ['an association with its RNA number', { ...ess, legalForm: 'association', rna: 'W521000123' }, []],
    ['an association without number yet', { ...ess, legalForm: 'association' }, []],
    ['a SCIC without number', { ...ess, legalForm: 'scic' }, [['siret', 'number-needed']]],
    ['a SCOP with an RNA number', { ...ess, legalForm: 'scop', siret, rna: 'W521000123' }, [['rna', 'rna-for-associations']]],
    [
      'an ESS body that says it is a commune',
      { ...ess, legalForm: 'scop', siret, ownerKind: 'commune' },
      [['ownerKind', 'not-for-this-kind']],
    ],
    [
      'an ESS body with a territory',
      { ...ess, legalForm: 'scop', siret, territoryId: 'commune:52269' },
      [['territoryId', 'territory-not-for-this-owner']],
    ],
  ])('%s', (_title, body, faults) => {
    expect(identityFaults(body)).toEqual(faults);
  });
});
