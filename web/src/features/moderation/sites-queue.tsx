import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { type SiteToRead, sitesToRead } from './moderation.queries';

/** Places that wait to be read before they are shown, those that have waited longest first. */
export function SitesQueue() {
  const { t } = useTranslation(['desk', 'vocabulary', 'moderation', 'common']);
  const queue = useInfiniteQuery(sitesToRead());
  if (queue.isPending) return <Skeleton label={t('common:loading')} lines={2} />;
  if (queue.isError) return <ErrorState level={3} error={queue.error} onRetry={() => void queue.refetch()} />;
  const sites = queue.data.pages.flatMap((page) => page.items);
  if (sites.length === 0) return <p>{t('desk:moderation.none')}</p>;
  return (
    <div className="stack">
      <ul className="row-list">
        {sites.map((site) => (
          <SiteRow key={site.id} site={site} />
        ))}
      </ul>
      {queue.hasNextPage ? <Button onClick={() => void queue.fetchNextPage()}>{t('common:actions.loadMore')}</Button> : null}
    </div>
  );
}

function SiteRow({ site }: { readonly site: SiteToRead }) {
  const { t } = useTranslation(['desk', 'vocabulary', 'moderation', 'common', 'together']);
  const { organisation, role } = site;
  const capacity = role ? t(`vocabulary:agentRole.${role}`) : '';
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">
          <Link to="/mes-lieux/$siteId" params={{ siteId: site.id }}>
            {site.name}
          </Link>
        </p>
        <p>{[t(`vocabulary:kind.${site.kind}`), site.commune?.name].filter(Boolean).join(' · ')}</p>
        {organisation ? (
          <p>
            {t(organisation.state === 'verified' ? 'desk:moderation.by' : 'desk:moderation.byUnverified', {
              name: organisation.name,
              role: capacity,
            })}
          </p>
        ) : null}
        <p>
          <Link to="/mes-lieux/$siteId/reunir" params={{ siteId: site.id }}>
            {t('together:panel.another')} <span className="visually-hidden">{site.name}</span>
          </Link>
        </p>
        <p className="field-help">{t('moderation:queue.days', { count: site.daysWaiting })}</p>
      </div>
    </li>
  );
}
