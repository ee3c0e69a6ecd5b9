import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MyReview } from '../../features/review/my-reviews';
import { myReviews } from '../../features/review/review.queries';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';

/** The juries one is in, or invited to. */
export function MyReviewsPage() {
  const { t } = useTranslation('review');
  usePageTitle(t('mine.title'));
  return (
    <RequireSignIn>
      {() => (
        <div className="page stack">
          <header className="parts-head">
            <h1 tabIndex={-1}>{t('mine.title')}</h1>
            <p className="lead">{t('mine.lead')}</p>
          </header>
          <All />
        </div>
      )}
    </RequireSignIn>
  );
}

function All() {
  const { t } = useTranslation(['review', 'common']);
  const { data, error, isPending, refetch } = useQuery(myReviews());
  if (isPending) return <Skeleton label={t('common:loading')} lines={6} />;
  if (error) return <ErrorState level={2} error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0)
    return (
      <EmptyState title={t('review:mine.none')}>
        <p>{t('review:mine.noneText')}</p>
      </EmptyState>
    );
  return data.items.map((review) => <MyReview key={review.reviewerId} review={review} />);
}
