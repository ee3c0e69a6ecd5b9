import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compactValues, factsOf, fateOf, hashSource, mergeSources, type KnownSource } from './sourced-site.rules.js';
import type { SourcedValues } from './sourced-site.types.js';

const source = (datasetId: string, sourceDate: string | null, values: SourcedValues): KnownSource => ({
  sourceId: `${datasetId} ${sourceDate}`,
  datasetId,
  sourceKey: 'k',
  sourceDate,
  values,
});
const ORDER = ['national', 'extract'];

describe('what several sources say of one place', () => {
  test('the later source wins field by field, and never erases what only the earlier one said', () => {
    const { values, provenance } = mergeSources(
      [
        source('national', '2022-01-01', { name: 'Laiterie', landAreaM2: 500 }),
        source('extract', '2024-01-16', { name: 'Ancienne laiterie', landAreaM2: null }),
      ],
      ORDER,
    );
    expect(values).toEqual({ name: 'Ancienne laiterie', landAreaM2: 500 });
    expect([...provenance].map(([field, from]) => [field, from.datasetId])).toEqual([
      ['name', 'extract'],
      ['landAreaM2', 'national'],
    ]);
  });

  test('on equal dates the first dataset of the order wins; a source without date is the oldest', () => {
    const same = [source('extract', '2024-01-16', { name: 'B' }), source('national', '2024-01-16', { name: 'A' })];
    expect(mergeSources(same, ORDER).values.name).toBe('A');
    expect(mergeSources([source('national', null, { name: 'A' }), source('extract', '1990-01-01', { name: 'B' })], ORDER).values.name).toBe(
      'B',
    );
  });

  test('the order in which sources came in never matters', () => {
    const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null });
    const anySource = fc.record({
      datasetId: fc.constantFrom('national', 'extract', 'other'),
      sourceKey: fc.constantFrom('1', '2', '3'),
      sourceDate: fc.option(fc.constantFrom('2022-01-01', '2023-01-01', '2024-01-01'), { nil: null }),
      values: fc.record({ name: value, address: value, ownerName: value }),
    });
    const several = fc.uniqueArray(anySource, {
      selector: ({ datasetId, sourceKey }) => datasetId + sourceKey,
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        several.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const known = (each: (typeof list)[number]): KnownSource => ({ ...each, sourceId: `${each.datasetId}/${each.sourceKey}` });
          const [first, second] = [mergeSources(list.map(known), ORDER), mergeSources(shuffled.map(known), ORDER)];
          expect(second.values).toEqual(first.values);
          expect([...second.provenance.entries()].map(([field, from]) => [field, from.sourceId]).sort()).toEqual(
            [...first.provenance.entries()].map(([field, from]) => [field, from.sourceId]).sort(),
          );
        },
      ),
    );
  });

  test('unknown is left out, no is kept', () => {
    const said: SourcedValues = {
      name: '',
      parcels: [],
      'constraints.asbestos': false,
      'constraints.flood_zone': null,
      'features.water': true,
    };
    expect(compactValues(said)).toEqual({ 'constraints.asbestos': false, 'features.water': true });
    expect(factsOf(said, 'constraints')).toEqual({ asbestos: false });
    expect(factsOf(said, 'features')).toEqual({ water: true });
  });

  test('two ways of writing the same source have one fingerprint; any difference has another', () => {
    const hash = (values: SourcedValues, sourceDate: string | null = null) => hashSource({ values, sourceDate, causes: [] });
    expect(hash({ name: 'A', address: null })).toBe(hash({ address: '', name: 'A' }));
    expect(hash({ name: 'A' })).not.toBe(hash({ name: 'B' }));
    expect(hash({ name: 'A' }, '2024-01-01')).not.toBe(hash({ name: 'A' }));
  });
});

describe('what becomes of a source', () => {
  const incoming = (hash: string, sourceDate: string | null = null, onlyIfKnown = false) => ({ hash, sourceDate, onlyIfKnown });
  test.each([
    ['unknown to all', incoming('a'), null, false, 'create'],
    ['only of interest when known', incoming('a', null, true), null, false, 'not_concerned'],
    ['known by another dataset', incoming('a'), null, true, 'add'],
    ['the same again', incoming('a', '2024-01-01'), { hash: 'a', sourceDate: '2024-01-01' }, true, 'unchanged'],
    ['changed', incoming('b', '2024-01-01'), { hash: 'a', sourceDate: '2024-01-01' }, true, 'update'],
    ['an older file', incoming('b', '2023-01-01'), { hash: 'a', sourceDate: '2024-01-01' }, true, 'older'],
    ['a file without date after a dated one', incoming('b'), { hash: 'a', sourceDate: '2024-01-01' }, true, 'older'],
    ['a dated file after one without date', incoming('b', '2020-01-01'), { hash: 'a', sourceDate: null }, true, 'update'],
  ] as const)('%s', (_case, source, own, siteKnown, fate) => {
    expect(fateOf(source, own, siteKnown)).toBe(fate);
  });
});
