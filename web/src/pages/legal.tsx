import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PublisherNotice } from '../features/service/publisher-notice';
import { usePageTitle } from '../lib/page-title';

export function LegalPage() {
  const { t } = useTranslation('legal');
  usePageTitle(t('legalTitle'));
  return (
    <article className="page prose">
      <h1 tabIndex={-1}>{t('legalTitle')}</h1>
      {(['publisher', 'software', 'advice', 'privacy'] as const).map((part) => (
        <section key={part}>
          <h2>{t(part)}</h2>
          {part === 'publisher' ? <PublisherNotice /> : <p>{t(`${part}Text`)}</p>}
          {part === 'privacy' ? <Link to="/donnees-personnelles">{t('privacyTitle')}</Link> : null}
        </section>
      ))}
    </article>
  );
}
