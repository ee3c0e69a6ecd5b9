import { describe, expect, test } from '@jest/globals';
import { CALL_STATES } from '../calls/call.rules.js';
import {
  isWhole,
  lockedIn,
  missingScores,
  nextReadingState,
  orderFor,
  READING_STATES,
  READING_TRANSITIONS,
  type ReadingState,
  reviewReminderDue,
  unknownScores,
  whyNotActOnReading,
  whyNotDiscuss,
  whyNotInviteReviewer,
  whyNotRead,
  whyNotReveal,
  whyNotStartReview,
} from './review.rules.js';

const GRID = { scaleMax: 5, criteria: [{ id: 'a' }, { id: 'b' }] };
const given = { score: 3, justification: 'Solide' };

describe('a reading', () => {
  test('goes from one state to the next only as its table says', () => {
    for (const state of READING_STATES) {
      for (const { action } of READING_TRANSITIONS) {
        const line = READING_TRANSITIONS.find((one) => one.action === action && (one.from as readonly string[]).includes(state));
        expect(nextReadingState(state, action)).toBe(line?.to ?? null);
      }
    }
    // Whoever declared a link has nothing more to do with the file.
    expect(READING_TRANSITIONS.some(({ from }) => (from as readonly string[]).includes('conflict_declared'))).toBe(false);
  });

  test.each([
    ['assigned', 'reading-state-forbids'],
    ['conflict_declared', 'reading-link-declared'],
    ['scoring', null],
    ['locked', null],
    ['revealed', null],
  ] as const)('in the state %s: %s', (state, why) => {
    expect(whyNotRead(state)).toBe(why);
  });

  test.each<[Parameters<typeof whyNotActOnReading>[0], ReadingState, boolean, number, string | null]>([
    ['declareNoLink', 'assigned', false, 2, null],
    ['declareNoLink', 'scoring', false, 2, 'reading-state-forbids'],
    ['recuse', 'assigned', false, 2, null],
    ['recuse', 'scoring', false, 2, null],
    ['recuse', 'locked', false, 0, 'reading-state-forbids'],
    ['write', 'assigned', false, 2, 'reading-state-forbids'],
    ['write', 'scoring', false, 2, null],
    ['write', 'locked', false, 0, 'reading-state-forbids'],
    ['write', 'conflict_declared', false, 2, 'reading-link-declared'],
    ['lock', 'scoring', false, 1, 'scores-incomplete'],
    ['lock', 'scoring', false, 0, null],
    ['lock', 'scoring', true, 0, 'review-revealed'],
    ['declareNoLink', 'assigned', true, 2, 'review-revealed'],
  ])('%s in the state %s (revealed: %s, missing: %s): %s', (action, state, revealed, missing, why) => {
    expect(whyNotActOnReading(action, state, { revealed, missing })).toBe(why);
  });

  test('lacks a score, or its reason; refuses what is off the scale or not in the grid', () => {
    expect(missingScores(GRID, { a: given, b: { score: 0, justification: 'Rien' } })).toEqual([]);
    expect(missingScores(GRID, { a: { score: 3, justification: null } })).toEqual(['a', 'b']);
    expect(unknownScores(GRID, { a: given, b: { score: null, justification: null } })).toEqual([]);
    expect(unknownScores(GRID, { a: { score: 6, justification: null }, c: given })).toEqual(['a', 'c']);
  });

  test('comes in an order of chance that stays, and is not everybody’s', () => {
    const all = Array.from({ length: 8 }, (_, index) => ({ applicationId: `file-${index}` }));
    const mine = orderFor('me', all);
    expect(orderFor('me', [...all].reverse())).toEqual(mine);
    expect(orderFor('you', all)).not.toEqual(mine);
    expect(new Set(mine)).toEqual(new Set(all));
  });
});

describe('a review', () => {
  const start = { call: 'closed', applications: ['admissible', 'inadmissible'], mode: 'simple', quorum: 2, publishedQuorum: 2 } as const;
  test.each([
    [{}, null],
    [{ applications: ['admissible', 'filed'] }, 'review-files-not-examined'],
    [{ applications: ['admissible', 'correction_requested'] }, 'review-files-not-examined'],
    [{ applications: ['inadmissible', 'withdrawn'] }, 'review-nothing-admissible'],
    [{ quorum: 1 }, 'review-quorum-too-low'],
    [{ quorum: 3 }, 'review-quorum-too-low'],
    [{ quorum: 3, mode: 'full' }, null],
    [{ publishedQuorum: null, quorum: 1 }, null],
  ] as const)('%j: %s', (changes, why) => {
    expect(whyNotStartReview({ ...start, ...changes })).toBe(why);
  });

  test('starts once a call is closed, and is discussed, revealed and staffed only while it runs', () => {
    const locked = [{ states: ['locked'] }] as const;
    for (const state of CALL_STATES) {
      expect(whyNotStartReview({ ...start, call: state }) === null).toBe(state === 'closed');
      expect(whyNotDiscuss(state, true) === null).toBe(state === 'under_review');
      expect(whyNotReveal(state, false, locked, 1) === null).toBe(state === 'under_review');
      expect(whyNotInviteReviewer(state, { mode: 'full', revealed: false }, 9) === null).toBe(state === 'under_review');
    }
    expect(whyNotDiscuss('under_review', false)).toBe('review-not-revealed');
    expect(whyNotInviteReviewer('under_review', { mode: 'simple', revealed: false }, 2)).toBe('review-readers-enough');
    expect(whyNotInviteReviewer('under_review', { mode: 'full', revealed: true }, 0)).toBe('review-revealed');
  });

  test('shows scores by itself once all have locked, links aside, and each file has enough readers', () => {
    const whole = [{ states: ['locked', 'locked', 'conflict_declared'] }, { states: ['locked', 'locked', 'locked'] }] as const;
    expect(isWhole(whole, 2, 0)).toBe(true);
    expect(isWhole(whole, 3, 0)).toBe(false);
    expect(isWhole(whole, 2, 1)).toBe(false);
    expect(isWhole([{ states: ['locked', 'scoring'] }], 1, 0)).toBe(false);
    expect(isWhole([], 1, 0)).toBe(false);
    expect(lockedIn({ states: ['locked', 'revealed', 'scoring'] })).toBe(2);
  });

  test('is revealed early by the chair only when each file has enough readers, and once', () => {
    expect(whyNotReveal('under_review', false, [{ states: ['locked', 'scoring'] }], 1)).toBeNull();
    expect(whyNotReveal('under_review', false, [{ states: ['locked'] }, { states: ['scoring'] }], 1)).toBe('review-quorum-missing');
    expect(whyNotReveal('under_review', true, [{ states: ['locked'] }], 1)).toBe('review-revealed');
    expect(whyNotReveal('under_review', false, [], 1)).toBe('review-quorum-missing');
  });

  test('reminds three days before, and once when it is late', () => {
    const due = new Date('2027-01-16T00:00:00Z');
    expect(reviewReminderDue(due, new Date('2027-01-12T23:59:00Z'))).toBeNull();
    expect(reviewReminderDue(due, new Date('2027-01-13T00:00:00Z'))).toBe('soon');
    expect(reviewReminderDue(due, due)).toBe('late');
  });
});
