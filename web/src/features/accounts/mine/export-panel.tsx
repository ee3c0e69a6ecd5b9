import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../../ui/button';

export function ExportPanel() {
  const { t } = useTranslation('account');
  return (
    <div className="stack">
      <p>{t('data.exportText')}</p>
      <div className="form-actions">
        <a className={buttonClass('secondary')} href="/api/me/export" download>
          <Download aria-hidden size={18} />
          {t('data.export')}
        </a>
      </div>
    </div>
  );
}
