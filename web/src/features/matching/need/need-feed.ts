import type { Language } from '../../../text/language';
import { toNeed } from './need-body';
import type { NeedSearch } from './need-search';

/** The API reads no more than this from an address. */
const MOST_BYTES = 4_096;

/** The address of the feed of a need: its JSON in URL-safe base64, without what is not asked. Null when that is too long (a fine drawing). */
export function feedAddress(need: NeedSearch, language: Language): string | null {
  const text = JSON.stringify({ need: toNeed(need) }, (_key, value: unknown) => (isSilent(value) ? undefined : value));
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MOST_BYTES) return null;
  const encoded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return `/api/matches/feed.atom?need=${encoded}&lang=${language}`;
}

function isSilent(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
