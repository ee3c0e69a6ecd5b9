import { describe, expect, test } from '@jest/globals';
import { lastParisHour, lastParisWeekday, nextParisHour, parisWeekday } from './paris-time.js';

const at = (text: string) => new Date(text);
const MONDAY = 1;

describe('seven in the morning in France', () => {
  test.each([
    ['in winter', '2026-11-23T10:00:00Z', '2026-11-23T06:00:00.000Z', '2026-11-24T06:00:00.000Z'],
    ['in summer', '2026-07-14T10:00:00Z', '2026-07-14T05:00:00.000Z', '2026-07-15T05:00:00.000Z'],
    ['before dawn', '2026-11-23T02:00:00Z', '2026-11-22T06:00:00.000Z', '2026-11-23T06:00:00.000Z'],
    ['at that very instant', '2026-11-23T06:00:00Z', '2026-11-23T06:00:00.000Z', '2026-11-24T06:00:00.000Z'],
    [
      'late in the evening, when it is already tomorrow in France',
      '2026-11-23T23:30:00Z',
      '2026-11-23T06:00:00.000Z',
      '2026-11-24T06:00:00.000Z',
    ],
    ['the eve of summer time', '2026-03-28T12:00:00Z', '2026-03-28T06:00:00.000Z', '2026-03-29T05:00:00.000Z'],
    ['the day summer time begins', '2026-03-29T12:00:00Z', '2026-03-29T05:00:00.000Z', '2026-03-30T05:00:00.000Z'],
    ['the eve of winter time', '2026-10-24T12:00:00Z', '2026-10-24T05:00:00.000Z', '2026-10-25T06:00:00.000Z'],
    ['the day winter time begins', '2026-10-25T12:00:00Z', '2026-10-25T06:00:00.000Z', '2026-10-26T06:00:00.000Z'],
    ['in the hour that comes twice', '2026-10-25T00:30:00Z', '2026-10-24T05:00:00.000Z', '2026-10-25T06:00:00.000Z'],
  ])('%s', (_when, now, last, next) => {
    expect(lastParisHour(7, at(now)).toISOString()).toBe(last);
    expect(nextParisHour(7, at(now)).toISOString()).toBe(next);
  });
});

test.each([
  ['a Monday after seven', '2026-11-23T10:00:00Z', '2026-11-23T06:00:00.000Z'],
  ['a Monday before seven', '2026-11-23T05:59:59Z', '2026-11-16T06:00:00.000Z'],
  ['a Sunday', '2026-11-29T12:00:00Z', '2026-11-23T06:00:00.000Z'],
  ['the week in which winter time begins', '2026-10-26T05:59:00Z', '2026-10-19T05:00:00.000Z'],
  ['the Monday after it', '2026-10-26T06:00:00Z', '2026-10-26T06:00:00.000Z'],
  ['the week in which summer time begins', '2026-03-30T04:59:00Z', '2026-03-23T06:00:00.000Z'],
])('the last Monday at seven, seen from %s', (_when, now, expected) => {
  expect(lastParisWeekday(MONDAY, 7, at(now)).toISOString()).toBe(expected);
});

test('the day of the week is the one in France', () => {
  expect(parisWeekday(at('2026-11-22T23:30:00Z'))).toBe(MONDAY);
});
