import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const PARTS = [
  { key: 'profile', to: '/organisations/$organisationId/gerer' },
  { key: 'members', to: '/organisations/$organisationId/gerer/membres' },
  { key: 'evidence', to: '/organisations/$organisationId/gerer/justificatifs' },
  { key: 'network', to: '/organisations/$organisationId/gerer/reseau' },
  { key: 'journal', to: '/organisations/$organisationId/gerer/journal' },
] as const;

export function ManageNav({ organisationId }: { readonly organisationId: string }) {
  const { t } = useTranslation('organisations');
  return (
    <nav aria-label={t('manage.title')} className="part-nav">
      <ul className="part-list">
        {PARTS.map(({ key, to }) => (
          <li key={key}>
            <Link to={to} params={{ organisationId }} className="part-link" activeOptions={{ exact: true }}>
              {t(`manage.nav.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
