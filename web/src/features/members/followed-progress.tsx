import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatInstantDay, formatNumber } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { Table } from '../../ui/table';
import { followedBy } from './members.queries';

/** For a network: how far the organisations that agreed to be followed have come with what they made public. */
export function FollowedProgress({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation(['members', 'common']);
  const language = currentLanguage();
  const followed = useInfiniteQuery(followedBy(organisationId));
  if (followed.isPending) return <Skeleton label={t('common:loading')} lines={3} />;
  if (followed.isError) return <ErrorState level={3} error={followed.error} onRetry={() => void followed.refetch()} />;
  const rows = followed.data.pages.flatMap((page) => page.items);
  return (
    <section className="stack" aria-labelledby="progress-title">
      <h2 id="progress-title">{t('members:network.progress')}</h2>
      {rows.length === 0 ? (
        <p className="field-help">{t('members:network.noProgress')}</p>
      ) : (
        <>
          <p>{t('members:network.progressText')}</p>
          <Table
            caption={t('members:network.progress')}
            captionHidden
            rows={rows}
            rowKey={({ linkId }) => linkId}
            columns={[
              {
                key: 'name',
                header: t('members:network.organisation'),
                cell: ({ organisation: { id, name, commune, departmentCode } }) => (
                  <>
                    <Link to="/organisations/$organisationId" params={{ organisationId: id }}>
                      {name}
                    </Link>{' '}
                    {commune ? `${commune}${departmentCode ? ` (${departmentCode})` : ''}` : null}
                  </>
                ),
              },
              {
                key: 'open',
                header: t('members:network.openProjects'),
                align: 'end',
                cell: ({ openPublicProjects }) => formatNumber(openPublicProjects, language),
              },
              {
                key: 'settled',
                header: t('members:network.settledProjects'),
                align: 'end',
                cell: ({ settledPublicProjects }) => formatNumber(settledPublicProjects, language),
              },
              {
                key: 'searching',
                header: t('members:network.searchingSince'),
                cell: ({ searchingSince }) => (searchingSince ? formatInstantDay(searchingSince, language) : '—'),
              },
              { key: 'since', header: t('members:network.followedSince'), cell: ({ since }) => formatInstantDay(since, language) },
            ]}
          />
        </>
      )}
      {followed.hasNextPage ? (
        <Button disabled={followed.isFetchingNextPage} onClick={() => void followed.fetchNextPage()}>
          {t('common:actions.loadMore')}
        </Button>
      ) : null}
    </section>
  );
}
