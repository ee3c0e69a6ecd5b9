import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { OwnerDesk } from '../../features/sites/keep/owner-desk';
import { ProposalsToDecide } from '../../features/sites/proposals/proposals-to-decide';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { Panel } from '../../ui/card';
import { LinkButton } from '../../ui/link-button';
import { keepingOrganisations } from './keeping-organisations';
import { NoOrganisation } from './no-organisation';

const route = getRouteApi('/mes-lieux');

export function MyPlacesPage() {
  const { t } = useTranslation(['keep', 'desk', 'participation']);
  usePageTitle(t('keep:title'));
  const { etat } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <RequireSignIn>
      {(who) => {
        const organisations = keepingOrganisations(who);
        return (
          <div className="page stack">
            <header className="parts-head">
              <h1 tabIndex={-1}>{t('keep:title')}</h1>
              <p className="lead">{t('keep:lead')}</p>
            </header>
            {organisations.length === 0 ? (
              <NoOrganisation />
            ) : (
              <div className="form-actions">
                <LinkButton to="/mes-lieux/nouveau" look="primary" icon={<Plus aria-hidden size={20} />}>
                  {t('keep:add')}
                </LinkButton>
                <LinkButton to="/mes-lieux/reprendre">{t('desk:claim.link')}</LinkButton>
              </div>
            )}
            {organisations.map(({ organisationId, name }) => (
              <Panel key={organisationId} id={`organisation-${organisationId}`} title={name}>
                <OwnerDesk
                  organisation={{ id: organisationId, name }}
                  state={etat ?? null}
                  onState={(state) => void navigate({ search: { etat: state ?? undefined } })}
                />
              </Panel>
            ))}
            {organisations.map(({ organisationId, name }) => (
              <Panel key={organisationId} id={`proposals-${organisationId}`} title={`${t('participation:decide.title')} · ${name}`}>
                <ProposalsToDecide organisationId={organisationId} />
              </Panel>
            ))}
          </div>
        );
      }}
    </RequireSignIn>
  );
}
