import { describe, expect, test } from '@jest/globals';
import { blankQuestion, freeId, labelled, moved, QUESTION_KINDS, replaced, testable } from '../../web/src/features/calls/edit/form-edit';
import { timeLeft } from '../../web/src/lib/countdown';
import { formatDeadline, parisClock } from '../../web/src/lib/format';

const MINUTE = 60_000;
const words = { label: 'Nouvelle question', part: 'Élément' };

describe('the time left', () => {
  test.each([
    [3 * 24 * 60 * MINUTE, { unit: 'days', count: 3 }],
    [47 * 60 * MINUTE, { unit: 'hours', count: 47 }],
    [119 * MINUTE, { unit: 'minutes', count: 119 }],
    [90_500, { unit: 'seconds', count: 91 }],
    [1, { unit: 'seconds', count: 1 }],
    [0, { unit: 'over', count: 0 }],
  ])('of %d ms is said in what one can still do with it', (left, said) => {
    expect(timeLeft(left)).toEqual(said);
  });

  test('a deadline spells its day and its hour in Paris, whatever the season and the zone of the reader', () => {
    expect(formatDeadline('2026-12-14T22:59:00Z', 'fr')).toBe('lundi 14 décembre 2026 à 23\u00a0h\u00a059 (heure de Paris)');
    expect(formatDeadline('2027-07-01T21:59:00Z', 'fr')).toBe('jeudi 1er juillet 2027 à 23\u00a0h\u00a059 (heure de Paris)');
    expect(formatDeadline('2026-12-14T22:59:00Z', 'en')).toContain('at 23:59 (Paris time)');
    expect(parisClock('2027-07-01T21:59:00Z')).toEqual({ day: '2027-07-01', time: '23:59' });
  });
});

describe('a form as its owner writes it', () => {
  test('names each new part apart from the others', () => {
    expect(freeId([], 'question')).toBe('question-1');
    expect(freeId(['question-2'], 'question')).toBe('question-3');
    expect(QUESTION_KINDS.map((kind) => blankQuestion(kind, 'q', words).kind)).toEqual(QUESTION_KINDS);
  });

  test('keeps the name of an option through a change of its words or of its place, so that conditions still find it', () => {
    const before = [
      { id: 'oui', label: 'Oui' },
      { id: 'non', label: 'Non' },
    ];
    expect(labelled(['Oui, souvent', 'Non'], before, 'option').map(({ id }) => id)).toEqual(['oui', 'non']);
    expect(labelled(['Non', 'Oui'], before, 'option').map(({ id }) => id)).toEqual(['non', 'oui']);
    const ids = labelled(['Oui', 'Non', 'Parfois'], before, 'option').map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids.slice(0, 2)).toEqual(['oui', 'non']);
  });

  test('moves and removes parts, and only lets conditions look back at choices and numbers', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(replaced(['a', 'b'], 0, null)).toEqual(['b']);
    const questions = (['choice', 'long', 'number', 'short'] as const).map((kind) => blankQuestion(kind, kind, words));
    const form = [{ id: 's', title: 'S', help: null, questions }];
    expect(testable(form, 'short').map(({ id }) => id)).toEqual(['choice', 'number']);
    expect(testable(form, 'choice')).toEqual([]);
    expect(testable(form, null).map(({ id }) => id)).toEqual(['choice', 'number']);
  });
});
