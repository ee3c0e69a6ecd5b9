import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SessionGuard } from '../session/session-guard';
import { SiteFooter } from './footer';
import { SiteHeader } from './header';
import { RouteAnnouncer } from './route-announcer';

export function Layout() {
  const { t } = useTranslation('common');
  return (
    <>
      <a className="skip-link" href="#content">
        {t('skipToContent')}
      </a>
      <SiteHeader />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <SiteFooter />
      <RouteAnnouncer />
      <SessionGuard />
    </>
  );
}
