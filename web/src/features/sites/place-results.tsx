import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { CompareChosen } from './compare/compare-chosen';
import { PlaceCard } from './place-card';
import type { PlaceSearch } from './place-search';
import { ResultNotes } from './result-notes';
import { placeList } from './sites.queries';
import { TakeAway } from './take-away';

// Only who finds next to nothing pays for these.
const DidYouMean = lazy(async () => ({ default: (await import('./did-you-mean')).DidYouMean }));
const NoPlaceFound = lazy(async () => ({ default: (await import('./no-place-found')).NoPlaceFound }));

interface PlaceResultsProps {
  readonly search: PlaceSearch;
  readonly onReplace: (search: PlaceSearch) => void;
  readonly litIds: readonly string[];
  readonly onHighlight: (id: string | null) => void;
}

/** The list: loading, refused, empty or filled, with what was left out said above it. */
export function PlaceResults({ search, onReplace, litIds, onHighlight }: PlaceResultsProps) {
  const { t } = useTranslation(['places', 'common']);
  const list = useInfiniteQuery(placeList(search));
  const language = currentLanguage();
  const first = list.data?.pages[0];
  if (list.isPending) return <Skeleton label={t('common:loading')} shape="cards" lines={4} />;
  if (list.isError || !first) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;

  const places = list.data.pages.flatMap((page) => page.items);
  return (
    <div className="results" aria-busy={list.isPlaceholderData}>
      <ResultNotes page={first} search={search} onReplace={onReplace} />
      <Suspense>
        {first.suggestions.length > 0 ? <DidYouMean suggestions={first.suggestions} search={search} /> : null}
        {places.length === 0 ? <NoPlaceFound search={search} onReplace={onReplace} /> : null}
      </Suspense>
      <ul className="place-list" aria-label={t('places:results.list')}>
        {places.map((place) => (
          <li key={place.id}>
            <PlaceCard comparable place={place} highlighted={litIds.includes(place.id)} onHighlight={onHighlight} />
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <div className="results-more">
          <p>
            {t('places:results.moreOf', { shown: formatNumber(places.length, language), total: formatNumber(first.total.count, language) })}
            {first.total.capped ? '+' : ''}
          </p>
          <Button look="secondary" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {list.isFetchingNextPage ? t('common:loading') : t('common:actions.loadMore')}
          </Button>
        </div>
      ) : null}
      {places.length > 0 ? <TakeAway search={search} /> : null}
      <CompareChosen />
    </div>
  );
}
