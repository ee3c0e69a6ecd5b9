import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ManageNav } from '../../features/organisations/manage/manage-nav';
import { StateNotice } from '../../features/organisations/manage/state-notice';
import { type Organisation, organisationById } from '../../features/organisations/organisations.queries';
import { usePageTitle } from '../../lib/page-title';
import type { Account } from '../../session/me';
import { RequireSignIn } from '../../session/require-sign-in';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { RefusalNote } from '../../ui/refusal-note';
import { Skeleton } from '../../ui/skeleton';

interface ManagePageProps {
  readonly organisationId: string;
  readonly title: string;
  readonly children: (organisation: Organisation, account: Account) => ReactNode;
}

/** The pages of an organisation's members share their heading, their parts and where the organisation stands. */
export function ManagePage(props: ManagePageProps) {
  return <RequireSignIn>{({ account }) => <Managed {...props} account={account} />}</RequireSignIn>;
}

function Managed({ organisationId, title, children, account }: ManagePageProps & { readonly account: Account }) {
  const { t } = useTranslation(['organisations', 'common', 'errors']);
  const organisation = useQuery(organisationById(organisationId));
  usePageTitle(organisation.data ? `${title} · ${organisation.data.name}` : organisation.isError ? t('errors:pageTitle') : undefined);
  if (organisation.isPending)
    return (
      <div className="page">
        <h1 className="visually-hidden">{t('common:loading')}</h1>
        <Skeleton label={t('common:loading')} shape="page" lines={6} />
      </div>
    );
  if (organisation.isError)
    return (
      <div className="page">
        <ErrorState level={1} error={organisation.error} onRetry={() => void organisation.refetch()} />
      </div>
    );
  const { data } = organisation;
  return (
    <div className="page parts">
      <header className="parts-head">
        <p className="parts-over">
          <Link to="/organisations/$organisationId" params={{ organisationId }}>
            {data.name}
          </Link>
        </p>
        <h1 tabIndex={-1}>{title}</h1>
      </header>
      {data.inside === null ? (
        <div className="parts-content">
          <RefusalNote code="not-a-member" />
          <LinkButton to="/organisations/$organisationId" params={{ organisationId }}>
            {t('organisations:manage.publicPage')}
          </LinkButton>
        </div>
      ) : (
        <>
          <ManageNav organisationId={organisationId} />
          <div className="parts-content">
            <StateNotice organisation={data} />
            {children(data, account)}
          </div>
        </>
      )}
    </div>
  );
}
