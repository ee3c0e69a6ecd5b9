import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const PARTS = [
  { key: 'profile', to: '/mon-compte' },
  { key: 'security', to: '/mon-compte/securite' },
  { key: 'sessions', to: '/mon-compte/sessions' },
  { key: 'follows', to: '/mon-compte/suivis' },
  { key: 'proposals', to: '/mon-compte/propositions' },
  { key: 'data', to: '/mon-compte/donnees' },
] as const;

export function AccountNav() {
  const { t } = useTranslation('account');
  return (
    <nav aria-label={t('nav.label')} className="part-nav">
      <ul className="part-list">
        {PARTS.map(({ key, to }) => (
          <li key={key}>
            <Link to={to} className="part-link" activeOptions={{ exact: true }}>
              {t(`nav.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
