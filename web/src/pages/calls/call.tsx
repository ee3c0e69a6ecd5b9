import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowLeft, Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CallSheet } from '../../features/calls/call-sheet';
import { callById } from '../../features/calls/calls.queries';
import { FollowButton } from '../../features/follows/follow-button';
import { usePageTitle } from '../../lib/page-title';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';

const route = getRouteApi('/appels/$callId');

/** A call as everyone reads it. */
export function CallPage() {
  const { t } = useTranslation(['applications', 'decisions', 'calls', 'follows', 'common', 'errors']);
  const { callId } = route.useParams();
  const call = useQuery(callById(callId));
  usePageTitle(call.data?.title ?? (call.isError ? t('errors:pageTitle') : undefined));
  return (
    <div className="page">
      <LinkButton to="/appels" look="quiet" size="small" className="no-print" icon={<ArrowLeft aria-hidden size={18} />}>
        {t('calls:list.back')}
      </LinkButton>
      {call.isPending ? (
        <>
          <h1 className="visually-hidden">{t('common:loading')}</h1>
          <Skeleton label={t('common:loading')} shape="page" lines={8} />
        </>
      ) : null}
      {call.isError ? <ErrorState level={1} error={call.error} onRetry={() => void call.refetch()} /> : null}
      {call.data ? (
        <CallSheet
          call={call.data}
          actions={
            <>
              {(call.data.state === 'open' || call.data.state === 'published') && call.data.inside === null ? (
                <LinkButton to="/mes-candidatures/nouvelle" search={{ appel: callId }} look="primary">
                  {t(call.data.state === 'open' ? 'applications:apply' : 'applications:prepare')}
                </LinkButton>
              ) : null}
              {call.data.state === 'results_published' ? (
                <LinkButton to="/appels/$callId/resultats" params={{ callId }} look="primary">
                  {t('decisions:results.title')}
                </LinkButton>
              ) : null}
              <FollowButton
                things={[
                  { about: 'call', subject: callId, label: t('follows:thing.call', { name: call.data.title }) },
                  {
                    about: 'organisation',
                    subject: call.data.organisation.id,
                    label: t('follows:thing.organisation', { name: call.data.organisation.name }),
                  },
                ]}
              />
              {call.data.inside ? (
                <LinkButton to="/mes-appels/$callId" params={{ callId }} icon={<Pencil aria-hidden size={18} />}>
                  {t('calls:manage')}
                </LinkButton>
              ) : null}
            </>
          }
        />
      ) : null}
    </div>
  );
}
