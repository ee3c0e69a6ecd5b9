import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actSchema, canonicalJson, hashLine } from './act.js';

/** An archive that proves itself: files, their SHA-256, the lines of the journal about them, and which line says what of which file. */
export const MANIFEST = 'manifest.json';
export const JOURNAL = 'journal.json';

export const manifestSchema = z.object({
  format: z.literal('terrain-proof/1'),
  madeAt: z.iso.datetime(),
  /** Path → SHA-256 of its bytes; every file but the manifest itself. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  /** The line `seq` records, under `fact`, the SHA-256 of the canonical JSON (RFC 8785) of `file`. */
  claims: z.array(z.object({ seq: z.int(), fact: z.string(), file: z.string() })),
  /** What is published elsewhere, to be compared: the hash that one of the claims is about. */
  seal: z.string().nullable(),
});
export type Manifest = z.infer<typeof manifestSchema>;

const storedLine = actSchema.extend({ seq: z.int(), at: z.string(), previousHash: z.string(), hash: z.string() });

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** The faults of an archive, in words; none = nothing was altered. @param seal as read on the page of the results, if it was */
export function archiveFaults(files: ReadonlyMap<string, Buffer>, seal: string | null): string[] {
  const manifest = manifestSchema.safeParse(jsonOf(files.get(MANIFEST)));
  if (!manifest.success) return [`${MANIFEST} is missing, or cannot be read`];
  const { files: known, claims, seal: written } = manifest.data;
  const faults = [
    ...Object.entries(known).flatMap(([path, hash]) => {
      const bytes = files.get(path);
      if (bytes === undefined) return [`${path} is missing`];
      return sha256(bytes) === hash ? [] : [`${path} was altered`];
    }),
    ...[...files.keys()].filter((path) => path !== MANIFEST && !(path in known)).map((path) => `${path} was added`),
  ];
  const lines = z.array(storedLine).safeParse(jsonOf(files.get(JOURNAL)));
  if (!lines.success) return [...faults, `${JOURNAL} is missing, or cannot be read`];
  for (const [index, { hash, ...line }] of lines.data.entries()) {
    if (hashLine(line) !== hash) faults.push(`act ${line.seq} no longer matches its own hash`);
    const before = lines.data[index - 1];
    if (before === undefined) continue;
    if (before.seq >= line.seq) faults.push(`act ${line.seq} is out of order`);
    if (before.seq + 1 === line.seq && before.hash !== line.previousHash) faults.push(`act ${line.seq} does not follow act ${before.seq}`);
  }
  for (const { seq, fact, file } of claims) {
    const told = lines.data.find((line) => line.seq === seq)?.facts[fact];
    const content = jsonOf(files.get(file));
    if (content === undefined || told !== sha256(canonicalJson(content))) faults.push(`${file} is not what act ${seq} records`);
  }
  if (seal !== null && seal !== written) faults.push('the seal is not the one that was given');
  if (written !== null && !claims.some(({ seq, fact }) => lines.data.find((line) => line.seq === seq)?.facts[fact] === written))
    faults.push('no act records the seal');
  return faults;
}

function jsonOf(bytes: Buffer | undefined): unknown {
  try {
    return bytes === undefined ? undefined : (JSON.parse(bytes.toString('utf8')) as unknown);
  } catch {
    return undefined;
  }
}
