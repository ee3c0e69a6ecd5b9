import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distanceM, isInFrance, overseasDepartmentOf, readNumber, readPoint } from './french-point.rules.js';
import { nameVariants, plainText } from './place-name.rules.js';
import { TerritoryIndex } from './territory.index.js';

describe('reading a position', () => {
  test.each([
    ['5.336', '47.882', 'lambert_93', 'as_written', 5.336, 47.882],
    ['47,882', '5,336', 'lambert_93', 'swapped', 5.336, 47.882],
    ['874589.21', '6756101.48', 'lambert_93', 'lambert_93', 5.3361, 47.8821],
    ['594014', '6086431', 'web_mercator', 'web_mercator', 5.3361, 47.8771],
    ['55.45', '-20.88', 'lambert_93', 'as_written', 55.45, -20.88],
    ['-20.88', '55.45', 'lambert_93', 'swapped', 55.45, -20.88],
  ] as const)('%s %s (metres more likely %s) is %s', (x, y, likelier, how, lon, lat) => {
    const read = readPoint(x, y, likelier);
    expect(read.how).toBe(how);
    expect(read.point?.lon).toBeCloseTo(lon, 3);
    expect(read.point?.lat).toBeCloseTo(lat, 3);
  });

  test('what is not in France is not guessed', () => {
    expect(readPoint('12.5', '3.1')).toEqual({ point: null, how: 'unreadable' });
    expect(readPoint('abc', '47')).toEqual({ point: null, how: 'unreadable' });
    expect(readPoint('', ' ')).toEqual({ point: null, how: 'missing' });
    expect(readNumber('1 234,5')).toBe(1234.5);
  });

  test('a position in France is never moved', () => {
    const inFrance = fc.record({ lon: fc.double({ min: -5, max: 9, noNaN: true }), lat: fc.double({ min: 41.5, max: 51, noNaN: true }) });
    fc.assert(
      fc.property(inFrance, ({ lon, lat }) => {
        expect(isInFrance({ lon, lat })).toBe(true);
        expect(readPoint(String(lon), String(lat))).toMatchObject({
          how: 'as_written',
          point: { lon: expect.closeTo(lon, 6), lat: expect.closeTo(lat, 6) },
        });
      }),
    );
  });

  test('overseas departments are known by their ground, and distances are metres', () => {
    expect(overseasDepartmentOf({ lon: 55.45, lat: -20.88 })).toBe('974');
    expect(overseasDepartmentOf({ lon: 5.3, lat: 47.8 })).toBeNull();
    expect(distanceM({ lon: 5.336, lat: 47.882 }, { lon: 5.336, lat: 47.892 })).toBeCloseTo(1112, 0);
  });
});

describe('reading the name of a commune', () => {
  const commune = (code: string, name: string, departmentCode = '52') => ({
    id: `commune:${code}`,
    code,
    name,
    departmentCode,
    lon: 5.3,
    lat: 47.8,
  });
  const index = new TerritoryIndex(
    [
      commune('52269', 'Langres'),
      commune('52448', 'Saint-Dizier'),
      commune('52405', 'Le Montsaugeonnais'),
      commune('69123', 'Lyon', '69'),
      commune('21231', 'Langres', '21'),
    ],
    [{ code: '52999', name: 'Prauthoy', currentId: 'commune:52405' }],
    [
      { code: '52', name: 'Haute-Marne' },
      { code: '01', name: 'Ain' },
    ],
  );

  test.each([
    ['LANGRES', '52', 'commune:52269', 'exact'],
    ['ST DIZIER', '52', 'commune:52448', 'exact'],
    ['Montsaugeonnais', '52', 'commune:52405', 'near'],
    ['PRAUTHOY', '52', 'commune:52405', 'merged'],
    ['Lyon 3e arrondissement', '69', 'commune:69123', 'exact'],
  ])('%s in %s is %s (%s)', (name, department, id, how) => {
    expect(index.communeByName(name, department)).toMatchObject({ commune: { id }, how });
  });

  test('codes that lost a zero, and departments by name or number, are understood', () => {
    expect(index.communeByCode('52999')).toMatchObject({ how: 'merged' });
    expect(index.communeByName('Nulle-Part', '52')).toBeNull();
    expect([index.department('HAUTE MARNE'), index.department('52'), index.department('1'), index.department('Mars')]).toEqual([
      '52',
      '52',
      '01',
      null,
    ]);
    expect(plainText("Cœur-d'Été")).toBe('coeur d ete');
    expect(nameVariants('STE-MARIE')[1]).toBe('sainte marie');
  });
});
