import { useTranslation } from 'react-i18next';
import { ChangePasswordForm } from '../../features/accounts/mine/change-password-form';
import { SecondFactorPanel } from '../../features/accounts/mine/second-factor-panel';
import { Panel } from '../../ui/card';
import { AccountPage } from './account-page';

export function MySecurityPage() {
  const { t } = useTranslation('account');
  return (
    <AccountPage title={t('nav.security')}>
      {({ account }) => (
        <>
          <Panel id="second-factor" title={t('secondFactor.title')}>
            <SecondFactorPanel account={account} />
          </Panel>
          <Panel id="password" title={t('password.title')}>
            <ChangePasswordForm account={account} />
          </Panel>
        </>
      )}
    </AccountPage>
  );
}
