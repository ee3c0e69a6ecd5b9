import { useTranslation } from 'react-i18next';
import { ChangePasswordForm } from '../../features/accounts/mine/change-password-form';
import { IdentitiesPanel } from '../../features/accounts/mine/identities-panel';
import { SecondFactorPanel } from '../../features/accounts/mine/second-factor-panel';
import { Panel } from '../../ui/card';
import { AccountPage } from './account-page';

export function MySecurityPage() {
  const { t } = useTranslation('account');
  return (
    <AccountPage title={t('nav.security')}>
      {({ account, signInWays }) => (
        <>
          <Panel id="second-factor" title={t('secondFactor.title')}>
            <SecondFactorPanel account={account} />
          </Panel>
          <Panel id="password" title={t('password.title')}>
            <ChangePasswordForm account={account} />
          </Panel>
          <IdentitiesPanel provider={signInWays.oidc} />
        </>
      )}
    </AccountPage>
  );
}
