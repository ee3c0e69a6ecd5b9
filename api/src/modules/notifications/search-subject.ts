import { siteFilter, type SiteFilter } from '../sites/sites.schemas.js';

/** Fields of the search page that decide which places are found. Order, page and position of the map filter nothing. */
const ASKED = Object.keys(siteFilter.shape).sort();

/** A search as the query string of `GET /api/sites`, always written the same way: the same search is followed once. */
export function canonicalSearch(queryString: string): string {
  const given = new URLSearchParams(queryString);
  const kept = ASKED.flatMap((name): [string, string][] => {
    const value = given.get(name)?.trim() ?? '';
    return value === '' ? [] : [[name, value]];
  });
  return new URLSearchParams(kept).toString();
}

/** @returns what the search asks, or the faults of its fields */
export function readSearch(queryString: string) {
  return siteFilter.safeParse(Object.fromEntries(new URLSearchParams(queryString)));
}

/** Of a search that was right when it was saved; null when the words of the search have changed since. */
export function savedFilter(subject: string): SiteFilter | null {
  const read = readSearch(subject);
  return read.success ? read.data : null;
}

/** The query string that a filter was read from, for its address. */
export function searchQuery(filter: SiteFilter): string {
  const text = Object.entries(filter).flatMap(([name, value]): [string, string][] =>
    value === undefined || (Array.isArray(value) && value.length === 0)
      ? []
      : [[name, Array.isArray(value) ? value.join(',') : String(value)]],
  );
  return canonicalSearch(new URLSearchParams(text).toString());
}
