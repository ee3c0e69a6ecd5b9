import { asChoice, asText, withoutBlanks } from '../../lib/search-string';
import type { OrganisationSearch } from './organisations.queries';

/** What the address says of a search among organisations. */
export function readOrganisationSearch(search: Record<string, unknown>): OrganisationSearch {
  return withoutBlanks({ q: asText(search['q']), kind: asChoice(search['kind'], ['public_owner', 'ess'] as const) });
}
