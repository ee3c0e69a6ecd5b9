import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareFractions, type Grid, hundredths, rankLots, type Scored } from './ranking.rules.js';

const GRID: Grid = {
  scaleMax: 5,
  criteria: [
    { id: 'utilite', label: 'Utilité', weight: 60 },
    { id: 'moyens', label: 'Moyens', weight: 40 },
  ],
  tieBreak: ['utilite'],
};
const file = (applicationId: string, readings: [number, number][], lots: string[] | null = null): Scored => ({
  applicationId,
  lots,
  readings: readings.map(([utilite, moyens]) => ({ utilite, moyens })),
});
const ranks = (scored: Scored[], lots: string[] = [], quorum = 1) =>
  rankLots(GRID, scored, lots, quorum).map(({ lot, lines }) => [lot, lines.map(({ applicationId, rank }) => [applicationId, rank])]);

describe('a ranking', () => {
  test('weighs each criterion as the call published it, of a hundred', () => {
    const [{ lines }] = rankLots(
      GRID,
      [
        file('a', [[5, 5]]),
        file('b', [
          [3, 4],
          [4, 5],
        ]),
      ],
      [],
      1,
    ) as [ReturnType<typeof rankLots>[number]];
    expect(lines.map(({ applicationId, total }) => [applicationId, hundredths(total)])).toEqual([
      ['a', 10_000],
      ['b', 7_800],
    ]);
    expect(lines[1]?.criteria).toEqual([
      { id: 'utilite', mean: { over: 7, under: 2 }, lowest: 3, highest: 4 },
      { id: 'moyens', mean: { over: 9, under: 2 }, lowest: 4, highest: 5 },
    ]);
  });

  test('parts equal totals by the published criterion, and says so', () => {
    // 60 × 3 + 40 × 3 = 300 = 60 × 1 + 40 × 6 does not fit the scale: 3/3 and 5/0 give 60 × 5 = 300 too.
    const [{ lines }] = rankLots(GRID, [file('a', [[3, 3]]), file('b', [[5, 0]])], [], 1) as [ReturnType<typeof rankLots>[number]];
    expect(lines.map(({ applicationId, rank, tie }) => [applicationId, rank, tie])).toEqual([
      ['b', 1, null],
      ['a', 2, { with: 'b', decidedBy: 'utilite' }],
    ]);
  });

  test('leaves one rank to those whom the published rule does not part, and skips the next', () => {
    expect(ranks([file('c', [[1, 1]]), file('b', [[4, 2]]), file('a', [[4, 2]])])).toEqual([
      [
        null,
        [
          ['a', 1],
          ['b', 1],
          ['c', 3],
        ],
      ],
    ]);
  });

  test('is made lot by lot, of those who wished for the lot', () => {
    const scored = [file('a', [[1, 1]], ['x', 'y']), file('b', [[2, 2]], ['y']), file('c', [[3, 3]], ['x'])];
    expect(ranks(scored, ['x', 'y'])).toEqual([
      [
        'x',
        [
          ['c', 1],
          ['a', 2],
        ],
      ],
      [
        'y',
        [
          ['b', 1],
          ['a', 2],
        ],
      ],
    ]);
  });

  test('ranks nobody whom too few have read', () => {
    expect(
      ranks(
        [
          file('a', [[5, 5]]),
          file('b', [
            [1, 1],
            [1, 1],
          ]),
        ],
        [],
        2,
      ),
    ).toEqual([
      [
        null,
        [
          ['b', 1],
          ['a', null],
        ],
      ],
    ]);
    expect(ranks([file('a', [])], [], 1)).toEqual([[null, [['a', null]]]]);
  });

  test('depends neither on the order of files nor on how many have read each of them', () => {
    const scores = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 4 });
    const files = fc.array(scores, { minLength: 1, maxLength: 6 }).map((all) => all.map((one, index) => file(`f${index}`, one)));
    fc.assert(
      fc.property(files, fc.integer({ min: 1, max: 3 }), (all, times) => {
        const [ranking] = rankLots(GRID, all, [], 1);
        const [turned] = rankLots(GRID, [...all].reverse(), [], 1);
        expect(turned).toEqual(ranking);
        const repeated = all.map((one) => ({ ...one, readings: Array.from({ length: times }, () => one.readings).flat() }));
        expect(rankLots(GRID, repeated, [], 1)[0]?.lines.map(({ applicationId, rank }) => [applicationId, rank])).toEqual(
          ranking?.lines.map(({ applicationId, rank }) => [applicationId, rank]),
        );
        const lines = ranking?.lines ?? [];
        for (const [index, line] of lines.entries()) {
          const above = lines[index - 1];
          if (above !== undefined) expect(compareFractions(above.total, line.total)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('rounds half up for display only', () => {
    expect([hundredths({ over: 1, under: 3 }), hundredths({ over: 2, under: 3 }), hundredths({ over: 1, under: 200 })]).toEqual([
      33, 67, 1,
    ]);
  });
});
