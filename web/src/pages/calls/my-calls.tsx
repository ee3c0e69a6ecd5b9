import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CallRow } from '../../features/calls/call-rows';
import { callsOf } from '../../features/calls/calls.queries';
import { NewCallButton } from '../../features/calls/edit/new-call-form';
import { usePageTitle } from '../../lib/page-title';
import type { Me, MyMembership } from '../../session/me';
import { RequireSignIn } from '../../session/require-sign-in';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';

/** The calls of one's public owners: drafts, open, to be examined, ended. */
export function MyCallsPage() {
  const { t } = useTranslation('calls');
  usePageTitle(t('mine.title'));
  return (
    <RequireSignIn>
      {(who) => {
        const owners = owningOrganisations(who);
        return (
          <div className="page stack">
            <header className="parts-head">
              <h1 tabIndex={-1}>{t('mine.title')}</h1>
              <p className="lead">{t('mine.lead')}</p>
              <p>
                <Link to="/conventions">{t('mine.agreements')}</Link>
              </p>
            </header>
            {owners.length === 0 ? (
              <EmptyState
                title={t('mine.noOrganisation')}
                actions={
                  <LinkButton to="/organisations/nouvelle" look="primary">
                    {t('mine.represent')}
                  </LinkButton>
                }
              >
                <p>{t('mine.noOrganisationText')}</p>
              </EmptyState>
            ) : null}
            {owners.map((owner) => (
              <OwnerCalls key={owner.organisationId} owner={owner} />
            ))}
          </div>
        );
      }}
    </RequireSignIn>
  );
}

function OwnerCalls({ owner: { organisationId, name, role, state } }: { readonly owner: MyMembership }) {
  const { t } = useTranslation(['calls', 'common']);
  const navigate = useNavigate();
  const calls = useInfiniteQuery(callsOf(organisationId));
  const canWrite = (role === 'editor' || role === 'administrator') && state !== 'suspended';
  const items = calls.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel id={`calls-${organisationId}`} title={name}>
      <div className="stack">
        {canWrite ? (
          <div className="form-actions">
            <LinkButton to="/demandes" size="small">
              {t('calls:mine.requests')}
            </LinkButton>
            <NewCallButton
              organisationId={organisationId}
              onCreated={({ id }) => void navigate({ to: '/mes-appels/$callId', params: { callId: id } })}
            />
          </div>
        ) : null}
        {calls.isPending ? <Skeleton label={t('common:loading')} lines={3} shape="cards" /> : null}
        {calls.isError ? <ErrorState level={3} error={calls.error} onRetry={() => void calls.refetch()} /> : null}
        {calls.data && items.length === 0 ? <p>{t('calls:mine.none')}</p> : null}
        <ul className="row-list">
          {items.map((call) => (
            <CallRow key={call.id} call={call} isMine />
          ))}
        </ul>
        {calls.hasNextPage ? (
          <Button disabled={calls.isFetchingNextPage} onClick={() => void calls.fetchNextPage()}>
            {t('common:actions.loadMore')}
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}

/** A person's public owners, the one they act for first. */
function owningOrganisations({ memberships, actingFor }: Pick<Me, 'memberships' | 'actingFor'>): MyMembership[] {
  const owners = memberships.filter(({ kind }) => kind === 'public_owner');
  return [...owners].sort((a, b) => Number(b.organisationId === actingFor) - Number(a.organisationId === actingFor));
}
