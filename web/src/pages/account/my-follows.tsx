import { useTranslation } from 'react-i18next';
import { FollowManager } from '../../features/follows/follow-manager';
import { MY_FOLLOWS, myDesk, readMyFollows } from '../../features/follows/follows.queries';
import { Panel } from '../../ui/card';
import { AccountPage } from './account-page';

export function MyFollowsPage() {
  const { t } = useTranslation('follows');
  return (
    <AccountPage title={t('manage.title')} lead={t('manage.accountLead')}>
      {() => (
        <Panel id="follows" title={t('manage.listTitle')}>
          <FollowManager queryKey={MY_FOLLOWS} read={readMyFollows} desk={myDesk} />
        </Panel>
      )}
    </AccountPage>
  );
}
