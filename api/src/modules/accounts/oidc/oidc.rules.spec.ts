import { expect, test } from '@jest/globals';
import { outcomeOf, ownPath, type KnownHere } from './oidc.rules.js';

const nobody: KnownHere = { linkedTo: null, addressTaken: false, linkFor: null };
const verified = { email: 'camille@example.org', emailVerified: true };
const unverified = { email: 'camille@example.org', emailVerified: false };

test.each<[string, Parameters<typeof outcomeOf>[0], Partial<KnownHere>, object]>([
  ['somebody linked before enters', verified, { linkedTo: 'a' }, { do: 'enter' }],
  [
    '… also when the provider changed or withholds their address',
    { email: null, emailVerified: false },
    { linkedTo: 'a' },
    { do: 'enter' },
  ],
  ['somebody new gets an account', verified, {}, { do: 'create' }],
  [
    'an address with an account is never linked by itself',
    verified,
    { addressTaken: true },
    { do: 'refuse', why: 'identity-account-exists' },
  ],
  ['an address nobody checked opens no account', unverified, {}, { do: 'refuse', why: 'identity-address-unverified' }],
  [
    '… and the answer does not tell whether it has one',
    unverified,
    { addressTaken: true },
    { do: 'refuse', why: 'identity-address-unverified' },
  ],
  ['no address at all', { email: null, emailVerified: true }, {}, { do: 'refuse', why: 'identity-address-unverified' }],
  ['a signed-in person who asked for it is linked, whatever the address', unverified, { linkFor: 'a', addressTaken: true }, { do: 'link' }],
  ['a second time changes nothing', verified, { linkFor: 'a', linkedTo: 'a' }, { do: 'keep' }],
  ['somebody else’s identity is not taken over', verified, { linkFor: 'a', linkedTo: 'b' }, { do: 'refuse', why: 'identity-taken' }],
])('%s', (_case, identity, known, expected) => {
  expect(outcomeOf(identity, { ...nobody, ...known })).toEqual(expected);
});

test.each([
  ['/mes-projets?etat=ouvert#haut', '/mes-projets?etat=ouvert#haut'],
  [undefined, '/'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/a\\..\\b', '/'],
  ['/a\tb', '/'],
  ['/é', '/'],
  ['/api/session', '/'],
  ['javascript:alert(1)', '/'],
])('after signing in, %s leads to %s', (asked, path) => {
  expect(ownPath(asked)).toBe(path);
});
