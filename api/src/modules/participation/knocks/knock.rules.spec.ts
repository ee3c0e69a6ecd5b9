import { describe, expect, test } from '@jest/globals';
import { codeOf, KNOCK_ANSWERS, KNOCK_LETTER_STATES, nextKnockLetterState, readCode, whyNotJoin, whyNotWrite } from './knock.rules.js';

const NOW = new Date('2026-11-26T08:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const FACTS = { isLead: true, organisationCount: 2, lastWrittenAt: null, isStopped: false };

describe('knocking together', () => {
  test.each([
    ['at a lead, with a project that looks for a place', {}, true, null],
    ['without a project', {}, false, 'knock-needs-project'],
    ['at a place that somebody keeps', { isLead: false }, true, 'knock-leads-only'],
    ['where silence was asked for', { isStopped: true }, true, 'knock-stopped'],
  ] as const)('is joined %s', (_case, changes, hasProject, why) => {
    expect(whyNotJoin({ ...FACTS, ...changes }, hasProject)).toBe(why);
  });

  test.each([
    ['by two organisations', {}, true, null],
    ['by one alone', { organisationCount: 1 }, true, 'knock-too-few'],
    ['by one that has not joined', {}, false, 'knock-not-joined'],
    ['again after a week', { lastWrittenAt: daysAgo(7) }, true, 'knock-too-soon'],
    ['again after half a year', { lastWrittenAt: daysAgo(180) }, true, null],
    ['to someone who asked for silence, however long ago', { lastWrittenAt: daysAgo(900), isStopped: true }, true, 'knock-stopped'],
    ['to a place that somebody keeps by now', { isLead: false }, true, 'knock-leads-only'],
  ] as const)('writes a letter %s', (_case, changes, isParty, why) => {
    expect(whyNotWrite({ ...FACTS, ...changes }, isParty, NOW)).toBe(why);
  });

  test('lets whoever received the letter change their mind, and ends with silence', () => {
    for (const state of KNOCK_LETTER_STATES)
      for (const answer of KNOCK_ANSWERS) {
        const to = answer === 'stop' ? 'stopped' : answer;
        expect(nextKnockLetterState(state, answer)).toBe(state === 'stopped' ? null : to);
      }
  });

  test('prints a code that can be typed, and reads it however it is typed', () => {
    const code = codeOf(Uint8Array.from({ length: 32 }, (_, index) => index * 7));
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
    expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
    expect(readCode('ABC')).toBeNull();
  });
});
