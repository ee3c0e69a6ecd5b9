import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApplicationRow } from '../../features/applications/application-words';
import { applicationsOf } from '../../features/applications/applications.queries';
import { RequestsPanel } from '../../features/applications/received-panel';
import { usePageTitle } from '../../lib/page-title';
import type { MyMembership } from '../../session/me';
import { RequireSignIn } from '../../session/require-sign-in';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';
import { essOrganisations } from '../projects/my-organisations';

/** An organisation's files, and the direct requests that an owner received. */
export function MyApplicationsPage() {
  const { t } = useTranslation(['applications', 'instruction']);
  usePageTitle(t('mine.title'));
  return (
    <RequireSignIn>
      {(who) => {
        const applying = essOrganisations(who);
        const owners = who.memberships.filter(({ kind }) => kind === 'public_owner');
        return (
          <div className="page stack">
            <header className="parts-head">
              <h1 tabIndex={-1}>{t('mine.title')}</h1>
              <p className="lead">{t('mine.lead')}</p>
            </header>
            {applying.length === 0 ? (
              <EmptyState
                title={t('mine.noOrganisation')}
                actions={
                  <LinkButton to="/organisations" look="primary">
                    {t('mine.join')}
                  </LinkButton>
                }
              >
                <p>{t('mine.noOrganisationText')}</p>
              </EmptyState>
            ) : null}
            {applying.map((organisation) => (
              <Files key={organisation.organisationId} organisation={organisation} />
            ))}
            {owners.map(({ organisationId, name }) => (
              <RequestsPanel
                key={organisationId}
                organisationId={organisationId}
                name={name}
                actions={
                  <div>
                    <LinkButton to="/mes-demandes/$organisationId" params={{ organisationId }} size="small">
                      {t('instruction:openRequests')}
                    </LinkButton>
                  </div>
                }
              />
            ))}
          </div>
        );
      }}
    </RequireSignIn>
  );
}

function Files({ organisation: { organisationId, name } }: { readonly organisation: MyMembership }) {
  const { t } = useTranslation(['applications', 'common']);
  const files = useInfiniteQuery(applicationsOf(organisationId));
  const items = files.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel id={`applications-${organisationId}`} title={name}>
      <div className="stack">
        {files.isPending ? <Skeleton label={t('common:loading')} lines={3} shape="cards" /> : null}
        {files.isError ? <ErrorState level={3} error={files.error} onRetry={() => void files.refetch()} /> : null}
        {files.data && items.length === 0 ? (
          <EmptyState
            level={3}
            title={t('applications:mine.none')}
            actions={<LinkButton to="/appels">{t('applications:mine.calls')}</LinkButton>}
          >
            <p>{t('applications:mine.noneText')}</p>
          </EmptyState>
        ) : null}
        <ul className="row-list">
          {items.map((application) => (
            <ApplicationRow key={application.id} application={application} />
          ))}
        </ul>
        {files.hasNextPage ? (
          <Button disabled={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
            {t('common:actions.loadMore')}
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}
