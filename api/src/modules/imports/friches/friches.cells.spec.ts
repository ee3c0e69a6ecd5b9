import { describe, expect, test } from '@jest/globals';
import { asDate, asNumber, asYear, said, several } from './friches.cells.js';

describe('a cell of a brownfield file', () => {
  test.each(['', '  ', 'NA', 'NaN', 'N/A', 'NULL', '{}', '{NULL}', '[]', '-', '?', '???'])('says nothing when it holds “%s”', (cell) => {
    expect(said(cell)).toBeNull();
  });

  test.each([
    ['friche d’habitat', "friche d'habitat"],
    ['une note\r\nsur deux lignes', 'une note sur deux lignes'],
    ['BÃ¢timent Ã\u00a0 vendre', 'Bâtiment à vendre'],
    ['Pâtisserie Âne', 'Pâtisserie Âne'],
  ])('is read without typographic accidents: %j', (cell, expected) => {
    expect(said(cell)).toBe(expected);
  });

  test.each([
    ['49353000AC0628|49353000AC0629', ['49353000AC0628', '49353000AC0629']],
    ['{X1a}', ['X1a']],
    ['{"COMMUNE DE LYON","OPH, LOGEMENT",NULL}', ['COMMUNE DE LYON', 'OPH, LOGEMENT']],
    ["['49353000AC0628']", ['49353000AC0628']],
    [`["RUE D'EN HAUT", 'AUTRE']`, ["RUE D'EN HAUT", 'AUTRE']],
    ['["A","B"]', ['A', 'B']],
    ['NA', []],
  ])('may hold several values, in the manner of %s', (cell, expected) => {
    expect(several(cell)).toEqual(expected);
  });

  test.each([
    ['16750', 16750],
    ['54949.22', 54949.22],
    ['1 234,5', 1234.5],
    ['1.234,50', 1234.5],
    ['2400 m²', 2400],
    ['environ 300', null],
  ])('holds a number however it is written: %s', (text, expected) => {
    expect(asNumber(text)).toBe(expected);
  });

  test.each([
    ['2022-10-10', { iso: '2022-10-10' }],
    ['10/10/2022', { iso: '2022-10-10' }],
    ['01/02/2023', { iso: '2023-02-01' }],
    ['20231231', { iso: '2023-12-31' }],
    ['2022-04-26T00:00:00Z', { iso: '2022-04-26' }],
    ['2019', { iso: '2019-01-01' }],
    ['1970-01-01', 'sentinel'],
    ['01/01/1970', 'sentinel'],
    ['31/02/2022', null],
    ['1-12-31', null],
    ['hier', null],
  ])('holds a date in one of the usual manners: %s', (text, expected) => {
    expect(asDate(text)).toEqual(expected);
  });

  test('a year alone may be 1970, a full date may not', () => {
    expect([asYear('1970'), asYear('1970-01-01'), asYear('1958-06-01'), asYear('6000')]).toEqual([1970, 'sentinel', 1958, null]);
  });
});
