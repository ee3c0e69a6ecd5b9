import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CommunePicker } from '../../map/corners-by-name';
import { FacetFilters } from './facet-filters';
import { NumberFilters } from './number-filters';
import type { PlaceSearch } from './place-search';
import { RadiusFilter } from './radius-filter';
import { placeList } from './sites.queries';
import { ZoneFilter } from './zone-filter';

interface PlaceFiltersProps {
  readonly search: PlaceSearch;
  readonly onChange: (change: Partial<PlaceSearch>) => void;
  /** The territory field, which belongs to another feature. */
  readonly territory: ReactNode;
  readonly communePicker: CommunePicker;
}

export function PlaceFilters({ search, onChange, territory, communePicker }: PlaceFiltersProps) {
  const { data } = useInfiniteQuery(placeList(search));
  return (
    <div className="place-filters">
      {territory}
      <RadiusFilter search={search} onChange={onChange} />
      <ZoneFilter communePicker={communePicker} onChange={onChange} />
      <FacetFilters search={search} facets={data?.pages[0]?.facets} onChange={onChange} />
      <NumberFilters search={search} onChange={onChange} />
    </div>
  );
}
