import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from '../../platform/version.js';
import { pinnedPath, resultOf, type PinnedCase } from './match.pinned.js';

/** Red here = the method changed: give METHOD_VERSION in criteria.ts a new value and run `npm run generate`. */
describe('the version of the method', () => {
  const { cases } = JSON.parse(readFileSync(join(ROOT, pinnedPath), 'utf8')) as { cases: PinnedCase[] };

  it('has stored cases', () => {
    expect(cases.length).toBeGreaterThan(3);
  });

  it.each(cases.map((pinned, index) => ({ pinned, index })))('gives the stored result again, bit for bit (case $index)', ({ pinned }) => {
    expect(JSON.stringify(resultOf(pinned.need, pinned.options))).toBe(JSON.stringify(pinned.result));
  });
});
