import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { activeFilters, type PlaceSearch, withoutFilter } from './place-search';
import { useFilterLabels } from './use-filter-labels';

interface FilterChipsProps {
  readonly search: PlaceSearch;
  readonly onReplace: (search: PlaceSearch) => void;
}

export function FilterChips({ search, onReplace }: FilterChipsProps) {
  const { t } = useTranslation(['places', 'common']);
  const labelOf = useFilterLabels(search);
  const active = activeFilters(search);
  if (active.length === 0) return null;
  return (
    <ul className="chips" aria-label={t('places:chip.list')}>
      {active.map((key) => (
        <li key={key}>
          <Chip onRemove={() => onReplace(withoutFilter(search, key))} removeLabel={t('places:chip.remove', { label: labelOf(key) })}>
            {labelOf(key)}
          </Chip>
        </li>
      ))}
      {active.length > 1 ? (
        <li>
          <Button look="quiet" size="small" onClick={() => onReplace(search.shelf ? { shelf: search.shelf } : {})}>
            {t('common:actions.reset')}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
