import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';
import { PlaceCard } from './place-card';
import { placeList } from './sites.queries';

const SHOWN = 6;

export function RecentPlaces() {
  const { t } = useTranslation(['home', 'common', 'places']);
  const list = useInfiniteQuery(placeList({ sort: 'recent' }));
  if (list.isPending) return <Skeleton label={t('common:loading')} shape="cards" lines={3} />;
  if (list.isError) return <ErrorState error={list.error} level={3} onRetry={() => void list.refetch()} />;
  const places = list.data.pages[0]?.items.slice(0, SHOWN) ?? [];
  if (places.length === 0) {
    return (
      <div className="recent-empty">
        <p>{t('home:recent.empty')}</p>
        <LinkButton to="/lieux" search={{ shelf: ['lead'] }}>
          {t('places:results.leadsShow')}
        </LinkButton>
      </div>
    );
  }
  return (
    <ul className="recent-list">
      {places.map((place) => (
        <li key={place.id}>
          <PlaceCard place={place} showsPublished />
        </li>
      ))}
    </ul>
  );
}
