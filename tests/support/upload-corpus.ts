import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Files as people and attackers send them, made here so that nothing dangerous is kept in the repository. */

/** Noise, so that it weighs something; with a position, a device and an orientation as telephones write them. */
export async function photoOfATelephone({ widthPx = 800, heightPx = 600, orientation = 6 } = {}): Promise<Buffer> {
  const raw = { width: widthPx, height: heightPx, channels: 3 as const };
  return sharp(noise(widthPx * heightPx * 3), { raw })
    .jpeg({ quality: 70 })
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Make: 'SECRET-DEVICE', Software: 'SECRET-SOFTWARE' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 51/1 3525/100', GPSLongitudeRef: 'E', GPSLongitude: '5/1 20/1 1500/100' },
    })
    .toBuffer();
}

export async function plainPhoto(format: 'jpeg' | 'png' | 'webp' | 'avif' = 'jpeg', widthPx = 700): Promise<Buffer> {
  const create = { width: widthPx, height: 400, channels: 3 as const, background: { r: 200, g: 120, b: randomBytes(1)[0]! } };
  return sharp({ create }).toFormat(format).toBuffer();
}

function noise(bytes: number): Buffer {
  const tile = randomBytes(65_536);
  return Buffer.alloc(bytes, tile);
}

function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A few hundred bytes that say they are a picture of any size. */
export function pngOfSize(widthPx: number, heightPx: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Thirty kilobytes that become thirty megabytes. */
export function zipBomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(30_000_000));
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.set([20, 0, 0, 0, 8, 0], 4);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(30_000_000, 22);
  head.writeUInt16LE(5, 26);
  return Buffer.concat([head, Buffer.from('b.txt'), packed]);
}

export const GIF_AND_SCRIPT = Buffer.from('GIF89a/*\x01\x00\x01\x00*/=1;alert(document.cookie);//\x3b', 'latin1');
export const SVG_WITH_SCRIPT = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(document.domain)</script></svg>',
);
export const HTML_PAGE = Buffer.from('<!doctype html><html><script>alert(1)</script></html>');
export const PROGRAM = Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), randomBytes(500)]);

/** A true picture with a script in its comment: a browser that guesses could run it. */
export async function jpegWithScript(script: string): Promise<Buffer> {
  const jpeg = await plainPhoto();
  const text = Buffer.from(script);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
}

const pdfOf = (...objects: string[]): Buffer =>
  Buffer.from(`%PDF-1.7\n${objects.join('\n')}\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`, 'latin1');
const CATALOGUE = '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj';

export const plainPdf = (note = ''): Buffer => pdfOf(CATALOGUE, `3 0 obj (${note}) endobj`);
export const encryptedPdf = (): Buffer => pdfOf(CATALOGUE, '9 0 obj << /Encrypt 10 0 R >> endobj');
export const pdfWithScript = (name = '/JavaScript'): Buffer =>
  pdfOf(`1 0 obj << /Type /Catalog /OpenAction << /S ${name} /JS (app.alert\\(1\\)) >> >> endobj`);

/** The script hides in a compressed object stream, where a plain search does not see it. */
export function pdfWithHiddenScript(filter = '/FlateDecode'): Buffer {
  const hidden = deflateSync(Buffer.from('4 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>'));
  const body = filter === '/FlateDecode' ? hidden : Buffer.from(`${hidden.toString('hex')}>`);
  const head = Buffer.from(
    `%PDF-1.7\n${CATALOGUE}\n5 0 obj << /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${body.length} >>\nstream\n`,
    'latin1',
  );
  return Buffer.concat([head, body, Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF\n')]);
}

/** A form as a browser sends it, with a file name that no client library would let through. */
export function formWith(fileName: string | Buffer, content: Buffer, boundary = 'limit-of-the-tests'): Buffer {
  const head = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="`),
    Buffer.from(fileName),
    Buffer.from('"\r\nContent-Type: image/jpeg\r\n\r\n'),
  ]);
  return Buffer.concat([head, content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}
