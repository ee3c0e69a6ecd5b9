import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { publicNotices } from '../../features/law/law.queries';
import { NoticeRow } from '../../features/law/notice-parts';
import { usePageTitle } from '../../lib/page-title';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';

export function NoticesPage() {
  const { t } = useTranslation(['law', 'common']);
  usePageTitle(t('law:noticesTitle'));
  const notices = useInfiniteQuery(publicNotices());
  const items = notices.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page stack">
      <header className="parts-head">
        <h1 tabIndex={-1}>{t('law:noticesTitle')}</h1>
        <p className="lead">{t('law:noticesLead')}</p>
      </header>
      {notices.isPending ? <Skeleton label={t('common:loading')} lines={3} shape="cards" /> : null}
      {notices.isError ? <ErrorState level={2} error={notices.error} onRetry={() => void notices.refetch()} /> : null}
      {notices.data && items.length === 0 ? (
        <EmptyState title={t('law:noticesNone')} actions={<LinkButton to="/le-droit">{t('law:title')}</LinkButton>}>
          <p>{t('law:noticesNoneText')}</p>
        </EmptyState>
      ) : null}
      <ul className="row-list">
        {items.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </ul>
      {notices.hasNextPage ? (
        <Button disabled={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
          {t('common:actions.loadMore')}
        </Button>
      ) : null}
      <p>
        <a href="/api/notices/feed.atom">{t('law:feed')}</a>
      </p>
    </div>
  );
}
