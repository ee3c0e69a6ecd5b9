import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AgreementRow } from '../../features/agreements/agreement-words';
import { agreementsOf } from '../../features/agreements/agreements.queries';
import { usePageTitle } from '../../lib/page-title';
import type { MyMembership } from '../../session/me';
import { RequireSignIn } from '../../session/require-sign-in';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';
import '../../features/agreements/agreements.css';

/** The agreements of a person's organisations, on whichever side. */
export function MyAgreementsPage() {
  const { t } = useTranslation('agreements');
  usePageTitle(t('title'));
  return (
    <RequireSignIn>
      {({ memberships }) => (
        <div className="page stack">
          <header className="parts-head">
            <h1 tabIndex={-1}>{t('title')}</h1>
            <p className="lead">{t('lead')}</p>
          </header>
          {memberships.length === 0 ? (
            <EmptyState
              title={t('noOrganisation')}
              actions={
                <LinkButton to="/organisations" look="primary">
                  {t('join')}
                </LinkButton>
              }
            />
          ) : null}
          {memberships.map((organisation) => (
            <Agreements key={organisation.organisationId} organisation={organisation} />
          ))}
        </div>
      )}
    </RequireSignIn>
  );
}

function Agreements({ organisation: { organisationId, name } }: { readonly organisation: MyMembership }) {
  const { t } = useTranslation(['agreements', 'common']);
  const found = useInfiniteQuery(agreementsOf(organisationId));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel id={`agreements-${organisationId}`} title={name}>
      <div className="stack">
        {found.isPending ? <Skeleton label={t('common:loading')} lines={3} shape="cards" /> : null}
        {found.isError ? <ErrorState level={3} error={found.error} onRetry={() => void found.refetch()} /> : null}
        {found.data && items.length === 0 ? (
          <p>
            {t('agreements:none')}. {t('agreements:noneText')}
          </p>
        ) : null}
        <ul className="row-list">
          {items.map((agreement) => (
            <AgreementRow key={agreement.id} agreement={agreement} />
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
