import { describe, expect, test } from '@jest/globals';
import { type Actor, type Holder, type Permission, type Refusal, type Scope, whyNotAllowed, whyNotAtTheDoor } from './permission.js';

const ORGANISATION = 'o-1';
const person: Actor = {
  accountId: 'p-1',
  emailVerified: true,
  platformRole: null,
  memberships: [],
  secondFactor: false,
  fresh: false,
};
const member = (role: Actor['memberships'][number]['role'], more: Partial<Actor['memberships'][number]> = {}): Actor => ({
  ...person,
  memberships: [{ organisationId: ORGANISATION, role, organisationState: 'verified', secondFactorRequired: false, ...more }],
});
const its: Scope = { organisationId: ORGANISATION };

describe('who may do what', () => {
  test.each<[string, Permission, Actor | null, Scope, Refusal | null]>([
    ['everyone may, strangers included', { by: ['everyone'] }, null, {}, null],
    [
      'nobody named means nobody may',
      { by: [] },
      { ...person, platformRole: 'platform_administrator', secondFactor: true },
      {},
      'moderators-only',
    ],
    ['a stranger is asked to sign in', { by: ['person'] }, null, {}, 'sign-in-needed'],
    ['a person may what any person may', { by: ['person'] }, person, {}, null],
    [
      'an address not shown to be one’s own is not enough',
      { by: ['person'] },
      { ...person, emailVerified: false },
      {},
      'email-not-verified',
    ],
    ['except where it is said to be', { by: ['person'], unverified: true }, { ...person, emailVerified: false }, {}, null],
    ['one’s own thing', { by: ['self'] }, person, { accountId: 'p-1' }, null],
    ['somebody else’s thing', { by: ['self'] }, person, { accountId: 'p-2' }, 'not-yours'],
    ['a thing of nobody', { by: ['self'] }, person, { accountId: null }, 'not-yours'],
    ['a role that is listed', { by: ['editor', 'administrator'] }, member('editor'), its, null],
    ['a higher role that is not listed inherits nothing', { by: ['reviewer'] }, member('administrator'), its, 'role-too-low'],
    ['a role that is not listed', { by: ['administrator'] }, member('reader'), its, 'role-too-low'],
    ['a role in another organisation', { by: ['administrator'] }, member('administrator'), { organisationId: 'o-2' }, 'not-a-member'],
    ['a thing of no organisation', { by: ['administrator'] }, member('administrator'), { organisationId: null }, 'not-a-member'],
    ['a suspended organisation', { by: ['editor'] }, member('editor', { organisationState: 'suspended' }), its, 'organisation-not-ready'],
    ['a claim not yet verified may, by default', { by: ['editor'] }, member('editor', { organisationState: 'claimed' }), its, null],
    [
      'unless the line says which states may',
      { by: ['editor'], organisationStates: ['verified'] },
      member('editor', { organisationState: 'claimed' }),
      its,
      'organisation-not-ready',
    ],
    [
      'an organisation that asks for a second factor',
      { by: ['editor'] },
      member('editor', { secondFactorRequired: true }),
      its,
      'second-factor-needed',
    ],
    ['… which was given', { by: ['editor'] }, { ...member('editor', { secondFactorRequired: true }), secondFactor: true }, its, null],
    ['a moderator without the second factor', { by: ['moderator'] }, { ...person, platformRole: 'moderator' }, {}, 'second-factor-needed'],
    ['a moderator with it', { by: ['moderator'] }, { ...person, platformRole: 'moderator', secondFactor: true }, {}, null],
    [
      'a moderator is no administrator',
      { by: ['platform_administrator'] },
      { ...person, platformRole: 'moderator', secondFactor: true },
      {},
      'moderators-only',
    ],
    [
      'an administrator may all a moderator may',
      { by: ['moderator'] },
      { ...person, platformRole: 'platform_administrator', secondFactor: true },
      {},
      null,
    ],
    [
      'a moderator has no role in organisations',
      { by: ['administrator'] },
      { ...person, platformRole: 'moderator', secondFactor: true },
      its,
      'not-a-member',
    ],
    ['one of several ways is enough', { by: ['self', 'moderator'] }, person, { accountId: 'p-1' }, null],
    [
      'of several refusals, the one that can be mended is said',
      { by: ['administrator', 'moderator'] },
      member('reader'),
      its,
      'role-too-low',
    ],
    ['a sign-in that is not fresh', { by: ['self'], fresh: true }, person, { accountId: 'p-1' }, 'fresh-sign-in-needed'],
    ['a fresh one', { by: ['self'], fresh: true }, { ...person, fresh: true }, { accountId: 'p-1' }, null],
    ['whose thing it is comes before how fresh', { by: ['self'], fresh: true }, person, { accountId: 'p-2' }, 'not-yours'],
  ])('%s', (_case, permission, actor, scope, expected) => {
    expect(whyNotAllowed(permission, actor, scope)).toBe(expected);
  });
});

describe('at the door, before the thing is known', () => {
  test('things of organisations and of persons are left to those who know whose they are', () => {
    for (const holder of ['self', 'reader', 'administrator'] as const satisfies readonly Holder[]) {
      expect(whyNotAtTheDoor({ by: [holder] }, person)).toBeNull();
      expect(whyNotAtTheDoor({ by: [holder] }, null)).toBe('sign-in-needed');
      expect(whyNotAtTheDoor({ by: [holder] }, { ...person, emailVerified: false })).toBe('email-not-verified');
      expect(whyNotAtTheDoor({ by: [holder], fresh: true }, person)).toBe('fresh-sign-in-needed');
    }
  });

  test('what is for moderators is refused to others at once', () => {
    expect(whyNotAtTheDoor({ by: ['moderator'] }, person)).toBe('moderators-only');
    expect(whyNotAtTheDoor({ by: [] }, person)).toBe('moderators-only');
  });
});
