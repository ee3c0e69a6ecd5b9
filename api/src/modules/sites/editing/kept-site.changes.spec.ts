import { describe, expect, test } from '@jest/globals';
import { applied, changesBetween, mergeChanges, undone } from '../../../platform/field-changes.js';
import { conflicts, editedFields, flatten, unflatten } from './kept-site.changes.js';
import type { SiteFields } from './kept-site.fields.js';

const PART = '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e01';
const OFFER = '01930d6e-7c1a-7b3c-9f5e-2d8a4c6b1e02';
const SITE: SiteFields = {
  ...unflatten(
    new Map<string, unknown>([
      ['name', 'Gare'],
      ['kind', 'disused_station'],
    ]),
  ),
  features: { water: true },
  point: { lon: 5, lat: 47 },
  premises: unflatten(
    new Map([
      [`premises.${PART}.name`, 'Halle'],
      [`premises.${PART}.features.heating`, false],
    ] as [string, unknown][]),
  ).premises,
  offers: unflatten(
    new Map([
      [`offers.${OFFER}.openEnded`, false],
      [`offers.${OFFER}.premisesId`, PART],
    ] as [string, unknown][]),
  ).offers,
};
const now = flatten(SITE);
const noId = () => {
  throw new Error('No part is added here.');
};

describe('a place as a list of fields', () => {
  test('says each fact by its path, and nothing of what is unknown', () => {
    expect([...now].sort()).toEqual([
      ['features.water', true],
      ['kind', 'disused_station'],
      ['locationShown', 'exact'],
      ['name', 'Gare'],
      [`offers.${OFFER}.openEnded`, false],
      [`offers.${OFFER}.premisesId`, PART],
      ['point', { lon: 5, lat: 47 }],
      [`premises.${PART}.features.heating`, false],
      [`premises.${PART}.name`, 'Halle'],
    ]);
  });

  test('and back is the same place', () => {
    expect(unflatten(now)).toEqual(SITE);
  });
});

describe('an edit', () => {
  test('says only what it holds: null empties, absence keeps', () => {
    const said = editedFields(now, { features: { water: null, kitchen: true }, summary: 'Sur le quai' }, noId);
    expect(changesBetween(now, applied(now, said))).toEqual([
      { field: 'features.water', from: true, to: null },
      { field: 'features.kitchen', from: null, to: true },
      { field: 'summary', from: null, to: 'Sur le quai' },
    ]);
  });

  test('adds premises under an identifier of their own', () => {
    const said = editedFields(now, { addPremises: [{ name: 'Quai' }] }, () => 'new');
    expect(unflatten(applied(now, said)).premises.map(({ id, name }) => [id, name])).toEqual([
      [PART, 'Halle'],
      ['new', 'Quai'],
    ]);
  });

  test('that takes premises away takes what was offered of them along, and putting back brings both again', () => {
    const said = editedFields(now, { premises: { [PART]: null } }, noId);
    const after = applied(now, said);
    expect(unflatten(after)).toMatchObject({ premises: [], offers: [] });
    expect(unflatten(applied(after, undone(changesBetween(now, after))))).toEqual(SITE);
  });
});

describe('two edits', () => {
  const change = (field: string, to: unknown) => ({ field, from: null, to });

  test('cross only at the same field, with another value', () => {
    const said = new Map<string, unknown>([
      ['summary', 'Un'],
      ['features.water', true],
    ]);
    const meanwhile = [change('summary', 'Deux'), change('features.water', true), change('features.heating', true)];
    expect(conflicts(said, meanwhile)).toEqual([change('summary', 'Deux')]);
  });

  test('cross when one writes in what the other takes away', () => {
    const taken = { field: `premises.${PART}.name`, from: 'Halle', to: null };
    expect(conflicts(new Map([[`premises.${PART}.powerKva`, 12]]), [taken])).toEqual([taken]);
    expect(conflicts(new Map([['summary', 'Un']]), [taken])).toEqual([]);
  });

  test('read as one: from before the first to after the last, and nothing when it comes back', () => {
    const first = { field: 'name', from: 'A', to: 'B' };
    expect(mergeChanges([[first], [{ field: 'name', from: 'B', to: 'C' }]])).toEqual([{ field: 'name', from: 'A', to: 'C' }]);
    expect(mergeChanges([[first], [{ field: 'name', from: 'B', to: 'A' }]])).toEqual([]);
  });
});
