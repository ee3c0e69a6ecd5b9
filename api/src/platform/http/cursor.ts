import { z } from 'zod';
import { said } from './request-context.js';

/**
 * Keyset pagination (docs/adr/0008): the cursor is the sort key of the last line read, opaque to clients.
 * @example const after = cursorOf(z.tuple([z.int(), id])); // in the query schema
 */
export function cursorOf<T extends z.ZodType<readonly unknown[]>>(key: T) {
  return z
    .string()
    .max(600)
    .transform((text, context) => {
      const read = key.safeParse(decode(text));
      if (read.success) return read.data;
      context.addIssue({
        code: 'custom',
        message: said('curseur inconnu : reprenez la liste au début', 'unknown cursor: start the list again').error(),
      });
      return z.NEVER;
    })
    .meta({ description: 'Opaque cursor: the `next` of the previous page' });
}

export function encodeCursor(key: readonly (string | number | boolean | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Cuts the one extra line a query reads (`limit + 1`) and makes the cursor from the last line kept.
 * @param keyOf the sort key of a line, in the order of the query's ORDER BY
 */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number | boolean | null)[],
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
