import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotificationSettings } from '../../features/inbox/notification-settings';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';

export function NotificationSettingsPage() {
  const { t } = useTranslation('inbox');
  usePageTitle(t('settings.title'));
  return (
    <RequireSignIn>
      {() => (
        <div className="page narrow stack">
          <header className="parts-head">
            <p className="parts-over">
              <Link to="/mes-notifications">{t('title')}</Link>
            </p>
            <h1 tabIndex={-1}>{t('settings.title')}</h1>
            <p className="lead">{t('settings.lead')}</p>
          </header>
          <NotificationSettings />
          <p className="field-help">
            {t('settings.follows')} <Link to="/mon-compte/suivis">{t('settings.followsLink')}</Link>
          </p>
        </div>
      )}
    </RequireSignIn>
  );
}
