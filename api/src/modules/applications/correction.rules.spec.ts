import { describe, expect, test } from '@jest/globals';
import { APPLICATION_STATES, whyNotFile, whyNotWrite } from './application.rules.js';
import {
  closedFields,
  correctionReminderDue,
  outcomeOfEnding,
  reopenedFields,
  whyNotPassOver,
  whyNotRequestCorrection,
} from './correction.rules.js';

const NOW = new Date('2027-01-10T10:00:00Z');
const in_ = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const question = (id: string, on: string | null = null) => ({
  id,
  kind: 'short' as const,
  label: id,
  help: null,
  required: false,
  maxLength: 100,
  shownIf: on === null ? null : { test: 'answered' as const, question: on },
});
const FORM = [
  { id: 'un', title: 'Un', help: null, questions: [question('forme'), question('part', 'forme'), question('texte')] },
  { id: 'deux', title: 'Deux', help: null, questions: [question('chiffre', 'part'), question('budget')] },
];

describe('what is open again', () => {
  test.each([
    ['the question named', ['texte'], ['texte']],
    ['with those that its answer may show, and those these show', ['forme'], ['forme', 'part', 'chiffre']],
    ['never what the question itself depends on', ['chiffre'], ['chiffre']],
    ['the places wished', ['lots'], ['lots']],
  ])('%s', (_what, named, expected) => {
    expect(
      [
        ...reopenedFields(
          FORM,
          named.map((field) => ({ field })),
        ),
      ].sort(),
    ).toEqual([...expected].sort());
  });

  test('of an edit, the answers and places that are not are named', () => {
    const change = (field: string) => ({ field, from: null, to: 'x' });
    const open = new Set(['texte']);
    expect(closedFields([change('answers.texte'), change('answers.budget'), change('lots')], open)).toEqual(['budget', 'lots']);
    expect(closedFields([change('answers.texte')], open)).toEqual([]);
  });
});

describe('a correction is asked for', () => {
  test.each(APPLICATION_STATES)('of a file that is “%s” only if it is filed', (state) => {
    const expected = state === 'filed' ? null : state === 'correction_requested' ? 'correction-under-way' : 'application-state-forbids';
    expect(whyNotRequestCorrection(state, in_(72), NOW)).toBe(expected);
  });

  test.each([
    [23, 'correction-due-unfit'],
    [24, null],
    [180 * 24, null],
    [180 * 24 + 1, 'correction-due-unfit'],
    [-1, 'correction-due-unfit'],
  ])('with %i hours to answer: %s', (hours, expected) => expect(whyNotRequestCorrection('filed', in_(hours), NOW)).toBe(expected));

  test('nobody decides while there is time left, and ending it says which it was', () => {
    expect(whyNotPassOver(in_(1), NOW)).toBe('correction-under-way');
    expect(whyNotPassOver(NOW, NOW)).toBeNull();
    expect(whyNotPassOver(null, NOW)).toBeNull();
    expect([outcomeOfEnding(in_(1), NOW), outcomeOfEnding(NOW, NOW)]).toEqual(['cancelled', 'lapsed']);
  });
});

describe('a correction is received', () => {
  const target = (dueAt: Date) => ({ call: null, siteState: 'awarded', correctionDueAt: dueAt });
  const fine = { sections: [], eligibility: [], lotMissing: false };

  test('until its end, written or filed, whatever became of the call or of the place', () => {
    expect(whyNotWrite('correction_requested', target(in_(1)), NOW)).toBeNull();
    expect(whyNotFile('correction_requested', target(in_(1)), fine, NOW)).toBeNull();
    expect(whyNotWrite('correction_requested', target(NOW), NOW)).toBe('correction-late');
    expect(whyNotFile('correction_requested', target(NOW), fine, NOW)).toBe('correction-late');
  });
});

describe('the applicant is reminded', () => {
  const asked = in_(-240);
  test.each([
    ['not yet', asked, in_(73), null],
    ['three days before', asked, in_(72), 3],
    ['the day before', asked, in_(24), 1],
    ['never at the end nor after', asked, NOW, null],
    ['never after', asked, in_(-1), null],
    ['nor on the day it was asked', in_(-23), in_(20), null],
  ])('%s', (_when, askedAt, dueAt, expected) => expect(correctionReminderDue(askedAt, dueAt, NOW)).toBe(expected));
});
