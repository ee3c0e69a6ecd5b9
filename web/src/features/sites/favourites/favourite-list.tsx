import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorState } from '../../../ui/error-state';
import { LinkButton } from '../../../ui/link-button';
import { Skeleton } from '../../../ui/skeleton';
import { CompareChosen } from '../compare/compare-chosen';
import { PlaceCard } from '../place-card';
import { cardsOf, useFavourites } from './use-favourites';

/** The places kept, the latest first; those that are not shown any more are said apart. */
export function FavouriteList() {
  const { t } = useTranslation(['follows', 'common']);
  const { ids, toggle, account, theirs } = useFavourites();
  const here = useQuery({ ...cardsOf(ids), enabled: account === null });
  const shown = account == null ? here : theirs;
  if (account === undefined || shown.isPending) return <Skeleton label={t('common:loading')} shape="cards" lines={3} />;
  if (shown.isError) return <ErrorState error={shown.error} onRetry={() => void shown.refetch()} />;
  if (ids.length === 0)
    return (
      <EmptyState
        title={t('follows:favourites.noneTitle')}
        actions={
          <LinkButton to="/lieux" look="primary">
            {t('follows:manage.find')}
          </LinkButton>
        }
      >
        <p>{t('follows:favourites.none')}</p>
      </EmptyState>
    );
  const places = (account == null ? here.data : theirs.data?.items) ?? [];
  const kept = places.filter(({ id }) => ids.includes(id));
  const gone = ids.filter((id) => !places.some((place) => place.id === id));
  return (
    <div className="stack">
      {gone.length > 0 && !shown.isFetching ? (
        <p>
          {t('follows:favourites.gone', { count: gone.length })}{' '}
          <Button look="quiet" size="small" onClick={() => void forget(gone, toggle)}>
            {t('follows:favourites.forget')}
          </Button>
        </p>
      ) : null}
      <ul className="place-list" aria-label={t('follows:favourites.title')}>
        {kept.map((place) => (
          <li key={place.id}>
            <PlaceCard comparable place={place} headingLevel={2} />
          </li>
        ))}
      </ul>
      <CompareChosen />
      {account === null ? <p className="fine-print">{t('follows:favourites.here')}</p> : null}
    </div>
  );
}

async function forget(ids: readonly string[], toggle: (id: string) => Promise<void>): Promise<void> {
  for (const id of ids) await toggle(id);
}
