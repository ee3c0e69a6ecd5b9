import { useTranslation } from 'react-i18next';
import { SessionList } from '../../features/accounts/mine/session-list';
import { AccountPage } from './account-page';

export function MySessionsPage() {
  const { t } = useTranslation('account');
  return (
    <AccountPage title={t('nav.sessions')} lead={t('sessions.lead')}>
      {() => <SessionList />}
    </AccountPage>
  );
}
