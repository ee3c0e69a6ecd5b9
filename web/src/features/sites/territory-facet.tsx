import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { CheckboxGroup } from '../../ui/choices';
import { Disclosure } from '../../ui/disclosure';
import type { PlaceSearch } from './place-search';
import type { SiteFacets } from './site-types';

interface TerritoryFacetProps {
  readonly legend: string;
  readonly search: PlaceSearch;
  readonly entries: SiteFacets['region'] | undefined;
  readonly onChange: (change: Partial<PlaceSearch>) => void;
}

/** Regions or departments that hold something, most first; those chosen otherwise stay chosen. */
export function TerritoryFacet({ legend, search, entries, onChange }: TerritoryFacetProps) {
  if (!entries || entries.length === 0) return null;
  const chosen = search.territory ?? [];
  const listed = entries.map((entry) => entry.value);
  const elsewhere = chosen.filter((id) => !listed.includes(id));
  return (
    <Disclosure summary={legend} count={formatNumber(entries.length, currentLanguage())}>
      <CheckboxGroup
        legend={legend}
        legendHidden
        values={chosen.filter((id) => listed.includes(id))}
        onChange={(values) => onChange({ territory: [...elsewhere, ...values], view: undefined })}
        choices={[...entries]
          .sort((one, other) => other.count - one.count)
          .map((entry) => ({ value: entry.value, label: entry.name, count: formatNumber(entry.count, currentLanguage()) }))}
      />
    </Disclosure>
  );
}
