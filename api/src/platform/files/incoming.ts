import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileName } from './file-store.js';

/** A file that arrived whole, outside the store, until somebody decides what becomes of it. */
export interface Incoming {
  readonly path: string;
  readonly name: FileName;
  readonly bytes: number;
}

/** The folder where files arrive and are worked on. Whatever stays there is rubbish: it has no name anywhere. */
export class IncomingFolder {
  constructor(readonly folder: string) {}

  /** Writes what comes, under a number of its own. Removed again when it does not come to its end. */
  async write(source: NodeJS.ReadableStream): Promise<Incoming> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, randomUUID());
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(source, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, name: hash.digest('hex'), bytes };
  }

  async discard({ path }: Pick<Incoming, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }

  /** A folder for the time of one task. */
  async withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = join(this.folder, randomUUID());
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** What a process that was killed left behind. */
  async sweep(before: Date): Promise<void> {
    for (const entry of await readdir(this.folder).catch(() => [] as string[])) {
      const path = join(this.folder, entry);
      const found = await stat(path).catch(() => null);
      if (found !== null && found.mtime < before) await rm(path, { recursive: true, force: true });
    }
  }
}
