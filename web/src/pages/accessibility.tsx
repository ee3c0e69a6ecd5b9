import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../lib/page-title';

export function AccessibilityPage() {
  const { t } = useTranslation('legal');
  usePageTitle(t('accessibilityTitle'));
  return (
    <article className="page prose">
      <h1 tabIndex={-1}>{t('accessibilityTitle')}</h1>
      <p className="lead">{t('accessibilityLead')}</p>
      <h2>{t('done')}</h2>
      <ul>
        {(['done1', 'done2', 'done3', 'done4'] as const).map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ul>
      <h2>{t('limits')}</h2>
      <p>{t('limitsText')}</p>
    </article>
  );
}
