import { Link } from '@tanstack/react-router';
import { Menu } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../session/me';
import { Mark } from '../ui/mark';
import { Sheet } from '../ui/sheet';
import { AccountMenu } from './account-menu';
import { AccountInSheet } from './account-sheet';
import { MAIN_LINKS } from './links';
import { LanguageSwitch, ThemeSwitch } from './settings';

const Bell = lazy(() => import('./bell'));

export function SiteHeader() {
  const { t } = useTranslation('common');
  const [open, setOpen] = useState(false);
  const isSignedIn = Boolean(useAccount());
  return (
    <header className="site-header">
      <div className="site-header-row">
        <Link to="/" className="brand">
          <Mark size={42} />
          <span className="brand-words">
            <span className="brand-name">{t('productName')}</span>
            <span className="brand-tagline">{t('tagline')}</span>
          </span>
        </Link>
        <nav className="main-nav" aria-label={t('mainNavigation')}>
          <ul className="main-nav-list">
            {MAIN_LINKS.map((link) => (
              <li key={link.key}>
                <Link to={link.to} className="main-nav-link">
                  {t(`nav.${link.key}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {isSignedIn ? (
          <Suspense fallback={<span className="bell-place" />}>
            <Bell />
          </Suspense>
        ) : null}
        <div className="header-settings">
          <AccountMenu />
          <LanguageSwitch />
        </div>
        <button type="button" className="menu-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Menu aria-hidden size={22} />
          {t('menu')}
        </button>
      </div>
      <Sheet open={open} onClose={() => setOpen(false)} title={t('menu')} closeLabel={t('closeMenu')}>
        <nav aria-label={t('mainNavigation')}>
          <ul className="menu-list">
            {MAIN_LINKS.map((link) => (
              <li key={link.key}>
                <Link to={link.to} className="menu-link" onClick={() => setOpen(false)}>
                  {t(`nav.${link.key}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <AccountInSheet onLeave={() => setOpen(false)} />
        <div className="menu-settings">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </Sheet>
    </header>
  );
}
