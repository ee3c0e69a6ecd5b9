import { describe, expect, test } from '@jest/globals';
import { FIRST_HASH, hashLine } from './act.js';
import { archiveFaults, sha256 } from './proof-archive.js';

const RESULTS = { who: 'Les Clés' };
const SEAL = sha256('{"who":"Les Clés"}');

function archive(changes: Readonly<Record<string, unknown>> = {}, alter: (lines: Record<string, unknown>[]) => void = () => undefined) {
  const line = (seq: number, previousHash: string, facts: Record<string, string>) => {
    const act = {
      ...{ actor: { kind: 'person' as const, id: '1' }, action: 'publish', thing: { kind: 'call', id: '1' }, organisationId: null },
      ...{ from: null, to: null, why: null, facts, seq, at: '2027-01-01T00:00:00.000Z', previousHash },
    };
    return { ...act, hash: hashLine(act) };
  };
  const first = line(7, FIRST_HASH, {});
  const lines: Record<string, unknown>[] = [first, line(8, first.hash, { results: SEAL })];
  alter(lines);
  const files: Record<string, string> = { 'results.json': JSON.stringify(RESULTS, null, 2), 'journal.json': JSON.stringify(lines) };
  const manifest = {
    format: 'terrain-proof/1',
    madeAt: '2027-01-01T00:00:00.000Z',
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, sha256(text)])),
    claims: [{ seq: 8, fact: 'results', file: 'results.json' }],
    seal: SEAL,
    ...changes,
  };
  return new Map(Object.entries({ ...files, 'manifest.json': JSON.stringify(manifest) }).map(([path, text]) => [path, Buffer.from(text)]));
}

describe('an archive that proves itself', () => {
  test('is intact as it was made, under the seal that was published', () => {
    expect(archiveFaults(archive(), null)).toEqual([]);
    expect(archiveFaults(archive(), SEAL)).toEqual([]);
    expect(archiveFaults(archive(), 'f'.repeat(64))).toEqual(['the seal is not the one that was given']);
  });

  test('tells what was altered, added or taken away', () => {
    expect(archiveFaults(new Map([...archive(), ['results.json', Buffer.from('{"who":"Nous"}')]]), null)).toEqual([
      'results.json was altered',
      'results.json is not what act 8 records',
    ]);
    expect(archiveFaults(new Map([...archive(), ['more.txt', Buffer.from('')]]), null)).toEqual(['more.txt was added']);
    expect(archiveFaults(new Map([...archive()].filter(([path]) => path !== 'results.json')), null)).toContain('results.json is missing');
    expect(archiveFaults(new Map(), null)).toEqual(['manifest.json is missing, or cannot be read']);
  });

  test('is not fooled by a line of the journal written again, even when every fingerprint of a file is made to fit', () => {
    const other = sha256('{"who":"Nous"}');
    const rewritten = archive({ seal: other }, (lines) => Object.assign(lines[1] as object, { facts: { results: other } }));
    expect(archiveFaults(rewritten, null)).toEqual(['act 8 no longer matches its own hash', 'results.json is not what act 8 records']);
    const moved = archive({}, (lines) => lines.reverse());
    expect(archiveFaults(moved, null)).toContain('act 7 is out of order');
    const cut = archive({}, (lines) => Object.assign(lines[1] as object, { previousHash: 'a'.repeat(64) }));
    expect(archiveFaults(cut, null)).toContain('act 8 does not follow act 7');
    expect(archiveFaults(archive({ claims: [] }), null)).toEqual(['no act records the seal']);
  });
});
