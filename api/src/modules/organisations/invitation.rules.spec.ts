import { describe, expect, test } from '@jest/globals';
import { next } from '../../platform/state-machine.js';
import {
  INVITATION_STATES,
  INVITATION_TRANSITIONS,
  INVITATION_VALID_MS,
  mayBeSentAgain,
  shownState,
  whyNotUse,
  withoutLinks,
} from './invitation.rules.js';

const now = new Date('2026-11-23T10:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);

describe('an invitation', () => {
  test('ends once, whatever happens to it', () => {
    for (const { action } of INVITATION_TRANSITIONS) {
      for (const state of INVITATION_STATES) {
        expect({ action, state, to: next(INVITATION_TRANSITIONS, state, action) !== null }).toEqual({
          action,
          state,
          to: state === 'pending',
        });
      }
    }
  });

  test.each([
    ['pending', null],
    ['accepted', 'invitation-used'],
    ['declined', 'invitation-declined'],
    ['cancelled', 'invitation-cancelled'],
    ['expired', 'invitation-expired'],
  ] as const)('that is %s is answered: %s', (state, reason) => {
    expect(whyNotUse({ state, expiresAt: later(1) }, now)).toBe(reason);
  });

  test('is over at the instant of its term, fourteen days after it was sent', () => {
    const sent = { state: 'pending', expiresAt: later(INVITATION_VALID_MS) } as const;
    expect(INVITATION_VALID_MS).toBe(14 * 24 * 3_600_000);
    expect(whyNotUse(sent, later(INVITATION_VALID_MS - 1))).toBeNull();
    expect(whyNotUse(sent, later(INVITATION_VALID_MS))).toBe('invitation-expired');
    expect(shownState(sent, later(INVITATION_VALID_MS))).toBe('expired');
    expect(shownState(sent, now)).toBe('pending');
    expect(shownState({ state: 'accepted', expiresAt: now }, later(1))).toBe('accepted');
  });

  test('is sent again after a day, not before', () => {
    expect(mayBeSentAgain(now, later(24 * 3_600_000 - 1))).toBe(false);
    expect(mayBeSentAgain(now, later(24 * 3_600_000))).toBe(true);
  });
});

test('a name in a message reads the same and is not a link', () => {
  const shown = withoutLinks('Gagnez sur https://evil.example/x ou a@evil.example. Vite.');
  expect(shown.replaceAll('\u2060', '')).toBe('Gagnez sur https://evil.example/x ou a@evil.example. Vite.');
  expect(shown).not.toMatch(/\w\.\w|:\/\/|\w@\w/);
  expect(withoutLinks('Les Clés de Douze')).toBe('Les Clés de Douze');
});
