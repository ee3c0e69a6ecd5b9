import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../ui/act-button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';
import { FollowRows } from './follow-rows';
import type { FollowDesk, FollowList } from './follows.queries';

interface FollowManagerProps {
  readonly queryKey: QueryKey;
  readonly read: (signal: AbortSignal) => Promise<FollowList>;
  readonly desk: FollowDesk;
  /** What only the link of a message offers. */
  readonly erase?: ReactNode;
}

/** The list and its acts, wherever it is opened from. */
export function FollowManager({ queryKey, read, desk, erase }: FollowManagerProps) {
  const { t } = useTranslation(['follows', 'common']);
  const client = useQueryClient();
  const list = useQuery({ queryKey, queryFn: ({ signal }) => read(signal) });
  const changed = (now: FollowList) => client.setQueryData(queryKey, now);
  if (list.isPending) return <Skeleton label={t('common:loading')} lines={3} shape="cards" />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.items.length === 0)
    return (
      <EmptyState title={t('follows:manage.noneTitle')} actions={<LinkButton to="/lieux">{t('follows:manage.find')}</LinkButton>}>
        <p>{t('follows:manage.none')}</p>
      </EmptyState>
    );
  return (
    <div className="stack">
      <FollowRows list={list.data} desk={desk} onChanged={changed} />
      <div className="form-actions">
        <ActButton
          label={t('follows:manage.stopAll')}
          title={t('follows:manage.stopAll')}
          submit={t('follows:manage.stopAllSubmit')}
          onSend={async () => {
            await desk.stopAll();
            changed({ ...list.data, items: [] });
          }}
        >
          <p>{t('follows:manage.stopAllText')}</p>
        </ActButton>
        {erase}
      </div>
    </div>
  );
}
