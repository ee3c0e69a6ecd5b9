import { describe, expect, test } from '@jest/globals';
import { mayBegin, slipsBetween, slipsFrom, soundOf } from './near-name.rules.js';

describe('a name written wrong', () => {
  test.each([
    ['as it sounds', 'Chomont', 'Chaumont', 1],
    ['with two letters exchanged', 'Chuamont', 'Chaumont', 1],
    ['with its last letter missing', 'Langre', 'Langres', 1],
    ['with one l', 'Joinvile', 'Joinville', 1],
    ['without a t', 'Sain-Dizier', 'Saint-Dizier', 1],
    ['abbreviated', 'St Dizier', 'Saint-Dizier', 0],
    ['in one word', 'saintdizier', 'Saint-Dizier', 0],
    ['with a letter twice', 'Chaummont', 'Chaumont', 1],
    ['with another vowel of the same sound', 'Lengres', 'Langres', 1],
    ['with ph for f, and without accents', 'Phelletin', 'Felletin', 1],
    ['with k for c', 'Karmaux', 'Carmaux', 1],
    ['with ei for ai', 'Eimargues', 'Aimargues', 1],
    ['with two slips, when it is long', 'Charlevile-Mézeires', 'Charleville-Mézières', 2],
    ['with one slip, when it is short', 'Vsoul', 'Vesoul', 1],
  ])('%s is near: %s for %s', (_how, typed, name, slips) => {
    expect(slipsFrom(typed, name)).toBe(slips);
  });

  test.each([
    ['another name', 'Chaumont', 'Clermont'],
    ['a word with two slips', 'Chamnot', 'Chaumont'],
    ['a first letter that sounds otherwise', 'Forge', 'Gorge'],
    ['too short to tell', 'gar', 'Gars'],
    ['a common word', 'atelier', 'Attiches'],
    ['a common word that ends like a name', 'menuiserie', 'Menneserre'],
    ['a name within a longer one', 'Chaumont', 'Chaumont-sur-Loire'],
    ['nothing', '', 'Langres'],
  ])('is not near when it is %s: %s, %s', (_why, typed, name) => {
    expect(slipsFrom(typed, name)).toBeNull();
  });
});

test.each([
  ['Chomo', 'Chaumont', true],
  ['Chuam', 'Chaumont', true],
  ['Sain-Diz', 'Saint-Dizier', true],
  ['Bourbone', 'Bourbonne-les-Bains', true],
  ['Vandeuvre', 'Vendeuvre-sur-Barse', true],
  ['Cha', 'Chaumont', false],
  ['Paris', 'Chaumont', false],
  ['Clerm', 'Chaumont', false],
])('“%s” may begin %s: %s', (typed, name, expected) => {
  expect(mayBegin(typed, name)).toBe(expected);
});

test('slips are letters wrong, missing, added or exchanged with their neighbour', () => {
  expect(slipsBetween('abcd', 'abcd')).toBe(0);
  expect(slipsBetween('abcd', 'abxd')).toBe(1);
  expect(slipsBetween('abcd', 'abd')).toBe(1);
  expect(slipsBetween('abcd', 'abccd')).toBe(1);
  expect(slipsBetween('abcd', 'acbd')).toBe(1);
  expect(slipsBetween('', 'abc')).toBe(3);
  expect(slipsBetween('abc', '')).toBe(3);
});

test('names that French ears do not tell apart have one sound', () => {
  expect(soundOf('Chomon')).toBe(soundOf('Chaumont'));
  expect(soundOf('Sain Dizié')).toBe(soundOf('Saint-Dizier'));
  expect(soundOf('Troie')).toBe(soundOf('Troyes'));
  expect(soundOf('Langres')).not.toBe(soundOf('Nancy'));
});
