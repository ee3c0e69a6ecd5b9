import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApplicationOutcome } from '../../features/decisions/application-outcome';
import { decisionOf } from '../../features/decisions/decisions.queries';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { ApplicationLoader } from '../applications/application-loader';

const route = getRouteApi('/mes-candidatures/$applicationId/decision');

/** The decision on one file, for its members and for the owner's. */
export function ApplicationDecisionPage() {
  const { t } = useTranslation('decisions');
  const { applicationId } = route.useParams();
  return (
    <ApplicationLoader applicationId={applicationId} heading={t('mine.title')}>
      {() => <Outcome applicationId={applicationId} />}
    </ApplicationLoader>
  );
}

function Outcome({ applicationId }: { readonly applicationId: string }) {
  const { t } = useTranslation('common');
  const { data, error, isPending, refetch } = useQuery(decisionOf(applicationId));
  if (isPending) return <Skeleton label={t('loading')} lines={4} />;
  if (error) return <ErrorState level={2} error={error} onRetry={() => void refetch()} />;
  return <ApplicationOutcome applicationId={applicationId} decision={data} />;
}
