import { useTranslation } from 'react-i18next';
import { ClaimWizard } from '../../features/organisations/claim/claim-wizard';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { EmailNeeded } from '../../session/email-needed';
import { territoryAnswer } from './territory-answer';

export function NewOrganisationPage() {
  return <RequireSignIn>{({ account }) => <NewOrganisation isVerified={account.emailVerified} />}</RequireSignIn>;
}

function NewOrganisation({ isVerified }: { readonly isVerified: boolean }) {
  const { t } = useTranslation('organisations');
  usePageTitle(t('claim.title'));
  return (
    <div className="page stack">
      <header className="parts-head">
        <h1 tabIndex={-1}>{t('claim.title')}</h1>
        <p className="lead">{t('claim.lead')}</p>
      </header>
      {isVerified ? <ClaimWizard territory={territoryAnswer} /> : <EmailNeeded />}
    </div>
  );
}
