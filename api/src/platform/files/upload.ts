import busboy from 'busboy';
import type { Request } from 'express';
import { problem, type Problem } from '../http/problem.js';
import type { ProblemCode } from '../http/problem.table.js';
import { titleOf } from './file-title.js';
import type { Incoming, IncomingFolder } from './incoming.js';

export interface Upload extends Incoming {
  /** From the name it was sent under; for people only. */
  readonly title: string | null;
}

/** The head of the one part, its boundaries. */
const ENVELOPE_BYTES = 16_384;
/** What is refused halfway leaves bytes on the line that nobody will read. */
const CLOSE = { Connection: 'close' };

/**
 * Receives the one file of a `multipart/form-data` request as it comes: nothing is held in memory, and nothing of it stays on
 * the disk when it is too long, is not alone, or stops halfway.
 * @throws Problem
 */
export async function receiveUpload(request: Request, incoming: IncomingFolder, maxBytes: number): Promise<Upload> {
  refuseByItsHead(request, maxBytes);
  const upload = await parse(request, incoming, maxBytes);
  if (upload.bytes > 0) return upload;
  await incoming.discard(upload);
  throw refused('upload-expected');
}

/** What can be said before a byte is read. @throws Problem */
export function refuseByItsHead(request: Request, maxBytes: number): void {
  if (!request.is('multipart/form-data')) throw refused('upload-expected');
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + ENVELOPE_BYTES) throw tooLarge(maxBytes);
}

async function parse(request: Request, incoming: IncomingFolder, maxBytes: number): Promise<Upload> {
  const parser = parserOf(request, maxBytes);
  const arrival: { writing: Promise<Upload> | null } = { writing: null };
  const parsed = new Promise<void>((resolve, reject) => {
    parser.on('file', (_field, stream, { filename }) => {
      // Told a second time when the parser is destroyed, to nobody.
      stream.on('error', () => undefined);
      stream.on('limit', () => stream.destroy(tooLarge(maxBytes)));
      arrival.writing = incoming.write(stream).then((file) => ({ ...file, title: titleOf(filename) }));
      arrival.writing.catch(reject);
    });
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) parser.on(limit, () => reject(refused('upload-expected')));
    parser.on('error', reject).on('close', resolve);
    request.on('close', () => {
      if (!request.complete) reject(refused('upload-interrupted'));
    });
  });
  request.pipe(parser);
  try {
    await parsed;
    if (arrival.writing === null) throw refused('upload-expected');
    return await arrival.writing;
  } catch (error) {
    request.unpipe(parser);
    parser.destroy();
    request.resume();
    await discardWhenWritten(arrival.writing, incoming);
    throw asProblem(error);
  }
}

function parserOf(request: Request, maxBytes: number): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      // One byte more, so that a file of exactly the size allowed is not taken for one that was cut.
      limits: { files: 1, fields: 0, parts: 2, fileSize: maxBytes + 1, headerPairs: 20 },
    });
  } catch {
    throw refused('upload-expected');
  }
}

async function discardWhenWritten(writing: Promise<Upload> | null, incoming: IncomingFolder): Promise<void> {
  const written = await writing?.catch(() => null);
  if (written) await incoming.discard(written);
}

/** Anything else is what the parser says of a form that is not one. */
function asProblem(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === 'Problem' || 'syscall' in error) return error;
  return refused(error.message.startsWith('Malformed') ? 'upload-expected' : 'upload-interrupted');
}

function refused(code: ProblemCode): Problem {
  return problem(code, { headers: CLOSE });
}

function tooLarge(maxBytes: number): Problem {
  return problem('file-too-large', { facts: { maxBytes }, headers: CLOSE });
}
