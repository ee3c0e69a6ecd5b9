import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/** Telephones of today take 50 megapixels. What is larger is refused from its header alone, before a pixel is decoded. */
export const MAX_PIXELS = 52_000_000;
/** Widths made of each photo, as far as it is wide enough; the JPEG is for what does not read WebP: old programs, mails, shared links. */
const WEBP_WIDTHS = [320, 640, 1_280, 2_560] as const;
const LARGEST = WEBP_WIDTHS[3];
const JPEG_WIDTH = 1_280;
const DECODE_SECONDS = 60;

// One image at a time on one core, and only the readers of what is accepted: no SVG, PDF or ImageMagick behind a wrong signature.
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
});

export interface Rendition {
  readonly format: 'webp' | 'jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: number;
  readonly path: string;
}

/** Reads the header only. @returns null when it is not readable */
export async function pixelsOf(path: string): Promise<number | null> {
  try {
    const { width, height } = await sharp(path, { limitInputPixels: false }).metadata();
    return width * height;
  } catch {
    return null;
  }
}

/**
 * Decodes the whole picture once, upright, and draws it again: what is written holds pixels and nothing else: no EXIF, no position,
 * no thumbnail, no bytes that another program could read as something else.
 * @returns null when it cannot be decoded to its end
 */
export async function makeRenditions(path: string, folder: string): Promise<Rendition[] | null> {
  const decoded = await decode(path);
  if (decoded === null) return null;
  const { data, info } = decoded;
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const draw = async (format: Rendition['format'], width: number): Promise<Rendition> => {
    const target = join(folder, `${width}.${format}`);
    const resized = sharp(data, { raw }).resize({ width });
    const encoded = format === 'webp' ? resized.webp({ quality: 78, effort: 3 }) : resized.jpeg({ quality: 80, progressive: true });
    const made = await encoded.toFile(target);
    return { format, widthPx: made.width, heightPx: made.height, bytes: (await stat(target)).size, path: target };
  };
  const renditions: Rendition[] = [];
  for (const width of widthsFor(info.width)) renditions.push(await draw('webp', width));
  renditions.push(await draw('jpeg', Math.min(JPEG_WIDTH, info.width)));
  return renditions;
}

async function decode(path: string) {
  try {
    return await sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true })
      .autoOrient()
      .resize({ width: LARGEST, height: LARGEST * 2, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .timeout({ seconds: DECODE_SECONDS })
      .raw()
      .toBuffer({ resolveWithObject: true });
  } catch {
    return null;
  }
}

/** Every width that is smaller, and the picture's own when it lies between two of them. @example widthsFor(900) // [320, 640, 900] */
export function widthsFor(ownWidth: number): number[] {
  const largest = Math.min(ownWidth, LARGEST);
  return [...WEBP_WIDTHS.filter((width) => width < largest), largest];
}
