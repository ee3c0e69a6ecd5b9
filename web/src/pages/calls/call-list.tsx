import { useTranslation } from 'react-i18next';
import { PublicCalls } from '../../features/calls/public-calls';
import { usePageTitle } from '../../lib/page-title';

export function CallListPage() {
  const { t } = useTranslation('calls');
  usePageTitle(t('list.title'));
  return (
    <div className="page stack">
      <header className="parts-head">
        <h1 tabIndex={-1}>{t('list.title')}</h1>
        <p className="lead">{t('list.lead')}</p>
      </header>
      <PublicCalls />
    </div>
  );
}
