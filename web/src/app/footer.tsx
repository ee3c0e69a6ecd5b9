import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Mark } from '../ui/mark';
import { ABOUT_LINKS, MAIN_LINKS } from './links';
import { LanguageSwitch, ThemeSwitch } from './settings';

export function SiteFooter() {
  const { t } = useTranslation('common');
  return (
    <footer className="site-footer">
      <div className="site-footer-grid">
        <div className="footer-brand">
          <Mark size={56} />
          <p className="footer-name">{t('productName')}</p>
          <p>{t('footer.promise')}</p>
        </div>
        <nav aria-label={t('footerNavigation')} className="footer-nav">
          <div>
            <h2>{t('footer.discover')}</h2>
            <ul className="footer-links">
              {MAIN_LINKS.map((link) => (
                <li key={link.key}>
                  <Link to={link.to}>{t(`nav.${link.key}`)}</Link>
                </li>
              ))}
              <li>
                <Link to="/favoris">{t('nav.favourites')}</Link>
              </li>
              <li>
                <Link to="/proposer-un-lieu">{t('nav.propose')}</Link>
              </li>
            </ul>
          </div>
          <div>
            <h2>{t('footer.know')}</h2>
            <ul className="footer-links">
              {ABOUT_LINKS.map((link) => (
                <li key={link.key}>
                  <Link to={link.to}>{t(`nav.${link.key}`)}</Link>
                </li>
              ))}
              <li>
                <a href="/api/openapi.json">{t('nav.api')}</a>
              </li>
            </ul>
          </div>
        </nav>
        <div className="footer-settings">
          <h2>{t('footer.settings')}</h2>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </div>
    </footer>
  );
}
