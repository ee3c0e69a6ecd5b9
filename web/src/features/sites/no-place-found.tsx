import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';
import { ClosedLine } from '../../ui/closed-line';
import { EmptyState } from '../../ui/empty-state';
import { LinkButton } from '../../ui/link-button';
import { activeFilters, type PlaceSearch, withoutFilter } from './place-search';
import { placeCount } from './sites.queries';
import { useFilterLabels } from './use-filter-labels';

interface NoPlaceFoundProps {
  readonly search: PlaceSearch;
  readonly onReplace: (search: PlaceSearch) => void;
}

/** An empty result says what each filter costs: the count without it, asked of the server, best first. */
export function NoPlaceFound({ search, onReplace }: NoPlaceFoundProps) {
  const { t } = useTranslation('places');
  const labelOf = useFilterLabels(search);
  const filters = activeFilters(search);
  const counts = useQueries({ queries: filters.map((key) => placeCount(withoutFilter(search, key))) });
  const gains = filters.map((key, index) => ({ key, gain: counts[index]?.data?.count ?? 0 })).sort((one, other) => other.gain - one.gain);

  if (filters.length === 0) {
    return (
      <EmptyState
        title={t('empty.nothingTitle')}
        drawing={<ClosedLine />}
        actions={
          <Button look="primary" onClick={() => onReplace({ ...search, shelf: ['lead'] })}>
            {t('results.leadsShow')}
          </Button>
        }
      >
        <p>{t('empty.nothingText')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('empty.title')} drawing={<ClosedLine />} actions={<LinkButton to="/proposer-un-lieu">{t('propose')}</LinkButton>}>
      <p>{t('empty.text')}</p>
      <ul className="relax-list">
        {gains.map(({ key, gain }) => (
          <li key={key}>
            <Button size="small" disabled={gain === 0} onClick={() => onReplace(withoutFilter(search, key))}>
              {t('empty.relax', { label: labelOf(key) })}
            </Button>
            <span>
              {gain === 0 ? t('empty.gainNone') : t('empty.gain', { count: gain, formatted: formatNumber(gain, currentLanguage()) })}
            </span>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
