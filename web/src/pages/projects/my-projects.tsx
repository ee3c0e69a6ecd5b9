import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { OrganisationProjects } from '../../features/projects/organisation-projects';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { Panel } from '../../ui/card';
import { EmptyState } from '../../ui/empty-state';
import { LinkButton } from '../../ui/link-button';
import { essOrganisations } from './my-organisations';

export function MyProjectsPage() {
  const { t } = useTranslation('projects');
  usePageTitle(t('title'));
  return (
    <RequireSignIn>
      {(who) => {
        const organisations = essOrganisations(who);
        return (
          <div className="page stack">
            <header className="parts-head">
              <h1 tabIndex={-1}>{t('title')}</h1>
              <p className="lead">{t('lead')}</p>
            </header>
            {organisations.length === 0 ? (
              <EmptyState
                title={t('noOrganisation.title')}
                actions={
                  <>
                    <LinkButton to="/organisations" look="primary">
                      {t('noOrganisation.act')}
                    </LinkButton>
                    <LinkButton to="/besoin">{t('list.describe')}</LinkButton>
                  </>
                }
              >
                <p>{t('noOrganisation.text')}</p>
              </EmptyState>
            ) : (
              <div className="form-actions">
                <LinkButton to="/besoin" look="primary" icon={<Plus aria-hidden size={20} />}>
                  {t('list.describe')}
                </LinkButton>
              </div>
            )}
            {organisations.map(({ organisationId, name }) => (
              <Panel key={organisationId} id={`organisation-${organisationId}`} title={name}>
                <OrganisationProjects organisationId={organisationId} />
              </Panel>
            ))}
          </div>
        );
      }}
    </RequireSignIn>
  );
}
