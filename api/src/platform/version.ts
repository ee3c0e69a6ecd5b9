import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

// `src/platform` and `dist/chunks` are equally deep, so one path serves both.
const manifest = fileURLToPath(new URL('../../package.json', import.meta.url));

export const VERSION = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8'))).version;

/** Root of the checkout (or of the image), where generated documents and the built web pages live. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
