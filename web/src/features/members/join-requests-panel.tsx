import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, done } from '../../api/client';
import { formatInstantDay } from '../../lib/format';
import { currentLanguage } from '../../text/i18n';
import { ActButton } from '../../ui/act-button';
import { Button } from '../../ui/button';
import { ErrorState } from '../../ui/error-state';
import { TextAreaField } from '../../ui/form/fields';
import { Skeleton } from '../../ui/skeleton';
import { type JoinRequest, joinRequestsOf, peopleChanged, type Role } from './members.queries';
import { RoleField } from './role-field';

export function JoinRequestsPanel({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation(['members', 'common']);
  const requests = useInfiniteQuery(joinRequestsOf(organisationId));
  if (requests.isPending) return <Skeleton label={t('common:loading')} lines={2} />;
  if (requests.isError) return <ErrorState level={3} error={requests.error} onRetry={() => void requests.refetch()} />;
  const waiting = requests.data.pages.flatMap((page) => page.items).filter(({ state }) => state === 'pending');
  return (
    <div className="stack">
      {waiting.length > 0 ? (
        <ul className="row-list">
          {waiting.map((request) => (
            <RequestRow key={request.id} organisationId={organisationId} request={request} />
          ))}
        </ul>
      ) : null}
      {waiting.length === 0 && !requests.hasNextPage ? <p>{t('members:join.none')}</p> : null}
      {requests.hasNextPage ? (
        <Button disabled={requests.isFetchingNextPage} onClick={() => void requests.fetchNextPage()}>
          {t('members:join.older')}
        </Button>
      ) : null}
    </div>
  );
}

function RequestRow({ organisationId, request }: { readonly organisationId: string; readonly request: JoinRequest }) {
  const { t } = useTranslation('members');
  const client = useQueryClient();
  const path = { id: organisationId, requestId: request.id };
  const name = request.person.displayName ?? t('someoneErased');
  return (
    <li className="row">
      <div className="row-words">
        <p className="row-title">{name}</p>
        <p className="field-help">
          {[request.person.email, t('join.asked', { day: formatInstantDay(request.createdAt, currentLanguage()) })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {request.message ? <p>{request.message}</p> : null}
      </div>
      <ActButton
        label={t('join.accept')}
        about={name}
        title={t('join.acceptTitle', { name })}
        submit={t('join.acceptSubmit')}
        onSend={async ({ role }) => {
          const body = { role: role as Role };
          await done(api.POST('/api/organisations/{id}/join-requests/{requestId}/accept', { params: { path }, body }));
          await peopleChanged(client, organisationId);
        }}
      >
        <RoleField defaultValue="reader" />
      </ActButton>
      <ActButton
        label={t('join.decline')}
        about={name}
        look="quiet"
        title={t('join.declineTitle', { name })}
        submit={t('join.declineSubmit')}
        onSend={async ({ reason = '' }) => {
          await done(api.POST('/api/organisations/{id}/join-requests/{requestId}/decline', { params: { path }, body: { reason } }));
          await peopleChanged(client, organisationId);
        }}
      >
        <TextAreaField name="reason" label={t('join.reason')} help={t('join.reasonHelp')} maxLength={1000} />
      </ActButton>
    </li>
  );
}
