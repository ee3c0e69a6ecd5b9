import { asText, withoutBlanks } from '../../lib/search-string';

const FILTERS = ['action', 'organisation', 'actor', 'from', 'to'] as const;
export type JournalSearch = { readonly [Filter in (typeof FILTERS)[number]]?: string };

/** The filters of the journal, as the address says them. */
export function readJournalSearch(search: Record<string, unknown>): JournalSearch {
  return withoutBlanks(Object.fromEntries(FILTERS.map((filter) => [filter, asText(search[filter])])));
}
