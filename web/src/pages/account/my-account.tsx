import { useTranslation } from 'react-i18next';
import { ChangeEmailForm } from '../../features/accounts/mine/change-email-form';
import { MyOrganisations } from '../../features/accounts/mine/my-organisations';
import { ProfileForm } from '../../features/accounts/mine/profile-form';
import { Panel } from '../../ui/card';
import { LinkButton } from '../../ui/link-button';
import { AccountPage } from './account-page';

export function MyAccountPage() {
  const { t } = useTranslation('account');
  return (
    <AccountPage title={t('nav.profile')}>
      {({ account, memberships }) => (
        <>
          <Panel id="profile" title={t('profile.title')}>
            <ProfileForm account={account} />
          </Panel>
          <Panel id="address" title={t('email.title')}>
            <ChangeEmailForm account={account} />
          </Panel>
          <Panel id="organisations" title={t('organisations.title')}>
            <div className="stack">
              <MyOrganisations memberships={memberships} />
              <div className="form-actions">
                <LinkButton to="/organisations">{t('organisations.find')}</LinkButton>
              </div>
            </div>
          </Panel>
        </>
      )}
    </AccountPage>
  );
}
