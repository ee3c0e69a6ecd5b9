import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../text/i18n';
import { filterLabel } from './filter-labels';
import type { PlaceSearch, RelaxableKey } from './place-search';
import { territoryNamed } from './sites.queries';

/** Says each filter in words; the names of territories are asked for once and kept. */
export function useFilterLabels(search: PlaceSearch): (key: RelaxableKey) => string {
  const { t } = useTranslation(['places', 'vocabulary']);
  const ids = search.territory ?? [];
  const names = useQueries({ queries: ids.map(territoryNamed) });
  const territoryName = (id: string) => names[ids.indexOf(id)]?.data?.name ?? id.slice(id.indexOf(':') + 1);
  return (key) => filterLabel(key, search, t, currentLanguage(), territoryName);
}
