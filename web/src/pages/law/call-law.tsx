import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { callById } from '../../features/calls/calls.queries';
import { LawPanel } from '../../features/law/law-panel';
import { lawOfCall, type LegalProcedure } from '../../features/law/law.queries';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { ErrorState } from '../../ui/error-state';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';

const route = getRouteApi('/mes-appels/$callId/droit');

export function CallLawPage() {
  return <RequireSignIn>{() => <CallLaw />}</RequireSignIn>;
}

/** The legal path of a call, as its agents keep it. */
function CallLaw() {
  const { t } = useTranslation(['law', 'common']);
  const client = useQueryClient();
  const { callId } = route.useParams();
  const call = useQuery(callById(callId)).data;
  const law = useQuery(lawOfCall(callId));
  usePageTitle(t('law:callTitle'));
  const keep = (kept: LegalProcedure) => {
    client.setQueryData(lawOfCall(callId).queryKey, kept);
    void client.invalidateQueries({ queryKey: callById(callId).queryKey });
  };
  return (
    <div className="page stack">
      <header className="parts-head">
        <p className="parts-over">
          <Link to="/mes-appels/$callId" params={{ callId }}>
            {t('law:backToCall')}
          </Link>
          {call ? ` · ${call.title}` : null}
        </p>
        <h1 tabIndex={-1}>{t('law:callTitle')}</h1>
        <p className="lead">{t('law:callLead')}</p>
      </header>
      {law.isPending ? <Skeleton label={t('common:loading')} lines={6} /> : null}
      {law.isError ? <ErrorState level={2} error={law.error} onRetry={() => void law.refetch()} /> : null}
      {call?.lotCount === 0 ? <Notice>{t('law:callNone')}</Notice> : null}
      {law.data && call && call.lotCount > 0 ? (
        <LawPanel
          procedure={law.data}
          origin="called"
          onAnswer={(body) => unwrap(api.PUT('/api/calls/{id}/legal', { params: { path: { id: callId } }, body }))}
          onKept={keep}
        />
      ) : null}
    </div>
  );
}
