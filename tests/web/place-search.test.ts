import { describe, expect, test } from '@jest/globals';
import { activeFilters, readPlaceSearch, toSiteQuery, withoutFilter } from '../../web/src/features/sites/place-search';
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
});
