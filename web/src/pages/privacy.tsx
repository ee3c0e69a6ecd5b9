import { useTranslation } from 'react-i18next';
import { RetentionTable } from '../features/privacy/retention-table';
import { usePageTitle } from '../lib/page-title';
import { LinkButton } from '../ui/link-button';

export function PrivacyPage() {
  const { t } = useTranslation('legal');
  usePageTitle(t('privacyTitle'));
  return (
    <div className="page stack">
      <article className="prose">
        <h1 tabIndex={-1}>{t('privacyTitle')}</h1>
        <p className="lead">{t('privacyLead')}</p>
        <p>{t('privacyText')}</p>
        <h2>{t('rights')}</h2>
        <p>{t('rightsText')}</p>
        <LinkButton to="/mon-compte/donnees">{t('rightsAction')}</LinkButton>
        <h2>{t('kept')}</h2>
      </article>
      <RetentionTable />
    </div>
  );
}
