import { describe, expect, test } from '@jest/globals';
import type { Frequency } from '../follow.vocabulary.js';
import { digestOpening, isDue, isTold, type Occasion, quietUntil } from './digest.rules.js';

const at = (text: string) => new Date(text);

describe('a digest is owed once per window', () => {
  test.each<[string, Frequency, string, string | null, string, boolean]>([
    ['daily, the first morning', 'daily', '2026-11-22T10:00:00Z', null, '2026-11-23T06:00:05Z', true],
    ['daily, asked this morning after the hour', 'daily', '2026-11-23T08:00:00Z', null, '2026-11-23T10:00:00Z', false],
    ['daily, made already', 'daily', '2026-11-01T10:00:00Z', '2026-11-23T06:00:05Z', '2026-11-23T06:00:09Z', false],
    [
      'daily, made already, the task runs again in the evening',
      'daily',
      '2026-11-01T10:00:00Z',
      '2026-11-23T06:00:05Z',
      '2026-11-23T20:00:00Z',
      false,
    ],
    ['daily, the service was down yesterday', 'daily', '2026-11-01T10:00:00Z', '2026-11-21T06:00:05Z', '2026-11-23T06:00:05Z', true],
    ['weekly, on a Tuesday', 'weekly', '2026-11-01T10:00:00Z', '2026-11-23T06:00:05Z', '2026-11-24T06:00:05Z', false],
    ['weekly, on the next Monday', 'weekly', '2026-11-01T10:00:00Z', '2026-11-23T06:00:05Z', '2026-11-30T06:00:05Z', true],
    [
      'weekly, on a Tuesday after a Monday without service',
      'weekly',
      '2026-11-01T10:00:00Z',
      '2026-11-16T06:00:05Z',
      '2026-11-24T06:00:05Z',
      true,
    ],
    ['weekly, asked this week', 'weekly', '2026-11-24T10:00:00Z', null, '2026-11-26T06:00:05Z', false],
    ['at once, what waited for the morning', 'at_once', '2026-11-01T10:00:00Z', '2026-11-22T06:00:00Z', '2026-11-23T06:00:05Z', true],
    [
      'daily, across the night that summer time begins',
      'daily',
      '2026-01-01T10:00:00Z',
      '2026-03-28T06:00:05Z',
      '2026-03-29T05:00:05Z',
      true,
    ],
    ['daily, an hour early that morning', 'daily', '2026-01-01T10:00:00Z', '2026-03-28T06:00:05Z', '2026-03-29T04:59:59Z', false],
    ['daily, the night that has 25 hours', 'daily', '2026-01-01T10:00:00Z', '2026-10-24T05:00:05Z', '2026-10-25T05:30:00Z', false],
    ['daily, at seven after it', 'daily', '2026-01-01T10:00:00Z', '2026-10-24T05:00:05Z', '2026-10-25T06:00:00Z', true],
  ])('%s', (_what, frequency, activeSince, digestedAt, now, expected) => {
    const rhythm = { frequency, activeSince: at(activeSince), digestedAt: digestedAt === null ? null : at(digestedAt) };
    expect(isDue(rhythm, 'digest', at(now))).toBe(expected);
  });

  test('opens at seven in France, on Mondays for the weekly one', () => {
    expect(digestOpening('daily', at('2026-07-15T12:00:00Z')).toISOString()).toBe('2026-07-15T05:00:00.000Z');
    expect(digestOpening('weekly', at('2026-07-15T12:00:00Z')).toISOString()).toBe('2026-07-13T05:00:00.000Z');
  });
});

describe('at once', () => {
  test.each<[Frequency, boolean]>([
    ['at_once', true],
    ['daily', false],
    ['weekly', false],
  ])('concerns “%s”: %s', (frequency, expected) => {
    expect(isDue({ frequency, activeSince: at('2026-11-01T00:00:00Z'), digestedAt: null }, 'at_once', at('2026-11-23T10:00:00Z'))).toBe(
      expected,
    );
  });

  test('what follows a letter within ten minutes waits for their end', () => {
    const now = at('2026-11-23T10:00:00Z');
    expect(quietUntil(null, now)).toBeNull();
    expect(quietUntil(at('2026-11-23T09:50:00Z'), now)).toBeNull();
    expect(quietUntil(at('2026-11-23T09:55:00Z'), now)).toEqual(at('2026-11-23T10:05:00Z'));
  });

  test.each<[string, readonly Frequency[], Frequency, Occasion, boolean]>([
    ['a kind told at once', ['at_once', 'daily', 'weekly'], 'at_once', 'at_once', true],
    ['a kind that waits for the morning', ['daily', 'weekly'], 'at_once', 'at_once', false],
    ['the same in the morning', ['daily', 'weekly'], 'at_once', 'digest', true],
  ])('%s', (_what, frequencies, frequency, occasion, expected) => {
    expect(isTold({ frequencies }, frequency, occasion)).toBe(expected);
  });
});
