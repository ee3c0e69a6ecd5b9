import { describe, expect, test } from '@jest/globals';
import { ORGANISATION_ROLES } from '../../platform/access/permission.js';
import { whyNotChangeRole, whyNotGo } from './member.rules.js';

const [alone, oneOfTwo, withOthers] = [
  { members: 1, administrators: 1 },
  { members: 2, administrators: 2 },
  { members: 3, administrators: 1 },
];

describe('the last administrator', () => {
  test('cannot become anything else, alone or not; one of two can', () => {
    for (const to of ORGANISATION_ROLES) {
      const expected = to === 'administrator' ? null : 'last-administrator';
      expect(whyNotChangeRole('administrator', to, alone)).toBe(expected);
      expect(whyNotChangeRole('administrator', to, withOthers)).toBe(expected);
      expect(whyNotChangeRole('administrator', to, oneOfTwo)).toBeNull();
    }
  });

  test('cannot go while there are other members, even saying so', () => {
    expect(whyNotGo('administrator', withOthers, true)).toBe('last-administrator');
    expect(whyNotGo('administrator', oneOfTwo, false)).toBeNull();
  });
});

test.each(ORGANISATION_ROLES)('the only member, %s, may go if they say that they know it', (role) => {
  expect(whyNotGo(role, alone, false)).toBe('sole-member');
  expect(whyNotGo(role, alone, true)).toBeNull();
});

test.each(['reader', 'reviewer', 'editor'] as const)('a %s comes, goes and changes freely', (role) => {
  expect(whyNotGo(role, withOthers, false)).toBeNull();
  expect(whyNotChangeRole(role, 'administrator', withOthers)).toBeNull();
});
