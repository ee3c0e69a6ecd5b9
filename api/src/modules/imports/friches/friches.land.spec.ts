import { describe, expect, test } from '@jest/globals';
import { readArea, readFootprint } from './friches.areas.js';
import { readParcels } from './friches.parcels.js';

const area = (cell: string) => {
  const { areaM2, notes } = readArea('site_surface', cell);
  return [areaM2, ...notes.map(({ cause }) => cause)];
};

describe('the land of a brownfield', () => {
  test.each([
    ['54949.22', [54949.22]],
    ['1 310,43', [1310.43]],
    ['', [null]],
    ['0', [null]],
    ['-12', [null, 'area_unreadable']],
    ['deux hectares', [null, 'area_unreadable']],
  ])('an area of “%s”', (cell, expected) => {
    expect(area(cell)).toEqual(expected);
  });

  test.each([
    ['312.14', 1],
    ['31214.45', 1],
    ['624.29', 2],
    ['936.43', 3],
    ['62428.9', 2],
  ])('%s m² is %i circle(s) drawn around a point: the area is unknown', (cell, circles) => {
    expect(readArea('site_surface', cell)).toMatchObject({ areaM2: null, notes: [{ cause: 'area_is_a_buffer', params: { circles } }] });
  });

  test('a measure that merely resembles a circle is a measure', () => {
    expect(area('312.39')).toEqual([312.39]);
    expect(area('312')).toEqual([312]);
  });

  test.each(['0.75', '74136046.39'])('%s m² is kept and doubted', (cell) => {
    expect(area(cell)).toEqual([Number(cell), 'area_implausible']);
  });

  test('the built area is a footprint, and one larger than the land is not believed', () => {
    expect(readFootprint('2400', 16750)).toEqual({ areaM2: 2400, notes: [] });
    expect(readFootprint('2400', 800)).toMatchObject({ areaM2: null, notes: [{ cause: 'built_exceeds_land', params: { land: 800 } }] });
  });
});

describe('the parcels of a brownfield', () => {
  test('are fourteen characters, Corsica and merged communes included', () => {
    expect(readParcels('{2B2930000D0625,31555841AH0133,132038120I0115}')).toEqual({
      parcels: ['132038120I0115', '2B2930000D0625', '31555841AH0133'],
      notes: [],
    });
  });

  test('separated by commas as in 2022, or by bars, are the same', () => {
    const expected = ['12083000AH0035', '12083000AH0072'];
    expect(readParcels('12083000AH0035, 12083000AH0072').parcels).toEqual(expected);
    expect(readParcels('12083000AH0035|12083000AH0072').parcels).toEqual(expected);
    expect(readParcels("['12083000AH0035', '12083000AH0072']").parcels).toEqual(expected);
  });

  test.each(['5,62E+184', '6,7462E+13', '1.28E+299'])('ruined by a spreadsheet (%s) are unknown', (cell) => {
    expect(readParcels(cell)).toMatchObject({ parcels: null, notes: [{ value: cell, cause: 'parcel_ruined' }] });
  });

  test('malformed ones are told, the sound ones kept', () => {
    expect(readParcels('12083000AH0035|AH 72')).toMatchObject({ parcels: ['12083000AH0035'], notes: [{ cause: 'parcel_malformed' }] });
  });

  test('get back the zero of their department', () => {
    expect(readParcels('1001000AB0012').parcels).toEqual(['01001000AB0012']);
  });
});
