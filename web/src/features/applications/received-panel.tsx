import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/card';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { ApplicationRow } from './application-words';
import { receivedFor, requestsTo } from './applications.queries';

/** The latest; all are on the desk where they are examined. */
const SHOWN = 5;

/** How many files are written and filed; what they say, once the call is closed. */
export function ReceivedPanel({ callId, actions }: { readonly callId: string; readonly actions?: ReactNode }) {
  const { t } = useTranslation(['applications', 'common']);
  const received = useQuery(receivedFor(callId));
  return (
    <Panel id="received" title={t('applications:received.title')}>
      {received.isPending ? <Skeleton label={t('common:loading')} lines={3} /> : null}
      {received.isError ? <ErrorState level={3} error={received.error} onRetry={() => void received.refetch()} /> : null}
      {received.data ? (
        <div className="stack">
          <p>
            {t('applications:received.filed', { count: received.data.filed })} ·{' '}
            {t('applications:received.drafts', { count: received.data.drafts })}
          </p>
          {received.data.sealed ? <p>{t('applications:received.sealed')}</p> : received.data.items.length > 0 ? actions : null}
          <ul className="row-list">
            {received.data.items.slice(0, SHOWN).map((application) => (
              <ApplicationRow key={application.id} application={application} isReceived />
            ))}
          </ul>
        </div>
      ) : null}
    </Panel>
  );
}

interface RequestsPanelProps {
  readonly organisationId: string;
  readonly name: string;
  readonly actions?: ReactNode;
}

/** Direct requests for the places of an owner; nothing while there are none. */
export function RequestsPanel({ organisationId, name, actions }: RequestsPanelProps) {
  const { t } = useTranslation('applications');
  const requests = useQuery(requestsTo(organisationId)).data?.items ?? [];
  if (requests.length === 0) return null;
  return (
    <Panel id={`requests-${organisationId}`} title={t('received.requests', { name })}>
      {actions}
      <ul className="row-list">
        {requests.map((application) => (
          <ApplicationRow key={application.id} application={application} isReceived />
        ))}
      </ul>
    </Panel>
  );
}
