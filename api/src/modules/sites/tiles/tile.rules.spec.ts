import { describe, expect, test } from '@jest/globals';
import { asksForShelvesOnly, isTile, tileBox } from './tile.rules.js';

describe('a tile', () => {
  test.each([
    [{ z: 0, x: 0, y: 0 }, true],
    [{ z: 1, x: 1, y: 1 }, true],
    [{ z: 1, x: 2, y: 0 }, false],
    [{ z: 3, x: 0, y: 8 }, false],
  ])('%j is one of the pyramid: %s', (tile, expected) => {
    expect(isTile(tile)).toBe(expected);
  });

  test('of zoom 0 is the world, and its four quarters meet in the middle', () => {
    const rounded = (box: number[]) => box.map((degrees) => Math.round(degrees * 100) / 100);
    expect(rounded(tileBox({ z: 0, x: 0, y: 0 }))).toEqual([-180, -85.05, 180, 85.05]);
    expect(rounded(tileBox({ z: 1, x: 0, y: 0 }))).toEqual([-180, -0, 0, 85.05]);
    expect(rounded(tileBox({ z: 1, x: 1, y: 1 }))).toEqual([-0, -85.05, 180, 0]);
  });

  test('holds what stands in it', () => {
    const [west, south, east, north] = tileBox({ z: 9, x: 263, y: 178 });
    expect([west < 5.33, south < 47.86, east > 5.33, north > 47.86]).toEqual([true, true, true, true]);
  });
});

test.each([
  [{}, true],
  [{ shelf: ['lead'] }, true],
  [{ shelf: undefined, kind: [] }, true],
  [{ includeUnknown: false }, true],
  [{ kind: ['plot'] }, false],
  [{ q: 'gare' }, false],
  [{ areaMinM2: 0 }, false],
])('a search of %j asks for whole shelves only: %s', (filter, expected) => {
  expect(asksForShelvesOnly(filter)).toBe(expected);
});
