import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { type FileName, type FileStore, keyOf } from './file-store.js';

/** Files of this machine. Written beside, flushed to the disk, then renamed: a half-written file never has a name. */
export class FolderStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(name: FileName, path: string): Promise<void> {
    const target = this.pathOf(name);
    const half = `${target}.${randomUUID()}.part`;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    try {
      await copyFile(path, half);
      await flush(half);
      await rename(half, target);
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
  }

  async has(name: FileName): Promise<boolean> {
    return access(this.pathOf(name)).then(
      () => true,
      () => false,
    );
  }

  async open(name: FileName): Promise<Readable> {
    const file = await open(this.pathOf(name), 'r');
    return createReadStream('', { fd: file });
  }

  async remove(name: FileName): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  private pathOf(name: FileName): string {
    return join(this.folder, keyOf(name));
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
