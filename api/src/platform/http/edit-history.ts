import { z } from 'zod';
import { cursorOf } from './cursor.js';
import { id, instant, limit } from './fields.js';

const change = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });
export type Change = z.infer<typeof change>;

/**
 * Who changed what of a thing, and when, the latest first.
 * @param version of the thing after the act; what it says when it had none
 * @param more what only this kind of thing tells of an act
 */
export function historyOf<V extends z.ZodType, M extends z.ZodRawShape>(version: V, more: M) {
  return z.object({
    items: z.array(
      z.object({
        id,
        at: instant,
        version,
        who: z.string().nullable().meta({ description: 'Null when the person erased their account, or for the service itself' }),
        action: z.string(),
        fromState: z.string().nullable(),
        toState: z.string(),
        reason: z.string().nullable(),
        note: z.string().nullable(),
        changes: z.array(change),
        ...more,
      }),
    ),
    next: z.string().nullable(),
  });
}

export const historySearch = z.object({ cursor: cursorOf(z.tuple([id])).optional(), limit });
export type HistorySearch = z.infer<typeof historySearch>;
