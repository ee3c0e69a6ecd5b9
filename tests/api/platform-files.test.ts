import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type FileStore, keyOf } from '../../api/src/platform/files/file-store.js';
import { FolderStore } from '../../api/src/platform/files/folder-store.js';
import { S3Store } from '../../api/src/platform/files/s3-store.js';
import { temporaryFolder } from '../support/mailbox.js';
import { startObjectStore } from '../support/object-store.js';

const place = { region: 'garage', bucket: 'terrain', accessKey: 'GK1', secretKey: 'of the tests' };
let bucket: Awaited<ReturnType<typeof startObjectStore>>;
let sent: ReturnType<typeof temporaryFolder>;
let kept: ReturnType<typeof temporaryFolder>;
const stores: Partial<Record<string, FileStore>> = {};

beforeAll(async () => {
  bucket = await startObjectStore();
  [sent, kept] = [temporaryFolder('terrain-sent-'), temporaryFolder('terrain-kept-')];
  stores['a folder'] = new FolderStore(kept.folder);
  stores['an object store'] = new S3Store({ ...place, endpoint: bucket.url });
});
afterAll(() => {
  bucket.stop();
  sent.remove();
  kept.remove();
});

function givenFile(content: string): { name: string; path: string; bytes: number } {
  const path = join(sent.folder, randomUUID());
  writeFileSync(path, content);
  return { name: createHash('sha256').update(content).digest('hex'), path, bytes: Buffer.byteLength(content) };
}

describe.each(['a folder', 'an object store'])('files in %s', (kind) => {
  test('are there whole under the hash of their content, or not at all', async () => {
    const store = stores[kind]!;
    const { name, path, bytes } = givenFile(`Vue de la halle, ${kind}`);
    expect(await store.has(name)).toBe(false);
    await store.put(name, path, bytes);
    await store.put(name, path, bytes);
    expect(await store.has(name)).toBe(true);
    expect((await buffer(await store.open(name))).toString()).toBe(`Vue de la halle, ${kind}`);
    await store.remove(name);
    await store.remove(name);
    expect(await store.has(name)).toBe(false);
    await expect(store.open(name)).rejects.toThrow();
  });

  test('have no other name: a path leads nowhere', async () => {
    for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`])
      await expect((async () => stores[kind]!.open(name))()).rejects.toThrow('Not the name of a stored file');
  });
});

test('a copy that fails halfway leaves no name and no half of a file', async () => {
  const { name } = givenFile('jamais là');
  await expect(stores['a folder']!.put(name, join(sent.folder, 'gone'), 9)).rejects.toThrow();
  expect(readdirSync(kept.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toEqual([]);
  expect(keyOf(name)).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{62}$/);
});

test('an object store that refuses is an error, not an absence', async () => {
  bucket.stop();
  const unreachable = new S3Store({ ...place, endpoint: 'http://127.0.0.1:1' });
  await expect(unreachable.has(givenFile('x').name)).rejects.toThrow();
});
