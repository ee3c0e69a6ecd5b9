import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LawRules } from '../../features/law/law-rules';
import { LawTry } from '../../features/law/law-try';
import { legalRules } from '../../features/law/law.queries';
import { usePageTitle } from '../../lib/page-title';
import { me } from '../../session/me';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';

/** The table of the law in plain words, for everyone. */
export function LawPage() {
  const { t } = useTranslation(['law', 'common']);
  usePageTitle(t('law:title'));
  const rules = useQuery(legalRules());
  const who = useQuery(me()).data;
  return (
    <div className="page stack">
      <header className="parts-head">
        <h1 tabIndex={-1}>{t('law:title')}</h1>
        <p className="lead">{t('law:lead')}</p>
      </header>
      <LawTry />
      {rules.isPending ? <Skeleton label={t('common:loading')} lines={6} /> : null}
      {rules.isError ? <ErrorState level={2} error={rules.error} onRetry={() => void rules.refetch()} /> : null}
      {rules.data ? <LawRules rules={rules.data.items} canCorrect={who?.account?.platformRole === 'platform_administrator'} /> : null}
    </div>
  );
}
