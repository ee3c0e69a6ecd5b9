import { describe, expect, test } from '@jest/globals';
import { changesBetween, edited, mergeChanges } from './project.changes.js';
import { need } from './needs.schemas.js';
import type { ProjectFields } from './saved-projects.schemas.js';

const PROJECT: ProjectFields = {
  name: 'Atelier',
  activity: 'repair',
  stage: 'idea',
  need: need.parse({ kinds: ['workshop'] }),
  publicSummary: 'Un atelier',
  privateNote: 'Entre nous',
  jobsPlanned: 2,
  insertionHoursPlanned: null,
  residentsServed: null,
};

describe('an edit', () => {
  test('that leaves a field out keeps it, and that says null empties it', () => {
    expect(edited(PROJECT, { name: 'Autre', privateNote: null })).toEqual({ ...PROJECT, name: 'Autre', privateNote: null });
  });

  test('says the activity once: apart when it is given, else with the need', () => {
    const withNeed = { ...PROJECT.need, activity: 'reuse' } as const;
    expect(edited(PROJECT, { need: withNeed })).toMatchObject({ activity: 'reuse', need: PROJECT.need });
    expect(edited(PROJECT, { need: withNeed, activity: 'canteen' })).toMatchObject({ activity: 'canteen' });
    expect(edited(PROJECT, { need: PROJECT.need })).toMatchObject({ activity: 'repair' });
    expect(edited(PROJECT, { activity: null })).toMatchObject({ activity: null });
  });

  test('is told field by field, with what was there and what is there now', () => {
    const after = { ...PROJECT, name: 'Autre', need: { ...PROJECT.need, kinds: ['shop'] as ['shop'] } };
    expect(changesBetween(PROJECT, after).map(({ field }) => field)).toEqual(['name', 'need']);
    expect(changesBetween(PROJECT, { ...PROJECT })).toEqual([]);
  });

  test('after another reads as one: from before the first to after the last, and nothing when it comes back', () => {
    const first = { field: 'name', from: 'A', to: 'B' };
    expect(mergeChanges([[first, { field: 'stage', from: null, to: 'idea' }], [{ field: 'name', from: 'B', to: 'C' }]])).toEqual([
      { field: 'name', from: 'A', to: 'C' },
      { field: 'stage', from: null, to: 'idea' },
    ]);
    expect(mergeChanges([[first], [{ field: 'name', from: 'B', to: 'A' }]])).toEqual([]);
  });
});
