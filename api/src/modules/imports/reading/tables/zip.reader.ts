import { type Readable, Transform, type TransformCallback } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ImportProblem } from '../../import.problems.js';
import { TABLE_LIMITS } from './table.types.js';

/** The parts of an archive, by name; each is read as a stream that stops when it yields more than it may. */
export class ZipArchive {
  private leftBytes: number = TABLE_LIMITS.archiveBytes;

  private constructor(
    private readonly file: string,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Reads the directory only. @throws ImportProblem when the archive is damaged, encrypted, or made to explode */
  static async open(path: string, file: string): Promise<ZipArchive> {
    const entries = new Map<string, Entry>();
    try {
      const zip = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true });
      try {
        for await (const entry of zip.eachEntry()) {
          if (entries.size >= TABLE_LIMITS.archiveEntries) throw bomb(file);
          if (entry.isEncrypted()) throw damaged(file, 'archive protégée par un mot de passe', 'archive protected by a password');
          if (explodes(entry.compressedSize, entry.uncompressedSize)) throw bomb(file);
          if (entries.has(entry.fileName)) throw damaged(file, 'deux éléments du même nom', 'two entries of the same name');
          entries.set(entry.fileName, entry);
        }
      } catch (error) {
        zip.close();
        throw error;
      }
      return new ZipArchive(file, zip, entries);
    } catch (error) {
      throw error instanceof ImportProblem ? error : damaged(file, 'archive illisible', 'unreadable archive');
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  sizeOf(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Text of one part, in pieces. */
  async *text(name: string): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8');
    for await (const chunk of this.bytes(name)) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  }

  async whole(name: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.bytes(name)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  async *bytes(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw damaged(this.file, `il manque ${name}`, `${name} is missing`);
    let stream: Readable | null = null;
    try {
      const packed = await this.zip.openReadStreamPromise(entry);
      stream = packed.pipe(this.limited());
      packed.on('error', (error) => stream?.destroy(error));
      for await (const chunk of stream as AsyncIterable<Buffer>) yield chunk;
    } catch (error) {
      throw error instanceof ImportProblem ? error : damaged(this.file, `${name} illisible`, `${name} unreadable`);
    } finally {
      stream?.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }

  /** Whatever sizes the directory announced, what comes out is counted. */
  private limited(): Transform {
    const count = (chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) => {
      this.leftBytes -= chunk.length;
      if (this.leftBytes < 0) done(bomb(this.file));
      else done(null, chunk);
    };
    return new Transform({ transform: count });
  }
}

function explodes(packed: number, whole: number): boolean {
  if (whole > TABLE_LIMITS.archiveBytes) return true;
  return whole > TABLE_LIMITS.archiveRatioFromBytes && whole > packed * TABLE_LIMITS.archiveRatio;
}

function bomb(file: string): ImportProblem {
  return new ImportProblem('archive_bomb', { file, limit: TABLE_LIMITS.archiveBytes / 1024 ** 2 });
}
function damaged(file: string, fr: string, en: string): ImportProblem {
  return new ImportProblem('file_damaged', { file, detail: { fr, en } });
}
