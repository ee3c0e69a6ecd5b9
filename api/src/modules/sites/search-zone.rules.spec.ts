import { describe, expect, test } from '@jest/globals';
import { cornersOf, MOST_CORNERS, whyNotAZone } from './search-zone.rules.js';

const circle = (corners: number) =>
  Array.from({ length: corners }, (_, index) => {
    const angle = (index / corners) * 2 * Math.PI;
    return [5 + Math.cos(angle), 47 + Math.sin(angle)];
  }).flat();

describe('a zone drawn on the map', () => {
  test.each([
    ['a triangle', [5, 47, 6, 47, 5, 48]],
    ['a square turned either way', [0, 0, 0, 1, 1, 1, 1, 0]],
    ['a hollow shape', [0, 0, 4, 0, 4, 4, 2, 1, 0, 4]],
    ['as many corners as an address can hold', circle(MOST_CORNERS)],
  ])('can be searched: %s', (_what, numbers) => {
    expect(whyNotAZone(numbers)).toBeNull();
  });

  test.each([
    ['half a corner', [5, 47, 6, 47, 5], 'pairs'],
    ['a line', [5, 47, 6, 47], 'few'],
    ['too many corners', circle(MOST_CORNERS + 1), 'many'],
    ['a corner off the globe', [5, 47, 6, 97, 5, 48], 'outside'],
    ['a corner past the antimeridian', [5, 47, 200, 47, 5, 48], 'outside'],
    ['half the world', [-100, 10, 100, 10, 0, 50], 'wide'],
    ['a bow tie', [0, 0, 1, 1, 1, 0, 0, 1], 'crossing'],
    ['three corners in line', [0, 0, 1, 1, 2, 2], 'crossing'],
    ['the same corner twice', [0, 0, 0, 0, 1, 0, 1, 1], 'crossing'],
    ['a side that touches another', [0, 0, 4, 0, 4, 4, 2, 0, 0, 4], 'crossing'],
    ['a corner met again', [0, 0, 2, 0, 1, 1, 2, 2, 0, 2, 1, 1], 'crossing'],
  ])('is refused for what is wrong: %s', (_what, numbers, fault) => {
    expect(whyNotAZone(numbers)).toBe(fault);
  });

  test('keeps its corners in order', () => {
    expect(cornersOf([5, 47, 6, 47, 5, 48])).toEqual([
      [5, 47],
      [6, 47],
      [5, 48],
    ]);
  });
});
