import type { Readable } from 'node:stream';

/** SHA-256 of the bytes, in hexadecimal: the only name a stored file has, whatever people call it. */
export type FileName = string;

export const FILE_STORE = Symbol('FileStore');

/** Where bytes are kept: a folder of this machine, or a bucket. A name is either whole there or not there at all. */
export interface FileStore {
  /** Copies a file of this machine under its name. Doing it twice changes nothing. */
  put(name: FileName, path: string, bytes: number): Promise<void>;
  has(name: FileName): Promise<boolean>;
  /** @throws Error when the name is not there */
  open(name: FileName): Promise<Readable>;
  /** Nothing to remove is no fault. */
  remove(name: FileName): Promise<void>;
}

/** `ab/cdef…`: no folder with a million files in it. */
export function keyOf(name: FileName): string {
  if (!/^[0-9a-f]{64}$/.test(name)) throw new Error('Not the name of a stored file');
  return `${name.slice(0, 2)}/${name.slice(2)}`;
}
