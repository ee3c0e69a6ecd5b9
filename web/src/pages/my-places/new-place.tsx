import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ExpressForm } from '../../features/sites/keep/express-form';
import { usePageTitle } from '../../lib/page-title';
import { EmailNeeded } from '../../session/email-needed';
import { RequireSignIn } from '../../session/require-sign-in';
import { communePicker } from './commune-picker';
import { canWrite, keepingOrganisations } from './keeping-organisations';
import { NoOrganisation } from './no-organisation';

const route = getRouteApi('/mes-lieux/nouveau');

export function NewPlacePage() {
  const { t } = useTranslation('keep');
  usePageTitle(t('new.title'));
  const navigate = route.useNavigate();
  return (
    <RequireSignIn>
      {(who) => {
        const organisations = keepingOrganisations(who).filter(canWrite);
        return (
          <div className="page stack narrow">
            <header className="parts-head">
              <h1 tabIndex={-1}>{t('new.title')}</h1>
              <p className="lead">{t('new.lead')}</p>
            </header>
            {who.account.emailVerified ? null : <EmailNeeded />}
            {organisations.length === 0 ? (
              <NoOrganisation />
            ) : (
              <ExpressForm
                organisations={organisations.map(({ organisationId, name }) => ({ id: organisationId, name }))}
                communePicker={communePicker}
                onSaved={(siteId) => navigate({ to: '/mes-lieux/$siteId', params: { siteId } })}
              />
            )}
          </div>
        );
      }}
    </RequireSignIn>
  );
}
