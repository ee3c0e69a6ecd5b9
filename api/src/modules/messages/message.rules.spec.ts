import { describe, expect, test } from '@jest/globals';
import { APPLICATION_STATES } from '../applications/application.rules.js';
import { SETTLED_STATES, whyNotCloseMessages, whyNotWriteMessage } from './message.rules.js';

describe.each(APPLICATION_STATES)('about a file that is “%s”', (state) => {
  test.each([
    [false, false, 'messages-not-yet'],
    [false, true, 'messages-not-yet'],
    [true, true, 'messages-closed'],
    [true, false, null],
  ])('read by the owner: %s, closed: %s → writing is refused with %s', (isRead, isClosed, expected) => {
    expect(whyNotWriteMessage({ state, isRead, isClosed })).toBe(expected);
  });

  test('the thread is closed once everything is decided, and only then', () => {
    const isSettled = (SETTLED_STATES as readonly string[]).includes(state);
    for (const isClosed of [true, false]) {
      expect(whyNotCloseMessages({ state, isRead: true, isClosed })).toBe(isSettled ? null : 'messages-decision-first');
      expect(whyNotCloseMessages({ state, isRead: false, isClosed })).toBe('messages-not-yet');
    }
  });
});
