/** What the bytes of a text say, found in one pass without keeping them. */
export interface ByteFacts {
  bytes: number;
  lines: number;
  longestLine: number;
  hasNul: boolean;
  controls: number;
  validMultibyte: number;
  invalidUtf8: number;
  crlf: number;
  lf: number;
}

export const LF = 10;
const CR = 13;

/** Folds chunks into facts. A UTF-8 sequence or a CRLF may straddle two chunks. */
export class ByteInspector {
  readonly facts: ByteFacts = {
    bytes: 0,
    lines: 0,
    longestLine: 0,
    hasNul: false,
    controls: 0,
    validMultibyte: 0,
    invalidUtf8: 0,
    crlf: 0,
    lf: 0,
  };
  private lineLength = 0;
  private continuation = 0;
  private previous = 0;

  add(chunk: Uint8Array): void {
    const facts = this.facts;
    facts.bytes += chunk.length;
    for (const byte of chunk) {
      if (this.continuation > 0) {
        if ((byte & 0xc0) === 0x80) {
          if (--this.continuation === 0) facts.validMultibyte++;
        } else {
          facts.invalidUtf8++;
          this.continuation = 0;
          this.start(byte);
        }
      } else this.start(byte);
      if (byte === LF) {
        facts.lf++;
        if (this.previous === CR) facts.crlf++;
        facts.longestLine = Math.max(facts.longestLine, this.lineLength);
        this.lineLength = 0;
      } else this.lineLength++;
      this.previous = byte;
    }
    facts.longestLine = Math.max(facts.longestLine, this.lineLength);
    facts.lines = facts.lf + (this.lineLength > 0 ? 1 : 0);
  }

  private start(byte: number): void {
    if (byte >= 0x80) {
      if (byte >= 0xc2 && byte <= 0xdf) this.continuation = 1;
      else if (byte >= 0xe0 && byte <= 0xef) this.continuation = 2;
      else if (byte >= 0xf0 && byte <= 0xf4) this.continuation = 3;
      else this.facts.invalidUtf8++;
    } else if (byte === 0) this.facts.hasNul = true;
    else if (byte < 32 && byte !== 9 && byte !== LF && byte !== CR && byte !== 12) this.facts.controls++;
  }
}

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** UTF-16 by its mark, or by the zero in every other byte of plain letters. */
export function unicodeMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8-bom';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const sample = head.subarray(0, 64);
  if (sample.length < 8) return null;
  const zerosAt = (parity: number) => sample.filter((byte, at) => at % 2 === parity && byte === 0).length;
  if (zerosAt(1) >= sample.length / 2 - 2 && zerosAt(0) === 0) return 'utf-16le';
  if (zerosAt(0) >= sample.length / 2 - 2 && zerosAt(1) === 0) return 'utf-16be';
  return null;
}

/** A few broken bytes in a text otherwise clearly UTF-8 do not make it Windows-1252: that would garble every accent. */
export function byteEncoding(facts: ByteFacts): Encoding {
  return facts.invalidUtf8 === 0 || facts.validMultibyte > 10 * facts.invalidUtf8 ? 'utf-8' : 'windows-1252';
}

const MAGIC: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'ZIP, XLSX, ODS'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'XLS, DOC'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'SQLite, GeoPackage'],
  [[0x42, 0x5a, 0x68], 'BZIP2'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'XZ'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7-Zip'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
];
export function binaryFormat(head: Uint8Array): string | null {
  return MAGIC.find(([magic]) => magic.every((byte, at) => head[at] === byte))?.[1] ?? null;
}
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}
