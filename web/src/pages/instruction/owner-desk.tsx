import { useTranslation } from 'react-i18next';
import { OwnerTasks } from '../../features/instruction/owner-desk';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { EmptyState } from '../../ui/empty-state';
import { LinkButton } from '../../ui/link-button';

/** What is waiting on the reader as an agent of public owners, the one they act for first. */
export function OwnerDeskPage() {
  const { t } = useTranslation('instruction');
  usePageTitle(t('desk.title'));
  return (
    <RequireSignIn>
      {({ memberships, actingFor }) => {
        const owners = memberships
          .filter(({ kind, role }) => kind === 'public_owner' && role !== 'reviewer')
          .sort((a, b) => Number(b.organisationId === actingFor) - Number(a.organisationId === actingFor));
        return (
          <div className="page stack">
            <header className="parts-head">
              <h1 tabIndex={-1}>{t('desk.title')}</h1>
              <p className="lead">{t('desk.lead')}</p>
            </header>
            {owners.length === 0 ? (
              <EmptyState title={t('desk.noOwner')} actions={<LinkButton to="/mes-candidatures">{t('desk.applications')}</LinkButton>}>
                <p>{t('desk.noOwnerText')}</p>
              </EmptyState>
            ) : null}
            {owners.map(({ organisationId, name }) => (
              <OwnerTasks key={organisationId} organisationId={organisationId} name={name} />
            ))}
          </div>
        );
      }}
    </RequireSignIn>
  );
}
