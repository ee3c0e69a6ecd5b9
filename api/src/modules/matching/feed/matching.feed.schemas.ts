import { z } from 'zod';
import { language } from '../../../platform/http/fields.js';
import { said } from '../../../platform/http/request-context.js';
import { tryInput } from '../matching.schemas.js';

/** A feed is an address that newsreaders keep for years: it holds the whole need, so that nothing has to be stored. */
const MOST_BYTES = 4_096;
const MOST_CHARACTERS = Math.ceil(MOST_BYTES / 3) * 4;

const notBase64 = said('doit être du JSON en UTF-8, encodé en base64url', 'must be JSON in UTF-8, encoded as base64url');
const tooLong = said('ne doit pas dépasser 4 096 octets une fois décodé', 'must not exceed 4,096 bytes once decoded');
const utf8 = new TextDecoder('utf-8', { fatal: true });

const encodedNeed = z
  .string()
  .max(MOST_CHARACTERS, tooLong)
  .regex(/^[\w-]+={0,2}$/, notBase64)
  .transform((text, context): unknown => {
    const bytes = Buffer.from(text, 'base64url');
    try {
      if (bytes.length <= MOST_BYTES) return JSON.parse(utf8.decode(bytes));
      context.addIssue({ code: 'custom', message: tooLong.error() });
    } catch {
      context.addIssue({ code: 'custom', message: notBase64.error() });
    }
    return z.NEVER;
  })
  .pipe(tryInput)
  .meta({
    description: 'base64url of the JSON body of POST /api/matches/try, at most 4 kB once decoded',
    examples: ['eyJuZWVkIjp7ImZsb29yQXJlYU1pbk0yIjoxNTB9fQ'],
  });

export const feedQuery = z.object({ need: encodedNeed, lang: language.optional() });
export type FeedQuery = z.output<typeof feedQuery>;
