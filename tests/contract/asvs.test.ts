import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ROOT = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const STATES = ['test', 'reason', 'not yet', 'not used'];
const PROOF = /^(api|tests|web)\/.*\.(test|spec)\.(ts|tsx|mjs)$/;

interface Row {
  readonly id: string;
  readonly level: string;
  readonly requirement: string;
  readonly state: string;
  readonly how: string;
  readonly proofs: readonly string[];
}

const rows: Row[] = read('docs/security/asvs.md')
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [, id = '', level = '', requirement = '', state = '', how = '', proof = ''] = line.split('|').map((cell) => cell.trim());
    return { id, level, requirement, state, how, proofs: [...proof.matchAll(/`([^`]+)`/g)].map(([, path]) => path!) };
  });

describe('the list of security requirements', () => {
  test('names each requirement of levels 1 and 2 of ASVS 5.0.0 once, and no other', () => {
    const wanted = read('tests/fixtures/asvs/levels-1-and-2.txt').trim().split('\n');
    expect(rows.map(({ id, level }) => `${id} ${level}`)).toEqual(wanted);
  });

  test('says of each where it stands, and how or why not', () => {
    const unclear = rows.filter(({ state, how, requirement }) => !STATES.includes(state) || how === '' || requirement === '');
    expect(unclear).toEqual([]);
  });

  test('names a test wherever it says “test”, and nowhere else', () => {
    expect(rows.filter(({ state, proofs }) => (state === 'test') !== proofs.length > 0)).toEqual([]);
  });

  test('names only tests that exist', () => {
    const gone = rows.flatMap(({ id, proofs }) =>
      proofs.filter((path) => !PROOF.test(path) || !existsSync(join(ROOT, path))).map((path) => `${id}: ${path}`),
    );
    expect(gone).toEqual([]);
  });
});
