import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ClaimLeads } from '../../features/sites/keep/claim-leads';
import { TerritoryField } from '../../features/territories/territory-field';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { Notice } from '../../ui/notice';
import { canWrite, keepingOrganisations } from './keeping-organisations';

const route = getRouteApi('/mes-lieux/reprendre');

export function ClaimPlacesPage() {
  const { t } = useTranslation(['desk']);
  usePageTitle(t('desk:claim.title'));
  const { lieu } = route.useSearch();
  return (
    <RequireSignIn>
      {(who) => {
        const owners = keepingOrganisations(who).filter((one) => canWrite(one) && one.kind === 'public_owner' && one.state === 'verified');
        return (
          <div className="page stack narrow">
            <header className="parts-head">
              <h1 tabIndex={-1}>{t('desk:claim.title')}</h1>
              <p className="lead">{t('desk:claim.lead')}</p>
            </header>
            {owners.length === 0 ? (
              <Notice tone="warning">
                <p>{t('desk:claim.onlyOwners')}</p>
              </Notice>
            ) : (
              <ClaimLeads
                organisations={owners.map(({ organisationId, name }) => ({ id: organisationId, name }))}
                first={lieu ?? null}
                territoryPicker={(onPick) => (
                  <TerritoryField
                    label={t('desk:claim.territory')}
                    help={t('desk:claim.territoryHelp')}
                    keepsPick
                    onPick={({ id }) => onPick(id)}
                  />
                )}
              />
            )}
          </div>
        );
      }}
    </RequireSignIn>
  );
}
