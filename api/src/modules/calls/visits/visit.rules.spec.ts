import { describe, expect, test } from '@jest/globals';
import { CALL_STATES } from '../call.rules.js';
import { overlap, whyNotAddVisit, whyNotBook, wrongHour } from './visit.rules.js';

const now = new Date('2026-12-02T08:00:00Z');
const hours = (startsAt: string, endsAt: string) => ({
  startsAt: new Date(`2026-12-${startsAt}:00Z`),
  endsAt: new Date(`2026-12-${endsAt}:00Z`),
});
const visit = { ...hours('05T09:00', '05T10:00'), callState: 'open' as const, isCancelled: false, capacity: 2, booked: 1, others: [] };

test.each(CALL_STATES)('visits of a call that is “%s” are added and booked while it is published and not closed', (callState) => {
  const expected = callState === 'published' || callState === 'open' ? null : 'visits-over';
  expect(whyNotAddVisit(callState)).toBe(expected);
  expect(whyNotBook({ ...visit, callState }, now)).toBe(expected);
});

describe('a place is booked', () => {
  test.each([
    ['while one is left', {}, null],
    ['never beyond the capacity', { booked: 2 }, 'visit-full'],
    ['never twice too many', { booked: 3 }, 'visit-full'],
    ['not in a visit that is cancelled', { isCancelled: true }, 'visit-cancelled'],
    ['not once it has begun', { startsAt: now }, 'visit-past'],
    ['not at the hour of another visit', { others: [hours('05T09:30', '05T11:00')] }, 'visit-overlaps'],
    ['right after another visit', { others: [hours('05T08:00', '05T09:00')] }, null],
  ])('%s', (_when, given, expected) => {
    expect(whyNotBook({ ...visit, ...given }, now)).toBe(expected);
  });
});

test.each([
  ['05T09:00', '05T10:00', true],
  ['05T09:30', '05T09:45', true],
  ['05T08:00', '05T11:00', true],
  ['05T09:59', '05T11:00', true],
  ['05T10:00', '05T11:00', false],
  ['05T08:00', '05T09:00', false],
])('%s–%s overlaps 09:00–10:00: %s, both ways', (startsAt, endsAt, expected) => {
  const other = hours(startsAt, endsAt);
  expect([overlap(visit, other), overlap(other, visit)]).toEqual([expected, expected]);
});

describe('the hours of a new visit', () => {
  const closesAt = new Date('2026-12-20T22:59:00Z');
  test.each([
    ['are to come', hours('05T09:00', '05T10:00'), null],
    ['do not begin now', hours('02T08:00', '02T09:00'), 'startsAt'],
    ['end after they begin', hours('05T09:00', '05T09:00'), 'endsAt'],
    ['end before the call closes', hours('20T22:00', '20T23:00'), 'endsAt'],
  ])('%s', (_what, given, expected) => {
    expect(wrongHour(given, closesAt, now)).toBe(expected);
    if (expected === null) expect(wrongHour(given, null, now)).toBeNull();
  });
});
