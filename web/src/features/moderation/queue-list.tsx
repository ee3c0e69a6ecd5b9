import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { Table } from '../../ui/table';
import { organisationsIn, type Queue, type Waiting } from './moderation.queries';

/** Beyond a week somebody is waiting for us. */
const LONG_DAYS = 7;

export function QueueList({ state }: { readonly state: Queue }) {
  const { t } = useTranslation(['moderation', 'vocabulary', 'common']);
  const queue = useInfiniteQuery(organisationsIn(state));
  if (queue.isPending) return <Skeleton label={t('common:loading')} lines={4} shape="cards" />;
  if (queue.isError) return <ErrorState error={queue.error} onRetry={() => void queue.refetch()} />;
  const organisations = queue.data.pages.flatMap((page) => page.items);
  if (organisations.length === 0)
    return (
      <EmptyState title={t('moderation:queue.emptyTitle')}>
        <p>{state === 'claimed' ? t('moderation:queue.empty') : t('moderation:queue.emptyState')}</p>
      </EmptyState>
    );
  return (
    <div className="stack">
      <Table
        caption={t(`moderation:queue.caption.${state}`)}
        rows={organisations}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', header: t('moderation:queue.name'), cell: (row) => <ReviewLink row={row} /> },
          { key: 'kind', header: t('moderation:queue.kind'), cell: (row) => t(`vocabulary:organisationKind.${row.kind}`) },
          { key: 'doubts', header: t('moderation:queue.doubts'), cell: (row) => <Doubts row={row} /> },
          { key: 'claimed', header: t('moderation:queue.claimed'), cell: (row) => formatInstantDay(row.claimedAt, currentLanguage()) },
          ...(state === 'claimed'
            ? [{ key: 'waiting', header: t('moderation:queue.waiting'), cell: (row: Waiting) => <DaysWaiting days={row.daysWaiting} /> }]
            : []),
        ]}
      />
      {queue.hasNextPage ? <Button onClick={() => void queue.fetchNextPage()}>{t('common:actions.loadMore')}</Button> : null}
    </div>
  );
}

function ReviewLink({ row }: { readonly row: Waiting }) {
  return (
    <Link to="/moderation/organisations/$organisationId" params={{ organisationId: row.id }}>
      {row.name}
    </Link>
  );
}

function Doubts({ row }: { readonly row: Waiting }) {
  const { t } = useTranslation('moderation');
  const differences = row.checks.filter(({ same }) => same === false).length;
  if (row.register.status !== 'found') return <>{t(`register.${row.register.status}`)}</>;
  return <Badge tone={differences > 0 ? 'amber' : 'moss'}>{t('queue.differences', { count: differences })}</Badge>;
}

function DaysWaiting({ days }: { readonly days: number }) {
  const { t } = useTranslation('moderation');
  return <Badge tone={days >= LONG_DAYS ? 'brick' : 'neutral'}>{t('queue.days', { count: days })}</Badge>;
}
