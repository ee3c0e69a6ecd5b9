import { describe, expect, test } from '@jest/globals';
import { APPLICATION_STATES } from '../applications/application.rules.js';
import {
  type Checked,
  type CheckVerdict,
  isStale,
  standingOf,
  UNDO_WITHIN_MS,
  UNDONE_ACTS,
  verdictOf,
  whyNotAdmit,
  whyNotCheck,
  whyNotRefuse,
  whyNotUndo,
} from './instruction.rules.js';

const NOW = new Date('2027-01-10T10:00:00Z');
const line = (verdict: CheckVerdict | null, key = 'complete', subject = 'a'): Checked => ({
  key,
  subject: 'a',
  check: verdict === null ? null : { verdict, subject },
});

describe('the check of a file', () => {
  test.each([
    [[null, null], 'untouched'],
    [['yes', null], 'started'],
    [['to_check', null], 'started'],
    [['yes', 'to_check'], 'started'],
    [['yes', 'yes'], 'passes'],
    [['yes', 'no'], 'fails'],
    [['no', null], 'fails'],
  ] as const)('ticked %j is “%s”', (verdicts, expected) => expect(standingOf(verdicts.map((verdict) => line(verdict)))).toBe(expected));

  test('a verdict about another answer than the one that stands is to be given again', () => {
    const stale = line('yes', 'complete', 'b');
    expect([isStale(stale), verdictOf(stale), standingOf([stale])]).toEqual([true, 'to_check', 'started']);
    expect(isStale(line('to_check', 'complete', 'b'))).toBe(false);
    expect(isStale(line(null))).toBe(false);
    expect(standingOf([line('no', 'complete', 'b')])).toBe('started');
  });

  test.each(APPLICATION_STATES)('is written while a file is examined, not when it is “%s” otherwise', (state) => {
    expect(whyNotCheck(state)).toBe(['filed', 'correction_requested'].includes(state) ? null : 'application-state-forbids');
  });
});

describe('admissibility', () => {
  test.each(APPLICATION_STATES)('a file that is “%s” is admitted only from “filed”', (state) => {
    const expected = state === 'filed' ? null : state === 'correction_requested' ? 'correction-under-way' : 'application-state-forbids';
    expect(whyNotAdmit(state, [line('yes')])).toBe(expected);
  });

  test.each([null, 'to_check', 'no'] as const)('needs every criterion ticked “yes”, none %s', (verdict) => {
    expect(whyNotAdmit('filed', [line('yes'), line(verdict)])).toBe('admission-unchecked');
  });

  test('is refused by naming criteria, each ticked “no”', () => {
    const lines = [line('no', 'complete'), line('yes', 'lots'), line('no', 'document:statuts', 'b')];
    expect(whyNotRefuse('filed', lines, ['complete'], null, NOW)).toBeNull();
    expect(whyNotRefuse('filed', lines, [], null, NOW)).toBe('refusal-names-nothing');
    expect(whyNotRefuse('filed', lines, ['complete', 'lots'], null, NOW)).toBe('refusal-names-nothing');
    expect(whyNotRefuse('filed', lines, ['document:statuts'], null, NOW)).toBe('refusal-names-nothing');
    expect(whyNotRefuse('filed', lines, ['own:unknown'], null, NOW)).toBe('refusal-names-nothing');
  });

  test.each(APPLICATION_STATES)('a file that is “%s” is refused before it is admitted only', (state) => {
    const expected = ['filed', 'correction_requested'].includes(state) ? null : 'application-state-forbids';
    expect(whyNotRefuse(state, [line('no')], ['complete'], null, NOW)).toBe(expected);
  });

  test('waits for a correction that may still come', () => {
    const later = new Date(NOW.getTime() + 1);
    expect(whyNotRefuse('correction_requested', [line('no')], ['complete'], later, NOW)).toBe('correction-under-way');
    expect(whyNotRefuse('correction_requested', [line('no')], ['complete'], NOW, NOW)).toBeNull();
  });
});

describe('an act is undone', () => {
  const act = { action: 'assign', at: NOW, isUndone: false, isFollowed: false };
  test.each(UNDONE_ACTS)('when it was “%s”, within a day, while nothing followed', (action) => {
    const state = action === 'admit' ? 'admissible' : action === 'requestCorrection' ? 'correction_requested' : 'filed';
    expect(whyNotUndo({ ...act, action }, state, NOW)).toBeNull();
    expect(whyNotUndo({ ...act, action }, state, new Date(NOW.getTime() + UNDO_WITHIN_MS))).toBeNull();
    expect(whyNotUndo({ ...act, action }, state, new Date(NOW.getTime() + UNDO_WITHIN_MS + 1))).toBe('instruction-undo-too-late');
    expect(whyNotUndo({ ...act, action, isUndone: true }, state, NOW)).toBe('instruction-undo-too-late');
    expect(whyNotUndo({ ...act, action, isFollowed: true }, state, NOW)).toBe('instruction-undo-too-late');
  });

  test('never when the file is elsewhere by now, nor for other acts', () => {
    expect(whyNotUndo({ ...act, action: 'admit' }, 'under_review', NOW)).toBe('instruction-undo-too-late');
    expect(whyNotUndo({ ...act, action: 'requestCorrection' }, 'filed', NOW)).toBe('instruction-undo-too-late');
    expect(whyNotUndo({ ...act, action: 'writeNote' }, 'filed', NOW)).toBe('instruction-undo-too-late');
    expect(whyNotUndo(act, 'admissible', NOW)).toBeNull();
  });
});
