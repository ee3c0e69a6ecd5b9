import { describe, expect, test } from '@jest/globals';
import { readPoint } from '../../../territories/french-point.rules.js';
import { csvCell } from '../../import.report.js';
import { inDegrees, systemOfCode, systemOfPrj } from './coordinate-systems.js';
import { delimiterOf } from './csv.reader.js';
import { cleanCell } from './table.types.js';
import { dateOfSerial, isDateFormat } from './xlsx.dates.js';

test.each([
  ['=1+1', `'=1+1`],
  ['+33 6 00', `+33 6 00`],
  ['+cmd|x', `'+cmd|x`],
  ['-5,2', '-5,2'],
  ['-2+3', `'-2+3`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `'\t=1`],
  ['a;"b"', '"a;""b"""'],
])('a cell %j goes out as %j', (cell, written) => {
  expect(csvCell(cell)).toBe(written);
});

test('a cell loses what hides or turns its text, and keeps its accents, emoji and line ends', () => {
  expect(cleanCell('a\u0000b\u202Ec\u2066\ud800\n\u00e9\ud83d\ude80')).toBe('abc\n\u00e9\ud83d\ude80');
});

test.each([
  ['a;b;c\n1,5;2;3', ';'],
  ['Titre, avec virgule\nnom;commune;x', ';'],
  ['"a;b",c\n', ','],
  ['sep=|\na|b', '|'],
  ['seule\ncolonne', null],
])('the delimiter of %j is %j', (head, delimiter) => {
  expect(delimiterOf(head)).toBe(delimiter);
});

test.each([
  [45_000, false, '2023-03-15'],
  [45_000.7, false, '2023-03-15'],
  [0, true, '0'],
  [9e9, false, '9000000000'],
])('the serial %d is the day %s', (serial, from1904, day) => {
  expect(dateOfSerial(serial, from1904)).toBe(day);
});

test.each([
  [14, null, true],
  [2, null, false],
  [164, 'dd/mm/yyyy', true],
  [164, '[$-40C]d mmmm yyyy;@', true],
  [164, '0.00 "m²"', false],
  [164, '#,##0 €', false],
])('format %i %j shows a date: %s', (id, code, isDate) => {
  expect(isDateFormat(id, code)).toBe(isDate);
});

describe('coordinate systems', () => {
  const LANGRES = { lon: 5.3346, lat: 47.8669 };
  test.each([
    [2154, [874_657.5, 6_754_033.9]],
    [3857, [593_845, 6_085_247]],
    [3948, [1_874_626.6, 7_189_048]],
  ])('EPSG:%i is declared and converted', (code, coordinates) => {
    const { coordinates: degrees } = inDegrees({ type: 'Point', coordinates }, systemOfCode(code));
    expect(degrees).toEqual([expect.closeTo(LANGRES.lon, 1), expect.closeTo(LANGRES.lat, 1)]);
  });

  test.each([
    ['PROJCS["RGF93_Lambert_93",GEOGCS[…', 2154],
    ['PROJCS["RGF93 v1 / CC48",GEOGCS[…', 3948],
    ['GEOGCS["GCS_WGS_1984",DATUM[…', 4326],
    ['PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere"', 3857],
    ['PROJCS["RGR_1992_UTM_Zone_40S"', 2975],
    ['PROJCS["NAD83 / Alaska"', null],
  ])('%s is number %j', (prj, code) => {
    expect(systemOfPrj(prj)?.code ?? null).toBe(code);
  });

  test.each([
    ['5,3346', '47,8669', 'as_written'],
    ['47.8669', '5.3346', 'swapped'],
    ['874657', '6754033', 'lambert_93'],
    ['593845', '6085247', 'web_mercator'],
    ['338000', '7670000', 'utm_40s'],
    ['655000', '1790000', 'utm_20n'],
    ['355000', '545000', 'utm_22n'],
    ['523000', '8585000', 'utm_38s'],
  ])('%s %s is read as %s', (x, y, how) => {
    expect(readPoint(x, y)).toMatchObject({ how });
  });

  test.each([
    ['179.99', '-16.5'],
    ['1e400', '0'],
    ['abc', '12'],
    ['0', '0'],
  ])('%s %s is nowhere in France', (x, y) => {
    expect(readPoint(x, y)).toEqual({ point: null, how: 'unreadable' });
  });
});
