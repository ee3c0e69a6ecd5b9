import { describe, expect, test } from '@jest/globals';
import { APPLICATION_STATES, type ApplicationState } from '../../applications/application.rules.js';
import {
  type ExaminedFile,
  isReminderDue,
  nextOpinionState,
  OPINION_STATES,
  OPINION_TRANSITIONS,
  OPINIONS_AT_MOST,
  standingOfOpinion,
  whyNotAsk,
  whyNotDue,
} from './opinion.rules.js';

const NOW = new Date('2026-12-01T08:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * 24 * 3_600_000);
const file = (state: ApplicationState, call: ExaminedFile['call'] = null): ExaminedFile => ({ state, call });
const EXAMINED = ['filed', 'correction_requested', 'admissible', 'under_review', 'shortlisted'];

describe('an opinion asked outside', () => {
  test.each(APPLICATION_STATES.map((state) => [state, EXAMINED.includes(state)] as const))(
    'of a file that is %s: may be asked and answered: %s',
    (state, isExamined) => {
      expect(whyNotAsk(file(state), 0)).toBe(isExamined ? null : 'application-state-forbids');
      expect(standingOfOpinion({ state: 'asked', dueAt: inDays(2), wasClosed: false }, file(state), NOW)).toBe(
        isExamined ? 'asked' : 'closed',
      );
    },
  );

  test.each(['cancelled', 'unsuccessful'] as const)('ends with a call that is %s: its link opens nothing more', (state) => {
    expect(whyNotAsk(file('admissible', { state }), 0)).toBe('application-state-forbids');
    expect(standingOfOpinion({ state: 'asked', dueAt: inDays(2), wasClosed: false }, file('admissible', { state }), NOW)).toBe('closed');
    const times = { remindedAt: null, askedAt: inDays(-5), dueAt: inDays(1), wasClosed: false };
    expect(isReminderDue({ state: 'asked', ...times }, file('filed', { state }), NOW)).toBe(false);
  });

  test('stays closed when a decided file is reopened before its term; it can be asked anew', () => {
    expect(standingOfOpinion({ state: 'asked', dueAt: inDays(2), wasClosed: true }, file('under_review'), NOW)).toBe('closed');
    expect(standingOfOpinion({ state: 'answered', dueAt: inDays(2), wasClosed: true }, file('under_review'), NOW)).toBe('answered');
    expect(whyNotAsk(file('under_review'), 1)).toBeNull();
  });

  test('is one of a reasonable number', () => {
    expect(whyNotAsk(file('filed'), OPINIONS_AT_MOST - 1)).toBeNull();
    expect(whyNotAsk(file('filed'), OPINIONS_AT_MOST)).toBe('too-many-opinions');
  });

  test.each([
    [0.9, 'opinion-due-unfit'],
    [1, null],
    [180, null],
    [181, 'opinion-due-unfit'],
    [-1, 'opinion-due-unfit'],
  ])('due in %d days: %s', (days, why) => expect(whyNotDue(inDays(days), NOW)).toBe(why));

  test('expires at its term, to the instant, unless it was answered or taken back', () => {
    expect(standingOfOpinion({ state: 'asked', dueAt: NOW, wasClosed: false }, file('filed'), NOW)).toBe('expired');
    expect(standingOfOpinion({ state: 'answered', dueAt: NOW, wasClosed: false }, file('filed'), NOW)).toBe('answered');
    expect(standingOfOpinion({ state: 'answered', dueAt: NOW, wasClosed: false }, file('withdrawn'), NOW)).toBe('answered');
    expect(standingOfOpinion({ state: 'revoked', dueAt: inDays(3), wasClosed: false }, file('filed'), NOW)).toBe('revoked');
  });

  test.each(OPINION_STATES.flatMap((state) => OPINION_TRANSITIONS.map(({ action, to }) => [state, action, to] as const)))(
    '%s → %s follows the table',
    (state, action, to) => expect(nextOpinionState(state, action)).toBe(state === 'asked' ? to : null),
  );

  test.each([
    ['three days before', { askedAt: inDays(-5), dueAt: inDays(3) }, true],
    ['too early', { askedAt: inDays(-5), dueAt: inDays(3.1) }, false],
    ['hardly asked', { askedAt: inDays(-0.5), dueAt: inDays(1) }, false],
    ['over', { askedAt: inDays(-5), dueAt: inDays(0) }, false],
    ['once is enough', { askedAt: inDays(-5), dueAt: inDays(1), remindedAt: inDays(-1) }, false],
    ['answered', { askedAt: inDays(-5), dueAt: inDays(1), state: 'answered' as const }, false],
    ['closed, then the file reopened', { askedAt: inDays(-5), dueAt: inDays(1), wasClosed: true }, false],
  ])('is reminded of: %s', (_title, times, due) =>
    expect(isReminderDue({ state: 'asked', remindedAt: null, wasClosed: false, ...times }, file('filed'), NOW)).toBe(due),
  );

  test('is no longer reminded of once the file was withdrawn', () => {
    const times = { state: 'asked' as const, askedAt: inDays(-5), dueAt: inDays(1), remindedAt: null, wasClosed: false };
    expect(isReminderDue(times, file('withdrawn'), NOW)).toBe(false);
  });
});
