import { describe, expect, test } from '@jest/globals';
import { readLocation } from './friches.location.js';
import { centreOf, readWkt } from './friches.wkt.js';

const read = (values: Record<string, string>) => readLocation(values, null);
const causes = (values: Record<string, string>) => read(values).notes.map(({ cause }) => cause);

describe('where a brownfield is', () => {
  test('a point written longitude first is kept, and the report says how it was read', () => {
    const { point, notes } = read({ geompoint: 'POINT (-1.453596 48.97212)' });
    expect(point).toEqual({ lon: -1.453596, lat: 48.97212 });
    expect(notes).toMatchObject([{ field: 'geompoint', cause: 'point_read_lon_lat', params: { found: '-1.453596 48.97212' } }]);
  });

  test('the standard’s own example, latitude first, is turned round, and the report says so', () => {
    const { point, notes } = read({ geompoint: 'POINT(49.2527 3.9815)' });
    expect(point).toEqual({ lon: 3.9815, lat: 49.2527 });
    expect(notes).toMatchObject([{ cause: 'point_swapped' }]);
  });

  test.each([
    ['La Réunion', 'POINT(55.2975 -20.9884)', 'POINT(-20.9884 55.2975)'],
    ['Guyane', 'POINT(-52.3 4.93)', 'POINT(4.93 -52.3)'],
    ['Mayotte', 'POINT(45.22 -12.78)', 'POINT(-12.78 45.22)'],
    ['Guadeloupe', 'POINT(-61.53 16.24)', 'POINT(16.24 -61.53)'],
    ['Martinique', 'POINT(-61.07 14.61)', 'POINT(14.61 -61.07)'],
    ['Corse', 'POINT(9.398 42.708)', 'POINT(42.708 9.398)'],
  ])('in %s both orders designate the same place', (_place, lonLat, latLon) => {
    expect(read({ geompoint: lonLat }).point).toEqual(read({ geompoint: latLon }).point);
    expect(read({ geompoint: lonLat }).point).not.toBeNull();
  });

  test('metres in Lambert-93 are converted', () => {
    const { point, notes } = read({ longitude: '872 500,5', latitude: '6 755 000' });
    expect(point?.lon).toBeCloseTo(5.31, 1);
    expect(notes).toMatchObject([{ cause: 'point_projected', params: { system: 'Lambert-93' } }]);
  });

  test.each([
    [{ geompoint: 'POINT(0 0)' }, ['point_unreadable']],
    [{ geompoint: 'quelque part' }, ['point_unreadable']],
    [{ longitude: '2.35', latitude: 'NA' }, ['point_unreadable']],
    [{}, ['point_missing']],
  ])('what is no point in France is told: %j', (values, expected) => {
    expect(causes(values as Record<string, string>)).toEqual(expected);
    expect(read(values as Record<string, string>).point).toBeNull();
  });

  test('an outline is kept in the same order as its point; one with a hole in its text is told and left out', () => {
    const square = 'POLYGON((48.85 2.35, 48.85 2.36, 48.86 2.36, 48.86 2.35))';
    expect(read({ geompoint: 'POINT(2.355 48.855)', geomsurf: square }).outline).toEqual({
      type: 'MultiPolygon',
      coordinates: [[[[2.35, 48.85], [2.36, 48.85], [2.36, 48.86], [2.35, 48.86], [2.35, 48.85]]]], // prettier-ignore
    });
    expect(causes({ geompoint: 'POINT(2.355 48.855)', geomsurf: 'POLYGON((49.33 3.95, 49.38 3.89, ...))' })).toContain(
      'outline_unreadable',
    );
  });

  test('a place given by its outline alone stands at its centre', () => {
    const feature = { type: 'Polygon', coordinates: [[[2, 48], [4, 48], [4, 50], [2, 50], [2, 48]]] }; // prettier-ignore
    expect(readLocation({}, feature).point).toEqual({ lon: 3, lat: 49 });
  });

  test('multipolygons with holes are understood, unbalanced text is not', () => {
    const shape = readWkt('MULTIPOLYGON(((0 0, 4 0, 4 4, 0 4, 0 0),(1 1, 2 1, 2 2, 1 1)),((9 9, 10 9, 10 10, 9 9)))');
    expect(shape?.polygons.map((rings) => rings.length)).toEqual([2, 1]);
    expect(shape && centreOf(shape.polygons)).toEqual([2, 2]);
    expect(readWkt('POLYGON((0 0, 4 0, 4 4)')).toBeNull();
  });
});
