import { createHash } from 'node:crypto';
import { z } from 'zod';

const text = z.string().min(1).max(2_000);

/** Something someone did, in the past tense: who, what, on what, from which state to which, and why. */
export const actSchema = z.object({
  actor: z.object({ kind: z.enum(['person', 'system', 'import']), id: text.nullable() }),
  /** Verb of the use case: `publish-site`. */
  action: text,
  thing: z.object({ kind: text, id: text }),
  organisationId: text.nullable().default(null),
  from: text.nullable().default(null),
  to: text.nullable().default(null),
  why: text.nullable().default(null),
  /** Values worth proving later. Never personal data: the journal cannot forget. */
  facts: z.record(z.string(), z.json()).default({}),
});
export type Act = z.input<typeof actSchema>;

/** A line of the journal as it is hashed and stored. */
export interface JournalLine extends z.output<typeof actSchema> {
  readonly seq: number;
  /** ISO 8601 in UTC, milliseconds. */
  readonly at: string;
  readonly previousHash: string;
}

export const FIRST_HASH = '0'.repeat(64);

/** SHA-256 of the line's canonical JSON, which contains the previous line's hash: changing one line breaks all that follow. */
export function hashLine(line: JournalLine): string {
  return createHash('sha256').update(canonicalJson(line)).digest('hex');
}

/** JSON with sorted keys and no spaces (as RFC 8785 for the values we store), so that storage as jsonb cannot change it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}
