import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applied } from '../../../platform/field-changes.js';
import { SITE_STATES, type SiteState } from '../site.vocabulary.js';
import { differences, mayUndo, mergedFields, partsStanding, UNDO_WITHIN_MS, whyNotMerge } from './site-merge.rules.js';

const sheet = (id: string, state: SiteState, mergedInto: string | null = null) => ({ id, state, mergedInto });

describe('one sheet goes into another', () => {
  test('from every state into every state, or the reason why not', () => {
    const into = (stays: SiteState) =>
      Object.fromEntries(SITE_STATES.map((other) => [other, whyNotMerge(sheet('a', stays), sheet('b', other))]).filter(([, why]) => why));
    const underWay = Object.fromEntries(
      (['under_interest', 'under_call', 'awarded', 'occupied'] as const).map((state) => [state, 'site-merge-other-way']),
    );
    const bothUnderWay = Object.fromEntries(Object.keys(underWay).map((state) => [state, 'site-merge-in-procedure']));
    const refused = Object.fromEntries(SITE_STATES.map((state) => [state, 'site-state-forbids']));
    const kept = Object.fromEntries(
      ['draft', 'submitted', 'published', 'paused', 'closed'].map((state) => [state, 'site-merge-other-way']),
    );
    expect(Object.fromEntries(SITE_STATES.map((state) => [state, into(state)]))).toEqual({
      potential: { ...kept, ...underWay },
      draft: { ...underWay, published: 'site-merge-would-hide' },
      submitted: { ...underWay, published: 'site-merge-would-hide' },
      paused: { ...underWay, published: 'site-merge-would-hide' },
      published: underWay,
      under_interest: bothUnderWay,
      under_call: bothUnderWay,
      awarded: bothUnderWay,
      occupied: bothUnderWay,
      closed: refused,
    });
  });

  test('never into itself, nor a second time', () => {
    expect(whyNotMerge(sheet('a', 'published'), sheet('a', 'published'))).toBe('site-merge-itself');
    expect(whyNotMerge(sheet('a', 'published'), sheet('b', 'closed', 'c'))).toBe('site-already-merged');
    expect(whyNotMerge(sheet('a', 'closed', 'c'), sheet('b', 'published'))).toBe('site-already-merged');
  });
});

const STAYS = new Map<string, unknown>([
  ['name', 'Gare'],
  ['kind', 'other'],
  ['locationShown', 'exact'],
  ['features.water', true],
]);
const OTHER = new Map<string, unknown>([
  ['name', 'Gare de Langres'],
  ['kind', 'disused_station'],
  ['locationShown', 'commune'],
  ['features.water', false],
  ['summary', 'Sur le quai'],
  ['premises.p1.name', 'Halle'],
  ['offers.o1.premisesId', 'p1'],
  ['offers.o1.openEnded', false],
]);

describe('what differs between two sheets', () => {
  test('is said field by field: what is known stands before what is not, and the more discreet of two locations', () => {
    expect(differences(STAYS, OTHER).map(({ field, take }) => [field, take])).toEqual([
      ['name', 'stays'],
      ['kind', 'other'],
      ['locationShown', 'other'],
      ['features.water', 'stays'],
      ['summary', 'other'],
    ]);
    expect(differences(STAYS, STAYS)).toEqual([]);
    const premises = new Map([['premises.p1.name', 'Halle']]);
    const terms = new Map([['offers.o1.openEnded', false]]);
    expect([partsStanding(premises, terms), partsStanding(terms, premises), partsStanding(premises, OTHER)]).toEqual([
      'both',
      'both',
      'other',
    ]);
    expect([partsStanding(STAYS, OTHER), partsStanding(OTHER, OTHER), partsStanding(STAYS, STAYS)]).toEqual(['other', 'stays', 'stays']);
  });

  test('is written as chosen; premises and terms come under identifiers of their own and still name one another', () => {
    let last = 0;
    const next = () => `n${++last}`;
    expect([...mergedFields(STAYS, OTHER, { take: ['summary', 'no such field'], parts: 'both' }, next)]).toEqual([
      ['summary', 'Sur le quai'],
      ['premises.n1.name', 'Halle'],
      ['offers.n2.premisesId', 'n1'],
      ['offers.n2.openEnded', false],
    ]);
    expect([...mergedFields(OTHER, STAYS, { take: [], parts: 'other' }, next).entries()]).toEqual([
      ['premises.p1.name', null],
      ['offers.o1.premisesId', null],
      ['offers.o1.openEnded', null],
    ]);
  });

  test('loses nothing that only one of them knows, whatever the two say', () => {
    const anySheet = fc
      .dictionary(fc.constantFrom('name', 'summary', 'address', 'features.water', 'kind'), fc.constantFrom('a', 'b', true, 3))
      .map((said) => new Map<string, unknown>(Object.entries(said)));
    fc.assert(
      fc.property(anySheet, anySheet, (stays, other) => {
        const take = differences(stays, other)
          .filter((each) => each.take === 'other')
          .map(({ field }) => field);
        const merged = applied(
          stays,
          mergedFields(stays, other, { take, parts: 'stays' }, () => 'x'),
        );
        expect([...merged.keys()].sort()).toEqual([...new Set([...stays.keys(), ...other.keys()])].sort());
      }),
    );
  });
});

test('a merge is undone within a day, while nothing else happened, and once', () => {
  const at = new Date('2026-11-26T08:00:00Z');
  const later = (ms: number) => new Date(at.getTime() + ms);
  const merge = { at, stands: true, undoneAt: null };
  expect(mayUndo(merge, later(UNDO_WITHIN_MS))).toBe(true);
  expect(mayUndo(merge, later(UNDO_WITHIN_MS + 1))).toBe(false);
  expect(mayUndo({ ...merge, stands: false }, at)).toBe(false);
  expect(mayUndo({ ...merge, undoneAt: at }, at)).toBe(false);
});
