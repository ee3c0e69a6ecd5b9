import { Search, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { TextInput } from '../../ui/inputs';
import { NearMe } from './near-me';
import { SORTS, type PlaceSearch, activeFilters } from './place-search';

interface SearchBarProps {
  readonly search: PlaceSearch;
  readonly onChange: (change: Partial<PlaceSearch>) => void;
  readonly onOpenFilters: () => void;
}

export function SearchBar({ search, onChange, onOpenFilters }: SearchBarProps) {
  const { t } = useTranslation(['places', 'common']);
  const [typed, setTyped] = useState(search.q ?? '');
  const [shownFor, setShownFor] = useState(search.q);
  // A chip or the back button may change the words behind the field's back.
  if (shownFor !== search.q) {
    setShownFor(search.q);
    setTyped(search.q ?? '');
  }
  const active = activeFilters(search).length;
  const sorts = SORTS.filter((sort) => sort !== 'distance' || search.near !== undefined);
  return (
    <div className="search-bar">
      <form
        role="search"
        className="search-words"
        onSubmit={(event) => {
          event.preventDefault();
          onChange({ q: typed.trim() || undefined });
        }}
      >
        <TextInput
          type="search"
          aria-label={t('places:search.label')}
          placeholder={t('places:search.placeholder')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button look="primary" type="submit" icon={<Search aria-hidden size={20} />}>
          <span className="search-word">{t('common:actions.search')}</span>
        </Button>
      </form>
      <NearMe onChange={onChange} />
      <Button className="filters-button" aria-haspopup="dialog" icon={<SlidersHorizontal aria-hidden size={18} />} onClick={onOpenFilters}>
        {active > 0 ? t('places:search.filtersActive', { count: active }) : t('places:search.filters')}
      </Button>
      <label className="sort">
        <span>{t('places:search.sort')}</span>
        <select
          className="input"
          value={search.sort ?? 'relevance'}
          onChange={(event) => onChange({ sort: sorts.find((sort) => sort === event.target.value && sort !== 'relevance') })}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(`places:sort.${sort}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
