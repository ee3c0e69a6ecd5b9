import { describe, expect, test } from '@jest/globals';
import { PATH_RULE_IDS, PATH_RULES } from './legal-path.rules.js';
import { CLOSED_PATHS, silenceEnds, STEP_RULES, whyNotAct, whyNotTick } from './legal-steps.rules.js';
import { LEGAL_ACTS, type Step, STEPS } from './legal.vocabulary.js';
import { LEGAL_RULES } from './words/legal.words.js';

const subsets = (steps: readonly Step[]): Set<Step>[] =>
  steps.reduce<Set<Step>[]>((sets, step) => [...sets, ...sets.map((set) => new Set([...set, step]))], [new Set()]);

test('no act is let through while a step of its path that holds it back is not done, whatever else was done', () => {
  for (const rule of PATH_RULE_IDS) {
    const { path, steps } = PATH_RULES[rule];
    for (const act of LEGAL_ACTS) {
      const needed = steps.filter((step) => (STEP_RULES[step].holdsBack as readonly string[]).includes(act));
      for (const done of subsets(STEPS)) {
        const isOpen = !(CLOSED_PATHS as readonly string[]).includes(path);
        const allDone = needed.every((step) => done.has(step));
        if ((whyNotAct(act, { path, steps }, done) === null) !== (isOpen && allDone)) throw new Error(`${rule} ${act} ${[...done].join()}`);
      }
    }
  }
});

test('without answers nothing may be done', () => {
  for (const act of LEGAL_ACTS) expect(whyNotAct(act, null, new Set(STEPS))).toEqual({ step: 'answers', path: null });
});

test('a step is said to be done in its order, once, and never what the product or the clock notes', () => {
  const { path, steps } = PATH_RULES['private-sale'];
  expect(whyNotTick('decision', { path, steps }, new Set(['answers']))).toBe('legal-step-too-early');
  expect(whyNotTick('valuation', { path, steps }, new Set(['answers']))).toBeNull();
  expect(whyNotTick('valuation', { path, steps }, new Set(['answers', 'valuation']))).toBe('legal-step-done');
  expect(whyNotTick('publicity', PATH_RULES['public-called'], new Set(['answers']))).toBe('legal-step-not-in-path');
  expect(whyNotTick('valuation', PATH_RULES['public-called'], new Set(STEPS))).toBe('legal-step-not-in-path');
});

describe('silence', () => {
  test.each([
    ['2026-12-10T09:00:00.000Z', '2027-02-10T09:00:00.000Z'],
    ['2026-12-31T09:00:00.000Z', '2027-02-28T09:00:00.000Z'],
    ['2027-07-31T00:00:00.000Z', '2027-09-30T00:00:00.000Z'],
  ])('received %s, refused %s', (received, ends) => {
    expect(silenceEnds(new Date(received)).toISOString()).toBe(ends);
  });
});

test('each rule has its article and its words in both languages, without straight apostrophes', () => {
  for (const { key, words } of LEGAL_RULES) {
    const said = [words.article, words.fr.title, words.fr.text, words.en.title, words.en.text];
    if (said.some((text) => text.trim() === '' || text.includes("'"))) throw new Error(key);
  }
  expect(new Set(LEGAL_RULES.map(({ key }) => key)).size).toBe(LEGAL_RULES.length);
});
