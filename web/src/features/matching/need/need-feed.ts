import type { Language } from '../../../text/language';
import { toNeed } from './need-body';
import type { NeedSearch } from './need-search';

/** The address of the feed of a need: its JSON in URL-safe base64, without what is not asked. */
export function feedAddress(need: NeedSearch, language: Language): string {
  const text = JSON.stringify({ need: toNeed(need) }, (_key, value: unknown) => (isSilent(value) ? undefined : value));
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  const encoded = btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `/api/matches/feed.atom?need=${encoded}&lang=${language}`;
}

function isSilent(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
