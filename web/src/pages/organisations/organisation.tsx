import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Settings } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FollowButton } from '../../features/follows/follow-button';
import { AskToJoin } from '../../features/members/ask-to-join';
import { isMember } from '../../features/organisations/organisation-words';
import { OrganisationSheet } from '../../features/organisations/organisation-sheet';
import { organisationById } from '../../features/organisations/organisations.queries';
import { usePageTitle } from '../../lib/page-title';
import { useAccount } from '../../session/me';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';

const route = getRouteApi('/organisations/$organisationId');

export function OrganisationPage() {
  const { t } = useTranslation(['organisations', 'common', 'errors', 'follows']);
  const { organisationId } = route.useParams();
  const account = useAccount();
  const organisation = useQuery(organisationById(organisationId));
  usePageTitle(organisation.data?.name ?? (organisation.isError ? t('errors:pageTitle') : undefined));
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
        <ErrorState
          level={1}
          error={organisation.error}
          onRetry={() => void organisation.refetch()}
          actions={
            account === null ? (
              <LinkButton to="/connexion" search={{ retour: `/organisations/${organisationId}` }}>
                {t('organisations:signInToSee')}
              </LinkButton>
            ) : null
          }
        />
      </div>
    );
  const { standing } = organisation.data;
  const actions = isMember(organisation.data) ? (
    <LinkButton
      to="/organisations/$organisationId/gerer"
      params={{ organisationId }}
      look="primary"
      icon={<Settings aria-hidden size={20} />}
    >
      {t('organisations:manage.open')}
    </LinkButton>
  ) : standing === 'unclaimed' ? (
    <LinkButton to="/organisations/nouvelle" look="primary">
      {t('organisations:claimThis')}
    </LinkButton>
  ) : (
    <AskToJoin organisationId={organisationId} name={organisation.data.name} account={account} />
  );
  return (
    <div className="page stack">
      <OrganisationSheet
        organisation={organisation.data}
        actions={
          <>
            {actions}
            {standing === 'verified' ? (
              <FollowButton
                things={[
                  {
                    about: 'organisation',
                    subject: organisationId,
                    label: t('follows:thing.organisation', { name: organisation.data.name }),
                  },
                ]}
              />
            ) : null}
          </>
        }
      />
    </div>
  );
}
