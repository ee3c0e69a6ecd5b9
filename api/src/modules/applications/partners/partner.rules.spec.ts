import { describe, expect, test } from '@jest/globals';
import {
  nextPartnerState,
  PARTNER_STATES,
  type PartnerAction,
  type PartnerState,
  PARTNERS_AT_MOST,
  whyNotInvitePartner,
} from './partner.rules.js';

const ACTIONS: readonly PartnerAction[] = ['invite', 'accept', 'decline', 'remove', 'leave'];
const MOVES: Readonly<Record<string, PartnerState>> = {
  'null invite': 'invited',
  'declined invite': 'invited',
  'removed invite': 'invited',
  'left invite': 'invited',
  'invited accept': 'accepted',
  'invited decline': 'declined',
  'invited remove': 'removed',
  'accepted remove': 'removed',
  'accepted leave': 'left',
};

describe.each([null, ...PARTNER_STATES])('a partner that is “%s”', (state) => {
  test.each(ACTIONS)('%s leads where the table says, or nowhere', (action) => {
    expect(nextPartnerState(state, action)).toBe(MOVES[`${state} ${action}`] ?? null);
  });
});

describe('an organisation is invited', () => {
  const other = { kind: 'ess', isLead: false, isOwner: false, state: null, count: 0 };
  test.each([
    ['another of the social economy', {}, null],
    ['one that left', { state: 'left' as const }, null],
    ['the one that leads', { isLead: true }, 'partner-not-possible'],
    ['the owner itself', { isOwner: true, kind: 'public_owner' }, 'partner-not-possible'],
    ['a public owner', { kind: 'public_owner' }, 'ess-organisations-only'],
    ['one that was invited', { state: 'invited' as const }, 'partner-already'],
    ['one that writes already', { state: 'accepted' as const }, 'partner-already'],
    ['one too many', { count: PARTNERS_AT_MOST }, 'too-many-partners'],
  ])('%s', (_who, given, expected) => {
    expect(whyNotInvitePartner({ ...other, ...given })).toBe(expected);
  });
});
