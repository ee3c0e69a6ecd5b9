import { z } from 'zod';
import { cursorOf } from '../../platform/http/cursor.js';
import { id } from '../../platform/http/fields.js';
import { problem } from '../../platform/http/problem.js';
import type { MatchKey } from './matching.queries.js';

const matchCursor = cursorOf(z.tuple([z.int(), z.int(), z.int(), id]));

/** @throws problem 422 when it is none of ours. A cursor in a body stays a plain text in the document: it is read here. */
export function readMatchCursor(text: string): MatchKey {
  const read = matchCursor.safeParse(text);
  if (read.success) return read.data;
  throw problem('invalid-input', { errors: [{ in: 'body', pointer: '/cursor', message: read.error.issues[0]?.message ?? '' }] });
}
