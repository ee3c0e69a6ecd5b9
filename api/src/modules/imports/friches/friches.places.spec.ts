import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TerritoryIndex } from '../../territories/territory.index.js';
import { outsideCommune, readCommune } from './friches.communes.js';
import { PlaceIndex } from './friches.context.js';
import { mergeRows } from './friches.importer.js';
import type { SourcedSite } from '../sourced-sites/sourced-site.types.js';

const langres = { id: 'commune:52269', code: '52269', name: 'Langres', departmentCode: '52', lon: 5.3345, lat: 47.8628 };
const territories = new TerritoryIndex(
  [langres],
  [{ code: '52999', name: 'Ancienneville', currentId: langres.id }],
  [{ code: '52', name: 'Haute-Marne' }],
);

describe('the commune of a brownfield', () => {
  test.each([
    ['52269', 'LANGRES', langres.id, []],
    ['52999', 'ANCIENNEVILLE', langres.id, ['commune_merged']],
    ['52998', 'Langres', langres.id, ['commune_by_near_name']],
    ['52997', 'Ailleurs', undefined, ['commune_unknown']],
    ['', '', undefined, ['commune_unknown']],
  ])('code “%s”, name “%s”', (code, name, id, causes) => {
    const read = readCommune(code, name, territories);
    expect([read.commune?.id, read.notes.map(({ cause }) => cause)]).toEqual([id, causes]);
  });
});

describe('a point outside the commune its row names', () => {
  const box = { box: [5.3, 47.83, 5.4, 47.9], areaHa: 2200 } as const;
  const area = { box: null, areaHa: 2200 };
  test.each([
    ['inside', { lon: 5.35, lat: 47.86 }, box, null],
    ['at the gates', { lon: 5.41, lat: 47.86 }, box, null],
    ['3 km out', { lon: 5.44, lat: 47.86 }, box, { km: 3, believed: true }],
    ['in another region', { lon: 1.99, lat: 47.05 }, box, { km: 264, believed: false }],
    ['far from the middle, no contour known', { lon: 5.48, lat: 47.95 }, area, { km: 15, believed: true }],
    ['60 km from a town’s point, nothing else known', { lon: 6.14, lat: 47.86 }, undefined, { km: 60, believed: false }],
    ['12 km from a town’s point, nothing else known', { lon: 5.49, lat: 47.86 }, undefined, null],
  ])('%s', (_where, point, extent, expected) => {
    expect(outsideCommune(point, langres, extent)).toEqual(expected);
  });

  test('is not judged when nothing is known of the commune', () => {
    expect(outsideCommune({ lon: 1, lat: 47 }, { ...langres, lon: null, lat: null }, undefined)).toBeNull();
  });
});

describe('one place, one key', () => {
  const at = { lon: 5.4, lat: 47.86 };
  test('same point and name give the first key, whatever the case or the last decimal', () => {
    const places = new PlaceIndex();
    expect(places.keyOf('52269_1', at, 'Halle jumelle')).toBe('52269_1');
    expect(places.keyOf('52269_2', { lon: 5.400004, lat: 47.859996 }, 'HALLE  JUMELLE')).toBe('52269_1');
    expect(places.keyOf('52269_2', null, null)).toBe('52269_1');
  });

  test('same point under another name, or without name, is another place', () => {
    const places = new PlaceIndex();
    places.keyOf('52269_1', at, 'Halle');
    expect([places.keyOf('52269_2', at, 'Bureaux'), places.keyOf('52269_3', at, null)]).toEqual(['52269_2', '52269_3']);
  });

  test('what the database already knows comes first', () => {
    const places = new PlaceIndex([{ key: '52269_9', aliases: ['52269_8'], point: at, name: 'Halle' }]);
    expect([places.keyOf('52269_8', null, null), places.keyOf('52269_1', at, 'halle')]).toEqual(['52269_9', '52269_9']);
  });

  test('a row with neither number nor place has no key', () => {
    expect(new PlaceIndex().keyOf(null, at, null)).toBeNull();
    expect(new PlaceIndex().keyOf(null, at, 'Halle')).not.toBeNull();
  });
});

describe('several rows of one place', () => {
  const row = fc.record({
    sourceKey: fc.constant('k'),
    sourceDate: fc.option(fc.constantFrom('2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01')),
    values: fc.record({ name: fc.option(fc.constantFrom('A', 'B')), landAreaM2: fc.option(fc.constantFrom(10, 20)), ownerKind: fc.option(fc.constant('commune')) }), // prettier-ignore
    causes: fc.subarray(['area_implausible', 'parcel_ruined']),
  }) as fc.Arbitrary<SourcedSite>;

  test('merge the same in either order when their dates differ, and lose nothing that only one says', () => {
    fc.assert(
      fc.property(row, row, (left, right) => {
        const merged = mergeRows(left, right).record;
        for (const field of ['name', 'landAreaM2', 'ownerKind'] as const) {
          if (left.values[field] ?? right.values[field]) expect(merged.values[field] ?? null).not.toBeNull();
        }
        if (left.sourceDate !== right.sourceDate) {
          const { causes, ...other } = mergeRows(right, left).record;
          expect({ ...other, causes: [...causes].sort() }).toEqual({ ...merged, causes: [...merged.causes].sort() });
        }
      }),
    );
  });

  test('say so when they contradict each other beyond a percent', () => {
    const one = { sourceKey: 'k', sourceDate: '2024-01-01', causes: [], values: { landAreaM2: 1000 } };
    expect(mergeRows(one, { ...one, values: { landAreaM2: 1005 } }).notes).toEqual([]);
    expect(mergeRows(one, { ...one, values: { landAreaM2: 1500 } }).notes).toEqual([
      { field: null, value: 'site_surface', cause: 'merged_rows_disagree' },
    ]);
  });
});
