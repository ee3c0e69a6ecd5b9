import { describe, expect, test } from '@jest/globals';
import { correctionsOf, doubtfulRuns, wordsToCheck } from './spelling.rules.js';

const COMMUNES = [
  ['Chaumont', 22_000],
  ['Chaumond', 100],
  ['Saint-Dizier', 23_000],
  ['Sains', 500],
  ['Langres', 7_000],
] as const;
/** Every name offered for every run, as a database that is too generous would. */
function corrected(q: string, unknown: readonly string[]) {
  const runs = doubtfulRuns(q, new Set(unknown));
  const names = runs.flatMap(({ words }) => COMMUNES.map(([name, population]) => ({ words, name, population })));
  return correctionsOf(q, runs, names).map((correction) => correction.q);
}

describe('what may be a mistake', () => {
  test.each([
    ['Chomont', ['chomont']],
    ['gare de Chomont', ['chomont']],
    ['Sain-Dizier', ['sain', 'dizier']],
    ['atelier', []],
    ['ÉCOLE', []],
    ['52000', ['52000']],
    ['les', []],
    ['je cherche un local pour un atelier vélo', []],
    ['%_"', []],
  ])('in “%s”: %j', (q, words) => {
    expect(wordsToCheck(q)).toEqual(words);
  });
});

describe('what was probably meant', () => {
  test('is put in the place of what was typed, the rest left as it is', () => {
    expect(corrected('gare  Chuamont, halle', ['chuamont'])).toEqual(['gare  Chaumont, halle']);
  });
  test('may be several names, the most populated first', () => {
    expect(corrected('Chaumon', ['chaumon'])).toEqual(['Chaumont', 'Chaumond']);
  });
  test('takes the longest run of words that comes near a name', () => {
    expect(corrected('Sain-Dizier', ['sain'])).toEqual(['Saint-Dizier']);
  });
  test('is nothing when every word is known, or no name is near', () => {
    expect(corrected('Langre', [])).toEqual([]);
    expect(corrected('zeppelin', ['zeppelin'])).toEqual([]);
  });
});
