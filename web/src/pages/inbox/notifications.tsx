import { useTranslation } from 'react-i18next';
import { NotificationList } from '../../features/inbox/notification-list';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { LinkButton } from '../../ui/link-button';

export function NotificationsPage() {
  const { t } = useTranslation('inbox');
  usePageTitle(t('title'));
  return (
    <RequireSignIn>
      {() => (
        <div className="page narrow stack">
          <header className="parts-head">
            <h1 tabIndex={-1}>{t('title')}</h1>
            <p className="lead">{t('lead')}</p>
          </header>
          <NotificationList />
          <div className="form-actions">
            <LinkButton to="/mes-notifications/reglages" look="quiet">
              {t('settings.title')}
            </LinkButton>
          </div>
        </div>
      )}
    </RequireSignIn>
  );
}
