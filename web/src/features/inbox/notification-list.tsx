import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { myNotifications, type Notification, readAll, readOne } from './inbox.queries';
import './inbox.css';

/** What the person was told, the newest first; opening one reads it. */
export function NotificationList() {
  const { t } = useTranslation(['inbox', 'common']);
  const client = useQueryClient();
  const list = useInfiniteQuery(myNotifications());
  const [failure, setFailure] = useState<unknown>(null);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const [newest] = items;
  const unread = list.data?.pages[0]?.unread ?? 0;
  if (list.isPending) return <Skeleton label={t('common:loading')} lines={4} shape="cards" />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (newest === undefined)
    return (
      <EmptyState title={t('inbox:none')}>
        <p>{t('inbox:noneText')}</p>
      </EmptyState>
    );
  return (
    <div className="stack">
      <div className="inbox-head">
        <p role="status">{t('inbox:unread', { count: unread })}</p>
        {unread > 0 ? (
          <Button size="small" onClick={() => void readAll(client, newest.id).catch(setFailure)}>
            {t('inbox:readAll')}
          </Button>
        ) : null}
      </div>
      {failure ? <ProblemNotice error={failure} /> : null}
      <ul className="row-list">
        {items.map((notification) => (
          <NotificationRow
            key={notification.id}
            notification={notification}
            onRead={() => void readOne(client, notification.id).catch(setFailure)}
          />
        ))}
      </ul>
      {list.hasNextPage ? (
        <div>
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('common:actions.loadMore')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function NotificationRow({ notification, onRead }: { readonly notification: Notification; readonly onRead: () => void }) {
  const { t } = useTranslation('inbox');
  const router = useRouter();
  const { title, text, path, at, count, read } = notification;
  const open = (event: MouseEvent) => {
    if (!read) onRead();
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    router.history.push(path);
  };
  return (
    <li className={read ? 'row' : 'row inbox-unread'}>
      <div className="row-words">
        <p className="row-title">
          <a href={path} onClick={open}>
            {title}
          </a>{' '}
          {read ? null : <Badge tone="amber">{t('new')}</Badge>}
        </p>
        <p>
          {text}
          {count > 1 ? ` ${t('times', { count })}` : null}
        </p>
        <p className="field-help">
          <time dateTime={at}>{formatMoment(at, currentLanguage())}</time>
        </p>
      </div>
      {read ? null : (
        <div className="row-acts">
          <Button size="small" look="quiet" onClick={onRead}>
            {t('markRead')}
            <span className="visually-hidden"> {title}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
