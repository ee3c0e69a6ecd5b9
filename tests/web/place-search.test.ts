import { describe, expect, test } from '@jest/globals';
import { activeFilters, readPlaceSearch, toSiteQuery, withoutFilter } from '../../web/src/features/sites/place-search';
import { askRoughPosition } from '../../web/src/lib/rough-position';
import { cornersOf, writeCorners } from '../../web/src/map/corners';
import { parseSearch, stringifySearch } from '../../web/src/lib/search-string';

describe('a search in the address', () => {
  test('survives a copy and paste unchanged', () => {
    const search = readPlaceSearch({
      q: 'halle, Langres',
      kind: ['goods_shed', 'workshop'],
      territory: ['department:52'],
      areaMinM2: 150,
      near: '5.335,47.862',
      nearName: 'Langres',
      radiusKm: 40,
      includeUnknown: true,
      sort: 'distance',
    });
    expect(readPlaceSearch(parseSearch(stringifySearch({ ...search })))).toEqual(search);
  });

  test('can be read by a person', () => {
    expect(stringifySearch({ kind: ['goods_shed', 'workshop'], territory: ['department:52'] })).toBe(
      '?kind=goods_shed,workshop&territory=department:52',
    );
  });

  test('leaves out what it does not understand instead of failing', () => {
    expect(readPlaceSearch({ kind: 'castle,shop', territory: 'planet:3', near: 'here', areaMinM2: 'big', sort: 'price' })).toEqual({
      kind: ['shop'],
    });
  });

  test('sorts by distance only from a point', () => {
    expect(readPlaceSearch({ sort: 'distance' })).toEqual({});
  });

  test('asks the API for the places, not for where the map stands', () => {
    expect(toSiteQuery(readPlaceSearch({ kind: 'shop,office', view: '1,2,3,4', nearName: 'x', areaMinM2: '90' }))).toEqual({
      kind: 'office,shop',
      areaMinM2: '90',
    });
  });

  test('lists the filters that can be relaxed, and relaxes one at a time', () => {
    const search = readPlaceSearch({ q: 'gare', near: '5,47', nearName: 'Langres', radiusKm: '40', sort: 'distance', shelf: 'lead' });
    expect(activeFilters(search)).toEqual(['q', 'near']);
    expect(withoutFilter(search, 'near')).toEqual({ q: 'gare', shelf: ['lead'] });
    expect(withoutFilter(search, 'q')).toEqual({ near: '5,47', nearName: 'Langres', radiusKm: 40, sort: 'distance', shelf: ['lead'] });
  });

  test('keeps a drawn zone short, and drops one that is none', () => {
    const zone = writeCorners([
      [5.123456, 47.1],
      [5.3, 47.100049],
      [5.2, 47.4],
    ]);
    expect(zone).toBe('5.1235,47.1,5.3,47.1,5.2,47.4');
    const search = readPlaceSearch(parseSearch(stringifySearch({ zone })));
    expect([search, activeFilters(search), toSiteQuery(search)]).toEqual([{ zone }, ['zone'], { zone }]);
    expect(readPlaceSearch({ zone: '5,47,6,47' })).toEqual({});
    expect(readPlaceSearch({ zone: '5,47,6,47,5' })).toEqual({});
  });
});

describe('a zone with more corners than an address holds', () => {
  test('loses those that change its shape least', () => {
    const square = [
      [0, 0],
      [0.5, 0.0001],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ];
    expect(cornersOf({ type: 'Polygon', coordinates: [square] }, 4)).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ]);
  });
});

describe('where the device is', () => {
  const asked = (answer: (told: (position: { coords: object }) => void, refused: (error: object) => void) => void) => {
    Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition: answer } });
    return askRoughPosition();
  };

  test('is rounded to a kilometre before anyone hears of it', async () => {
    expect(await asked((told) => told({ coords: { longitude: 5.33491234, latitude: 47.86278 } }))).toEqual({ lon: 5.33, lat: 47.86 });
  });

  test('may be kept for oneself, or not be known', async () => {
    expect(await asked((_told, refused) => refused({ code: 1, PERMISSION_DENIED: 1 }))).toBe('refused');
    expect(await asked((_told, refused) => refused({ code: 3, PERMISSION_DENIED: 1 }))).toBe('unknown');
  });
});
