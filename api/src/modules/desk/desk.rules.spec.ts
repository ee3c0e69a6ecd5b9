import { describe, expect, test } from '@jest/globals';
import { APPLICATION_STATES } from '../applications/application.rules.js';
import { byUrgency, deadlineOf, type Wait, waitsOf } from './desk.rules.js';

const now = new Date('2026-12-05T10:00:00Z');
const call = (closesAt: string) => ({
  call: { state: 'published' as const, opensAt: new Date('2026-12-01T07:00:00Z'), closesAt: new Date(closesAt) },
  siteState: null,
});
const OPEN = call('2026-12-20T22:59:00Z');
const CLOSED = call('2026-12-04T22:59:00Z');
const PLACE = { call: null, siteState: 'published' };
const quiet = { isChanged: false, unreadMessages: 0, isResultUnread: false };

describe.each(APPLICATION_STATES)('a file that is “%s”', (state) => {
  const own: Partial<Record<string, Wait[]>> = { draft: ['file'], invited: ['file'], correction_requested: ['correct'] };
  test('waits to be filed, corrected, or for nothing', () => {
    expect(waitsOf({ ...quiet, state, target: OPEN }, now)).toEqual(own[state] ?? []);
    expect(waitsOf({ ...quiet, state, target: PLACE }, now)).toEqual(own[state] ?? []);
  });
  test('waits for no filing once the call is closed, and still for a correction', () => {
    expect(waitsOf({ ...quiet, state, target: CLOSED, isChanged: true }, now)).toEqual(state === 'correction_requested' ? ['correct'] : []);
  });
  test('that was changed since its filing waits to be filed again, when it may be', () => {
    expect(waitsOf({ ...quiet, state, target: OPEN, isChanged: true }, now)).toEqual(
      state === 'filed' ? ['fileAgain'] : (own[state] ?? []),
    );
  });
  test('waits to be read, whatever its state', () => {
    const unread = waitsOf({ state, target: CLOSED, isChanged: false, unreadMessages: 2, isResultUnread: true }, now);
    expect(unread.slice(-2)).toEqual(['readResult', 'readMessages']);
  });
});

test('a correction has its own term, a filing that of the call, reading none', () => {
  const before = new Date('2026-12-10T00:00:00Z');
  const corrected = { ...OPEN, correctionDueAt: before };
  expect(deadlineOf(['correct', 'readMessages'], corrected)).toEqual(before);
  expect(deadlineOf(['correct'], { ...PLACE, correctionDueAt: before })).toEqual(before);
  expect(deadlineOf(['correct'], OPEN)).toBeNull();
  expect(deadlineOf(['file'], corrected)).toEqual(OPEN.call.closesAt);
  expect(deadlineOf(['fileAgain'], OPEN)).toEqual(OPEN.call.closesAt);
  expect(deadlineOf(['file'], PLACE)).toBeNull();
  expect(deadlineOf(['readResult', 'readMessages'], corrected)).toBeNull();
});

test('the nearest deadline comes first, then what is most pressing', () => {
  const placed = (id: string, waits: readonly Wait[], deadline: string | null) => ({
    id,
    waits,
    deadline: deadline === null ? null : new Date(deadline),
  });
  const given = [
    placed('5', ['readMessages'], null),
    placed('4', ['readResult'], null),
    placed('3', ['file'], null),
    placed('2', ['file'], '2026-12-20T00:00:00Z'),
    placed('1', ['correct'], '2026-12-10T00:00:00Z'),
    placed('6', ['readMessages'], null),
  ];
  expect([...given].sort(byUrgency).map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(
    [...given]
      .reverse()
      .sort(byUrgency)
      .map(({ id }) => id),
  ).toEqual(['1', '2', '3', '4', '5', '6']);
});
