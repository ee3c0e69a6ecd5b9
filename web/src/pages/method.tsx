import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MethodCriterion } from '../features/matching/match-types';
import { matchingMethod } from '../features/matching/matching.queries';
import { usePageTitle } from '../lib/page-title';
import { addFrench, currentLanguage } from '../text/i18n';
import { ErrorState } from '../ui/error-state';
import { LinkButton } from '../ui/link-button';
import { Skeleton } from '../ui/skeleton';
import { Table } from '../ui/table';
import { method } from '../text/fr/method';

addFrench({ method });

/** Written by the table the engine runs on: what it says here is what it does. */
export function MethodPage() {
  const { t } = useTranslation(['method', 'common']);
  usePageTitle(t('method:title'));
  const method = useQuery(matchingMethod());
  const language = currentLanguage();
  const conditions = method.data?.[language].criteria.filter((row) => row.condition) ?? [];
  const preferences = method.data?.[language].criteria.filter((row) => !row.condition) ?? [];
  return (
    <article className="page method-page">
      <div className="prose">
        <h1 tabIndex={-1}>{t('method:title')}</h1>
        <p className="lead">{t('method:lead')}</p>
        {method.isPending ? <Skeleton label={t('common:loading')} lines={8} /> : null}
        {method.isError ? <ErrorState error={method.error} onRetry={() => void method.refetch()} /> : null}
        {method.data ? (
          <>
            <p>
              <strong>{t('method:version', { version: method.data.version })}</strong> {t('method:versionText')}
            </p>
            {method.data[language].introduction.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </>
        ) : null}
      </div>
      {method.data ? (
        <>
          <MethodTable
            title={t('method:conditions', { count: conditions.length })}
            rows={conditions}
            factor={method.data.mattersMostFactor}
          />
          <MethodTable title={t('method:preferences')} rows={preferences} factor={method.data.mattersMostFactor} />
          <p className="method-end">
            <LinkButton to="/besoin" look="primary">
              {t('common:nav.need')}
            </LinkButton>{' '}
            <a href="/api/matches/method">{t('method:asData')}</a>
          </p>
        </>
      ) : null}
    </article>
  );
}

function MethodTable({
  title,
  rows,
  factor,
}: {
  readonly title: string;
  readonly rows: readonly MethodCriterion[];
  readonly factor: number;
}) {
  const { t } = useTranslation('method');
  if (rows.length === 0) return null;
  return (
    <section className="method-table">
      <h2>{title}</h2>
      <Table
        caption={title}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'label', header: t('criterion'), cell: (row) => row.label },
          { key: 'rule', header: t('rule'), cell: (row) => row.rule },
          { key: 'question', header: t('question'), cell: (row) => row.question },
          { key: 'graded', header: t('graded'), cell: (row) => (row.graded ? t('bySteps') : t('yesOrNo')) },
          {
            key: 'weight',
            header: t('weight'),
            cell: (row) => t('weightValue', { weight: row.weight, most: row.weight * factor }),
            align: 'end',
          },
        ]}
      />
    </section>
  );
}
