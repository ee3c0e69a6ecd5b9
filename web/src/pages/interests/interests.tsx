import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { InterestRow } from '../../features/interests/interest-parts';
import { interestsOf } from '../../features/interests/interests.queries';
import { usePageTitle } from '../../lib/page-title';
import type { MyMembership } from '../../session/me';
import { RequireSignIn } from '../../session/require-sign-in';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';

/** Spontaneous requests for the places of one's public owners. */
export function InterestsPage() {
  const { t } = useTranslation('interests');
  usePageTitle(t('listTitle'));
  return (
    <RequireSignIn>
      {({ memberships }) => {
        const owners = memberships.filter(({ kind }) => kind === 'public_owner');
        return (
          <div className="page stack">
            <header className="parts-head">
              <h1 tabIndex={-1}>{t('listTitle')}</h1>
              <p className="lead">{t('listLead')}</p>
            </header>
            {owners.length === 0 ? (
              <EmptyState
                title={t('noOrganisation')}
                actions={
                  <LinkButton to="/organisations" look="primary">
                    {t('join')}
                  </LinkButton>
                }
              >
                <p>{t('noOrganisationText')}</p>
              </EmptyState>
            ) : null}
            {owners.map((owner) => (
              <OwnerInterests key={owner.organisationId} owner={owner} />
            ))}
          </div>
        );
      }}
    </RequireSignIn>
  );
}

function OwnerInterests({ owner: { organisationId, name } }: { readonly owner: MyMembership }) {
  const { t } = useTranslation(['interests', 'common']);
  const found = useInfiniteQuery(interestsOf(organisationId));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel id={`interests-${organisationId}`} title={name}>
      <div className="stack">
        {found.isPending ? <Skeleton label={t('common:loading')} lines={3} shape="cards" /> : null}
        {found.isError ? <ErrorState level={3} error={found.error} onRetry={() => void found.refetch()} /> : null}
        {found.data && items.length === 0 ? <p>{t('interests:none')}</p> : null}
        <ul className="row-list">
          {items.map((interest) => (
            <InterestRow key={interest.id} interest={interest} />
          ))}
        </ul>
        {found.hasNextPage ? (
          <Button disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('common:actions.loadMore')}
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}
