import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BeginForm } from '../../features/applications/begin-form';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { EmptyState } from '../../ui/empty-state';
import { LinkButton } from '../../ui/link-button';
import { canWrite, essOrganisations } from '../projects/my-organisations';

const route = getRouteApi('/mes-candidatures/nouvelle');

export function NewApplicationPage() {
  const { t } = useTranslation('applications');
  const { appel, lieu, depuis } = route.useSearch();
  const navigate = useNavigate();
  usePageTitle(t('begin.title'));
  const target = appel ? { callId: appel } : lieu ? { siteId: lieu } : null;
  return (
    <RequireSignIn>
      {(who) => {
        const [first, ...others] = essOrganisations(who).filter(canWrite);
        return (
          <div className="page stack">
            <header className="parts-head">
              <h1 tabIndex={-1}>{t('begin.title')}</h1>
              <p className="lead">{t('begin.lead')}</p>
            </header>
            {target === null ? (
              <EmptyState title={t('begin.noTarget')} actions={<LinkButton to="/appels">{t('mine.calls')}</LinkButton>} />
            ) : first === undefined ? (
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
            ) : (
              <BeginForm
                organisations={[first, ...others]}
                target={target}
                from={depuis}
                onBegun={({ id }) =>
                  void navigate({ to: '/mes-candidatures/$applicationId', params: { applicationId: id }, replace: true })
                }
              />
            )}
          </div>
        );
      }}
    </RequireSignIn>
  );
}
