import { describe, expect, test } from '@jest/globals';
import type { SiteFields } from '../../web/src/features/sites/keep/keep.queries';
import { editOf, isAbout, readOutline, readPoint, readReference, valueAt } from '../../web/src/features/sites/keep/kept-paths';
import { readNumber, writeNumber } from '../../web/src/features/sites/keep/kept-numbers';

const RING = [
  [5, 47],
  [6, 47],
  [6, 48],
  [5, 47],
];

describe('an answer of a place', () => {
  const fields = { name: 'Gare', features: { water: true }, premises: [{ id: 'p1', floorAreaM2: 200 }] } as unknown as SiteFields;

  test('is found by its path, and sent back under the same', () => {
    expect([valueAt(fields, 'name'), valueAt(fields, 'features.water'), valueAt(fields, 'premises.p1.floorAreaM2')]).toEqual([
      'Gare',
      true,
      200,
    ]);
    expect([valueAt(fields, 'features.heating'), valueAt(fields, 'premises.p2.name')]).toEqual([undefined, undefined]);
    expect(editOf('premises.p1.features.water', null)).toEqual({ premises: { p1: { features: { water: null } } } });
  });

  test('is what a fault of the server points at, itself or below', () => {
    expect([isAbout('/parcels/0', 'parcels'), isAbout('/premises/p1/name', 'premises.p1.name'), isAbout('/nameless', 'name')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('what a register calls a place', () => {
  test.each([
    ['87142109', { uic: '87142109' }],
    ['00 87 14 21 09', { uic: '87142109' }],
    ['52269_0042', { inventoryId: '52269_0042' }],
    ['2A004_22-12.0017', { inventoryId: '2A004_22-12.0017' }],
    ['52269000ab0123', { parcel: '52269000AB0123' }],
    ['', null],
    ['gare de Langres', undefined],
    ['8714210', undefined],
  ])('“%s” is told by its form', (typed, read) => {
    expect(readReference(typed)).toEqual(read);
  });
});

describe('a position as people write it', () => {
  test.each([
    ['47.86, 5.33', { lat: 47.86, lon: 5.33 }],
    ['47,86 5,33', { lat: 47.86, lon: 5.33 }],
    ['47,86 ; 5,33', { lat: 47.86, lon: 5.33 }],
    ['47.86,5.33', { lat: 47.86, lon: 5.33 }],
    ['-21.1, 55.5', { lat: -21.1, lon: 55.5 }],
    ['', null],
    ['Langres', undefined],
    ['47.86', undefined],
  ])('“%s”', (typed, read) => {
    expect(readPoint(typed)).toEqual(read);
  });
});

describe('an outline as a GIS copies it', () => {
  const polygon = { type: 'Polygon', coordinates: [RING] };
  const read = { type: 'MultiPolygon', coordinates: [[RING]] };

  test.each([
    ['a polygon', polygon, read],
    ['a feature', { type: 'Feature', geometry: polygon }, read],
    ['a collection', { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: polygon }] }, read],
    ['several polygons', { type: 'MultiPolygon', coordinates: [[RING], [RING]] }, { type: 'MultiPolygon', coordinates: [[RING], [RING]] }],
    ['a point', { type: 'Point', coordinates: [5, 47] }, undefined],
    ['something else', 12, undefined],
  ])('%s', (_what, given, expected) => {
    expect(readOutline(JSON.stringify(given))).toEqual(expected);
  });

  test('or no GeoJSON at all', () => {
    expect(readOutline('POLYGON((5 47))')).toBeUndefined();
  });
});

describe('an amount', () => {
  test('is typed by the month and kept by the year in cents; blank is unknown, words are no number', () => {
    expect([readNumber('350', 1_200), readNumber('1 250,50', 100), readNumber('', 100), readNumber('gratuit', 100)]).toEqual([
      420_000,
      125_050,
      null,
      undefined,
    ]);
    expect([writeNumber(420_000, 1_200), writeNumber(0, 100), writeNumber(null, 100)]).toEqual(['350', '0', '']);
  });
});
