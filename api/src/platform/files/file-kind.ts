import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';

/** What is accepted, by content. A name or a declared type proves nothing and is never asked. */
const ACCEPTED = {
  'image/jpeg': 'photo',
  'image/png': 'photo',
  'image/webp': 'photo',
  'image/avif': 'photo',
  'application/pdf': 'document',
} as const;
export type FileType = keyof typeof ACCEPTED;
export type FileKind = (typeof ACCEPTED)[FileType];
export const FILE_TYPES = Object.keys(ACCEPTED) as readonly FileType[];

/** Signatures are at the start; an archive that hides further on is none of ours. */
const READ_BYTES = 4_100;

/** @returns what the bytes are; `found` is null when they are nothing known, such as a text, a script or an SVG */
export async function kindOfFile(path: string): Promise<{ type: FileType; kind: FileKind } | { found: string | null }> {
  const found = (await fileTypeFromBuffer(await firstBytes(path)))?.mime ?? null;
  const type = FILE_TYPES.find((accepted) => accepted === found);
  return type === undefined ? { found } : { type, kind: ACCEPTED[type] };
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(READ_BYTES), 0, READ_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
