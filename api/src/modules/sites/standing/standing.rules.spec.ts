import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countPeople, isOnePerson, type Standing, type StandingAnswer, standingOf, STANDINGS } from './standing.rules.js';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000);
const says = (answer: Standing, on: number, networkKey: string | null, accountId: string | null = null): StandingAnswer => ({
  answer,
  at: day(on),
  networkKey,
  accountId,
});

describe('what stands there today', () => {
  test.each([
    ['nobody has answered', [], 'unknown', null],
    ['one person says so', [says('demolished', 0, 'a')], 'unknown', null],
    ['the same person says so twice', [says('demolished', 0, 'a'), says('demolished', 9, 'a')], 'unknown', null],
    ['two people say so', [says('demolished', 0, 'a'), says('demolished', 9, 'b')], 'known', 'demolished'],
    ['two people say so a year apart', [says('demolished', 0, null), says('demolished', 365, 'b')], 'unknown', null],
    [
      'two people of one household, each with an account',
      [says('standing', 0, 'a', '1'), says('standing', 1, 'a', '2')],
      'known',
      'standing',
    ],
    [
      'one person with an account and, from the same network, none',
      [says('standing', 0, 'a', '1'), says('standing', 1, 'a')],
      'unknown',
      null,
    ],
    ['two people differ', [says('standing', 0, 'a'), says('demolished', 9, 'b')], 'contested', null],
    ['a third says otherwise', [says('standing', 0, 'a'), says('standing', 9, 'b'), says('never_built', 20, 'c')], 'contested', null],
    [
      'it stood, then two say that it is gone',
      [says('standing', 0, 'a'), says('demolished', 9, 'b'), says('demolished', 10, 'c')],
      'known',
      'demolished',
    ],
    [
      'it is gone, then somebody sees it',
      [says('demolished', 0, 'a'), says('demolished', 1, 'b'), says('standing', 9, 'c')],
      'contested',
      null,
    ],
    [
      'it cannot never have been built once it stood',
      [says('standing', 0, 'a'), says('never_built', 9, 'b'), says('never_built', 10, 'c')],
      'contested',
      null,
    ],
    [
      'an old contradiction no longer counts',
      [says('never_built', 0, 'a'), says('standing', 300, 'b'), says('standing', 301, 'c')],
      'known',
      'standing',
    ],
  ] as const)('%s', (_case, answers, status, standing) => {
    expect(standingOf(answers)).toMatchObject({ status, standing });
  });

  test('is dated by the last who said so, and says how many they are', () => {
    const answers = [says('standing', 0, 'a'), says('standing', 9, 'b'), says('standing', 12, 'c')];
    expect(standingOf(answers)).toEqual({ status: 'known', standing: 'standing', people: 3, on: day(12) });
  });

  test('is never stated against the keeper of the place', () => {
    const gone = [says('demolished', 0, 'a'), says('demolished', 9, 'b')];
    expect(standingOf(gone, 'standing').status).toBe('contested');
    expect(standingOf(gone, 'demolished').status).toBe('known');
    expect(standingOf([], 'standing').status).toBe('unknown');
  });

  test('does not depend on the order in which answers are read, and never takes one person for two', () => {
    const answer = fc.record({
      answer: fc.constantFrom(...STANDINGS),
      at: fc.integer({ min: 0, max: 400 }).map(day),
      networkKey: fc.constantFrom('a', 'b', 'c'),
      accountId: fc.constant(null),
    });
    fc.assert(
      fc.property(
        fc
          .uniqueArray(answer, { maxLength: 6, selector: ({ at }) => at.getTime() })
          .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const fact = standingOf(list);
          expect(standingOf(shuffled)).toEqual(fact);
          if (fact.status === 'known') expect(fact.people).toBeGreaterThanOrEqual(2);
          if (countPeople(list) < 2) expect(fact.status).toBe('unknown');
        },
      ),
    );
  });

  test('takes nobody for the same once what told them apart is forgotten', () => {
    expect(isOnePerson({ accountId: null, networkKey: null }, { accountId: null, networkKey: null })).toBe(false);
  });
});
