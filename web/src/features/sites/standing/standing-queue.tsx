import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../../api/client';
import { ActButton } from '../../../ui/act-button';
import { Button } from '../../../ui/button';
import { Disclosure } from '../../../ui/disclosure';
import { ErrorState } from '../../../ui/error-state';
import { Skeleton } from '../../../ui/skeleton';
import { placesToLookAt } from './standing.queries';
import { StandingDesk } from './standing-desk';

/** For moderators: places that nobody keeps, with photos to look at or said to be gone. */
export function StandingQueue() {
  const { t } = useTranslation(['participation', 'vocabulary', 'common']);
  const client = useQueryClient();
  const queue = useInfiniteQuery(placesToLookAt());
  if (queue.isPending) return <Skeleton label={t('common:loading')} lines={2} />;
  if (queue.isError) return <ErrorState level={3} error={queue.error} onRetry={() => void queue.refetch()} />;
  const places = queue.data.pages.flatMap((page) => page.items);
  if (places.length === 0) return <p>{t('participation:standing.queueNone')}</p>;
  return (
    <div className="stack">
      <ul className="row-list">
        {places.map(({ id, name, commune, standing, photosWaiting }) => (
          <li className="row" key={id}>
            <div className="row-words">
              <p className="row-title">
                <Link to="/lieux/$siteId" params={{ siteId: id }}>
                  {name}
                </Link>
              </p>
              <p>{[commune, standing ? t(`vocabulary:standsThere.${standing}`) : null].filter(Boolean).join(' · ')}</p>
              {photosWaiting > 0 ? <p>{t('participation:standing.photosWaiting', { count: photosWaiting })}</p> : null}
              <Disclosure summary={t('participation:standing.answersOf', { name })}>
                <StandingDesk siteId={id} />
              </Disclosure>
            </div>
            {standing === 'demolished' || standing === 'never_built' ? (
              <ActButton
                label={t('participation:standing.close')}
                about={name}
                look="quiet"
                title={t('participation:standing.closeTitle', { name })}
                submit={t('participation:standing.close')}
                onSend={async () => {
                  const reason = standing === 'demolished' ? 'demolished' : 'mistake';
                  await done(api.POST('/api/sites/{id}/close', { params: { path: { id } }, body: { reason } }));
                  await client.invalidateQueries();
                }}
              >
                <p>{t('participation:standing.closeText')}</p>
              </ActButton>
            ) : null}
          </li>
        ))}
      </ul>
      {queue.hasNextPage ? <Button onClick={() => void queue.fetchNextPage()}>{t('common:actions.loadMore')}</Button> : null}
    </div>
  );
}
