import { describe, expect, test } from '@jest/globals';
import { letterOf, nameColumns, proposeHeaderRow, suggestMapping } from './column.mapping.js';
import { readCondition, readKind, readTenure } from './place.words.js';

const fieldsOf = (...header: string[]) => suggestMapping(header).map(({ field }) => field);

describe('the columns of an owner’s table', () => {
  test.each([
    ['NOM', 'name'],
    ['Nom du bien', 'name'],
    ['Désignation', 'name'],
    ['Code INSEE', 'inseeCode'],
    ['commune', 'commune'],
    ['Ville', 'commune'],
    ['Code postal', 'department'],
    ['Dépt', 'department'],
    ['Surface (m²)', 'floorAreaM2'],
    ['surface_terrain', 'landAreaM2'],
    ['X_L93', 'x'],
    ['latitude', 'y'],
    ['geo_point_2d', 'latLon'],
    ['the_geom', 'wkt'],
    ['Loyer mensuel HT', 'rentPerMonth'],
    ['Prix de vente', 'price'],
    ['Annual rent', 'rentPerYear'],
    ['Amiante ?', 'asbestos'],
    ['Accès PMR', 'stepFree'],
    ['État général du bien', 'condition'],
    ['UIC', 'uic'],
    ['Comune', 'commune'],
    ['Bidule', null],
    ['', null],
  ])('“%s” holds %s', (heading, field) => {
    expect(fieldsOf(heading)).toEqual([field]);
  });

  test('a field goes to the column that fits it best, and to one only', () => {
    expect(fieldsOf('Lieu', 'Nom')).toEqual([null, 'name']);
    expect(fieldsOf('Nom', 'Nom')).toEqual(['name', null]);
    expect(fieldsOf('Surface du terrain', 'Surface')).toEqual(['landAreaM2', 'floorAreaM2']);
  });

  test('what is only likely says so', () => {
    expect(suggestMapping(['Nom', 'Loyer annuel HC'])).toEqual([
      { field: 'name', how: 'sure' },
      { field: 'rentPerYear', how: 'likely' },
    ]);
  });
});

test.each([
  [
    [
      ['Nom', 'Commune'],
      ['Halle', 'Langres'],
    ],
    0,
  ],
  [[['Liste des lieux'], ['Au 1er mars', ''], ['Nom', 'Commune', 'Surface'], ['Halle', 'Langres', '120']], 2],
  [
    [
      ['12', '13'],
      ['Nom', 'Ville'],
    ],
    1,
  ],
  [[], 0],
])('the line of headings of %j is number %i', (rows, at) => {
  expect(proposeHeaderRow(rows)).toBe(at);
});

test('columns without a name take their letter, repeated names are numbered', () => {
  expect(nameColumns(['Nom', '', 'Nom'], 4)).toEqual(['Nom', 'B', 'Nom (2)', 'D']);
  expect([0, 25, 26, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test.each([
  ['Gare désaffectée', 'disused_station'],
  ['maison de garde-barrière', 'crossing_keepers_house'],
  ['Halle à marchandises', 'goods_shed'],
  ['brownfield', 'brownfield'],
  ['Ancienne école', 'vacant_building'],
  ['Terrain agricole', 'farmland'],
  ['licorne', null],
])('the kind “%s” reads %s', (text, kind) => {
  expect(readKind(text)).toBe(kind);
});

test('states and terms are read as people write them; what is not understood stays unknown', () => {
  expect(['Bon état', 'très mauvais', 'à rénover', 'Ruine', 'bleu'].map(readCondition)).toEqual([
    'ready',
    'heavy_works',
    'works',
    'ruin',
    null,
  ]);
  expect(['Bail commercial', 'vente', 'AOT', 'commodat', 'troc'].map(readTenure)).toEqual([
    'commercial_lease',
    'sale',
    'temporary_occupation',
    'loan_for_use',
    null,
  ]);
});
