import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import {
  binaryFormat,
  byteEncoding,
  ByteInspector,
  isGzip,
  LF,
  unicodeMark,
  type ByteFacts,
  type Encoding,
} from './byte-inspection.rules.js';
import { ImportProblem } from '../import.problems.js';

/** What is known of a file after reading it once from end to end, before anything is imported from it. */
export interface InspectedFile {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly gzip: boolean;
  readonly encoding: Encoding;
  readonly json: boolean;
  /** Size once decompressed, for the progress bar. */
  readonly textBytes: number;
  readonly lineEnding: 'CRLF' | 'LF' | 'CR';
  /** Bytes that are not valid in the encoding found. */
  readonly brokenBytes: number;
}

export const MAX_LINE_BYTES = 16 * 1024 * 1024;
const MAX_TEXT_BYTES = 4 * 1024 ** 3;

/** Reads everything once: whole archive, size, encoding, line lengths, fingerprint. Throws one `ImportProblem`. */
export async function inspectFile(path: string): Promise<InspectedFile> {
  const name = basename(path);
  const head = await readHead(path, name);
  const gzip = isGzip(head);
  const hash = createHash('sha256');
  const inspector = new ByteInspector();
  let textHead = new Uint8Array();
  let json = false;
  const compressed = new PassThrough();
  try {
    await pipeline(
      createReadStream(path),
      async function* (source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          hash.update(chunk);
          yield chunk;
        }
      },
      gzip ? createGunzip() : compressed,
      async (source: AsyncIterable<Buffer>) => {
        for await (const chunk of source) {
          if (textHead.length < 4096) {
            textHead = Buffer.concat([textHead, chunk]).subarray(0, 4096);
            json = looksJson(textHead);
          }
          inspector.add(chunk);
          refuseEarly(inspector.facts, name, json, textHead);
        }
      },
    );
  } catch (error) {
    throw asProblem(error, name);
  }
  const facts = inspector.facts;
  if (facts.bytes === 0) throw new ImportProblem('file_empty', { file: name });
  const encoding = unicodeMark(textHead) ?? byteEncoding(facts);
  return {
    path,
    name,
    sha256: hash.digest('hex'),
    gzip,
    encoding,
    json,
    textBytes: facts.bytes,
    lineEnding: facts.lf === 0 ? (textHead.includes(13) ? 'CR' : 'LF') : facts.crlf > facts.lf / 2 ? 'CRLF' : 'LF',
    brokenBytes: encoding.startsWith('utf-8') ? facts.invalidUtf8 : 0,
  };
}

async function readHead(path: string, name: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw Object.assign(new Error(), { code: 'EISDIR' });
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
      if (bytesRead === 0) throw new ImportProblem('file_empty', { file: name });
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof ImportProblem) throw error;
    throw new ImportProblem('file_not_found', { file: path, detail: errorCode(error) });
  }
}

function looksJson(head: Uint8Array): boolean {
  const text = new TextDecoder(unicodeMark(head)?.replace('-bom', '') ?? 'utf-8').decode(head).trimStart();
  return text.startsWith('{') || text.startsWith('[');
}

/** A binary or a line without end is known long before its last byte. */
function refuseEarly(facts: ByteFacts, name: string, json: boolean, head: Uint8Array): void {
  const format = binaryFormat(head);
  const wide = unicodeMark(head)?.startsWith('utf-16') ?? false;
  if (format !== null || (!wide && (facts.hasNul || facts.controls > 8 + facts.bytes / 100))) {
    throw new ImportProblem('file_binary', { file: name, detail: format ?? { fr: 'contenu binaire', en: 'binary content' } });
  }
  if (!json && facts.longestLine > MAX_LINE_BYTES) {
    throw new ImportProblem('line_too_long', { file: name, line: facts.lf + 1, limit: MAX_LINE_BYTES / 1024 ** 2 });
  }
  if (facts.bytes > MAX_TEXT_BYTES) throw new ImportProblem('file_too_large', { file: name, limit: MAX_TEXT_BYTES / 1024 ** 3 });
}

function asProblem(error: unknown, name: string): Error {
  if (error instanceof ImportProblem) return error;
  const code = errorCode(error);
  if (code === 'Z_BUF_ERROR') {
    return new ImportProblem('file_cut', {
      file: name,
      detail: { fr: 'l’archive gzip s’arrête avant sa fin', en: 'the gzip archive stops before its end' },
    });
  }
  if (code.startsWith('Z_')) {
    return new ImportProblem('file_damaged', { file: name, detail: { fr: 'archive gzip illisible', en: 'unreadable gzip archive' } });
  }
  return new ImportProblem('file_not_found', { file: name, detail: code });
}

function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}

/** The text of an inspected file, line ends made LF; `onBytes` reports how far it has been read. */
export function openText(file: InspectedFile, onBytes: (total: number) => void): Readable {
  const raw = createReadStream(file.path);
  const bytes = file.gzip ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => bytes.destroy(error));
  bytes.on('close', () => raw.destroy());
  return Readable.from(decode(bytes, file.encoding, onBytes));
}

async function* decode(source: AsyncIterable<Buffer>, encoding: Encoding, onBytes: (total: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding);
  let total = 0;
  let heldReturn = '';
  for await (const chunk of source) {
    onBytes((total += chunk.length));
    let text = heldReturn + decoder.decode(chunk, { stream: true });
    heldReturn = text.endsWith('\r') ? '\r' : '';
    if (heldReturn) text = text.slice(0, -1);
    yield text.replace(/\r\n?/g, String.fromCharCode(LF));
  }
  const rest = heldReturn.replace('\r', '\n') + decoder.decode();
  if (rest) yield rest;
}
