import { describe, expect, test } from '@jest/globals';
import { isLeftToNobody, isWhollyDecided, lotsReopened, reasonFaults, whyNotDecideAgain, whyNotReopen } from './reopening.rules.js';

const GRID = [{ id: 'utilite' }, { id: 'moyens' }];
const lines = (...outcomes: ('selected' | 'waiting_list' | 'not_selected' | 'withdrawn' | 'reopened')[]) =>
  outcomes.map((outcome) => ({ outcome }));

describe('a reopened file', () => {
  test('that was never read is reopened for the lots it asked for, or for the whole of a call by zone', () => {
    expect(lotsReopened(['y', 'gone'], [{ id: 'x' }, { id: 'y' }])).toEqual(['y']);
    expect(lotsReopened([], [])).toEqual([null]);
  });

  test('is decided again only where it was reopened, once results are published, and never on a lot that somebody holds', () => {
    const open = { line: 'reopened', taken: false } as const;
    expect(whyNotDecideAgain('under_review', 'results_published', open, 'selected')).toBeNull();
    expect(whyNotDecideAgain('shortlisted', 'results_published', open, 'not_selected')).toBeNull();
    expect(whyNotDecideAgain('under_review', 'results_published', { ...open, taken: true }, 'selected')).toBe('lot-already-awarded');
    expect(whyNotDecideAgain('under_review', 'results_published', { ...open, taken: true }, 'waiting_list')).toBeNull();
    expect(whyNotDecideAgain('selected', 'results_published', open, 'not_selected')).toBe('application-state-forbids');
    expect(whyNotDecideAgain('under_review', 'under_review', open, 'selected')).toBe('application-state-forbids');
    expect(whyNotDecideAgain('under_review', 'results_published', { ...open, line: 'selected' }, 'selected')).toBe(
      'application-state-forbids',
    );
    expect(whyNotDecideAgain('under_review', 'results_published', { ...open, line: null }, 'selected')).toBe('application-state-forbids');
  });

  test('was filed whole: an outline refused at the first of two steps is never reviewed', () => {
    expect(whyNotReopen('inadmissible', null)).toBeNull();
    expect(whyNotReopen('inadmissible', 'second')).toBeNull();
    expect(whyNotReopen('inadmissible', 'first')).toBe('application-only-outline');
    expect(whyNotReopen('not_shortlisted', 'first')).toBe('application-state-forbids');
  });

  test('has a reason for each criterion of the grid, once, and for nothing else', () => {
    const said = GRID.map(({ id }) => ({ criterion: id, text: 'Dit' }));
    expect(reasonFaults(GRID, said)).toEqual({ missing: [], unknown: [] });
    expect(reasonFaults(GRID, [{ criterion: 'utilite', text: ' ' }])).toEqual({ missing: ['utilite', 'moyens'], unknown: [] });
    expect(reasonFaults(GRID, [...said, { criterion: 'motif', text: 'Dit' }, { criterion: 'moyens', text: 'Encore' }])).toEqual({
      missing: [],
      unknown: [2, 3],
    });
  });

  test('keeps its state until each of its lots is decided again; a place waits while somebody may still have it', () => {
    expect(isWhollyDecided(lines('selected', 'reopened'))).toBe(false);
    expect(isWhollyDecided(lines('selected', 'withdrawn'))).toBe(true);
    expect(isLeftToNobody(lines('not_selected', 'withdrawn'))).toBe(true);
    for (const one of ['selected', 'waiting_list', 'reopened'] as const) expect(isLeftToNobody(lines('not_selected', one))).toBe(false);
  });
});
