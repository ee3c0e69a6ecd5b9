import { describe, expect, test } from '@jest/globals';
import { APPLICATION_STATES, nextApplicationState } from '../../applications/application.rules.js';
import { CALL_STATES } from '../../calls/call.rules.js';
import { countsOf, SHORTLIST_MOVES, whyNotAnnounce, whyNotChoose } from './shortlist.rules.js';

const NOW = new Date('2026-12-11T08:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const WHOLE = { keep: 2, leave: 1, undecided: 0, correcting: 0 };

describe('an outline is chosen, or not', () => {
  test.each(CALL_STATES.map((state) => [state] as const))('while its call is %s', (state) => {
    expect(whyNotChoose(state, 'filed')).toBe(state === 'shortlisting' ? null : 'call-state-forbids');
  });

  test('never when it asks for a place directly', () => {
    expect(whyNotChoose(null, 'filed')).toBe('call-state-forbids');
  });

  test.each(APPLICATION_STATES.map((state) => [state] as const))('when it is %s', (state) => {
    const why = ['filed', 'admissible'].includes(state)
      ? null
      : state === 'correction_requested'
        ? 'correction-under-way'
        : 'application-state-forbids';
    expect(whyNotChoose('shortlisting', state)).toBe(why);
  });

  test('and each choice is a move of the table', () => {
    expect(Object.values(SHORTLIST_MOVES).map((action) => nextApplicationState('filed', action))).toEqual(['invited', 'not_shortlisted']);
  });
});

describe('the shortlist', () => {
  test('counts those still to decide, whatever was chosen for those that left', () => {
    const outlines = [
      { state: 'filed', choice: 'keep' },
      { state: 'admissible', choice: 'leave' },
      { state: 'filed', choice: null },
      { state: 'correction_requested', choice: 'keep' },
      { state: 'withdrawn', choice: 'keep' },
      { state: 'inadmissible', choice: null },
    ] as const;
    expect(countsOf(outlines)).toEqual({ keep: 1, leave: 1, undecided: 1, correcting: 1 });
  });

  test.each([
    ['when all are decided and a week is left', {}, 7, null],
    ['never while one is undecided', { undecided: 1 }, 30, 'shortlist-undecided'],
    ['never while a correction is awaited', { correcting: 1, undecided: 1 }, 30, 'correction-under-way'],
    ['never when nobody goes on', { keep: 0 }, 30, 'shortlist-empty'],
    ['never when less than a week is left', {}, 6.99, 'shortlist-closing-too-soon'],
    ['never when the second closing is over', {}, -1, 'shortlist-closing-too-soon'],
  ] as const)('is announced %s', (_when, counts, days, why) => {
    expect(whyNotAnnounce('shortlisting', { ...WHOLE, ...counts }, inDays(days), NOW)).toBe(why);
  });

  test.each(CALL_STATES.filter((state) => state !== 'shortlisting').map((state) => [state] as const))(
    'is not announced while the call is %s',
    (state) => {
      expect(whyNotAnnounce(state, WHOLE, inDays(30), NOW)).toBe('call-state-forbids');
    },
  );
});
