import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../lib/page-title';
import { ClosedLine } from '../ui/closed-line';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { LinkButton } from '../ui/link-button';

export function NotFoundScreen() {
  const { t } = useTranslation(['errors', 'common']);
  usePageTitle(t('errors:notFoundTitle'));
  return (
    <div className="page">
      <EmptyState
        level={1}
        title={t('errors:notFoundTitle')}
        drawing={<ClosedLine />}
        actions={
          <>
            <LinkButton to="/" look="primary">
              {t('common:actions.backHome')}
            </LinkButton>
            <LinkButton to="/lieux">{t('common:nav.places')}</LinkButton>
          </>
        }
      >
        <p>{t('errors:notFoundText')}</p>
      </EmptyState>
    </div>
  );
}

export function CrashScreen({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useTranslation(['errors', 'common']);
  usePageTitle(t('errors:pageTitle'));
  return (
    <div className="page">
      <ErrorState level={1} error={error} onRetry={reset} actions={<LinkButton to="/">{t('common:actions.backHome')}</LinkButton>} />
    </div>
  );
}
