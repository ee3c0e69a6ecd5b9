import { expect, test } from '@jest/globals';
import { secondsUntil } from './jobs.js';

test.each([
  ['the evening before', '2026-11-23T21:00:00Z', 6 * 3_600],
  ['the hour itself, whose work is being done now', '2026-11-24T03:00:00Z', 24 * 3_600],
  ['a second before', '2026-11-24T02:59:59Z', 1],
  ['a minute after', '2026-11-24T03:01:00Z', 24 * 3_600 - 60],
])('work of every night at three is planned from %s', (_when, now, seconds) => {
  expect(secondsUntil(3, new Date(now))).toBe(seconds);
});
