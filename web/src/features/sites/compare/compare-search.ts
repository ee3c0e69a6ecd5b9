import { asList } from '../../../lib/search-string';
import { MOST_COMPARED } from './compared-here';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface CompareSearch {
  readonly ids: readonly string[];
}

/** The places of an address, each once, as many as stand side by side. */
export function readCompareSearch(search: Record<string, unknown>): CompareSearch {
  const ids = asList(search['ids'])?.filter((id) => UUID.test(id)) ?? [];
  return { ids: [...new Set(ids)].slice(0, MOST_COMPARED) };
}
