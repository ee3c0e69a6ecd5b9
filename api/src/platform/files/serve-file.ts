import { StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Readable } from 'node:stream';
import type { FileName } from './file-store.js';

/** Nothing that somebody sent may act in our origin, whatever it manages to be. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
const PUBLIC_SECONDS = 600;

export interface ServedFile {
  readonly name: FileName;
  readonly type: string;
  readonly bytes: number;
  readonly fileName: string;
  /** `inline` for pictures we drew ourselves; everything else is downloaded. */
  readonly disposition: 'inline' | 'attachment';
  readonly isPrivate: boolean;
}

/** @returns null when the reader already has it (304) */
export async function serveFile(
  request: Request,
  response: Response,
  { name, type, bytes, fileName, disposition, isPrivate }: ServedFile,
  open: (name: FileName) => Promise<Readable>,
): Promise<StreamableFile | undefined> {
  response.set({
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Content-Disposition': `${disposition}; filename="${fileName}"`,
    'Cache-Control': isPrivate ? 'private, no-store' : `public, max-age=${PUBLIC_SECONDS}`,
    ...(isPrivate ? {} : { ETag: `"${name}"` }),
  });
  if (!isPrivate && request.fresh) {
    response.status(304);
    return undefined;
  }
  const stream = await open(name);
  response.once('close', () => stream.destroy());
  return new StreamableFile(stream, { type, length: bytes, disposition: `${disposition}; filename="${fileName}"` });
}
