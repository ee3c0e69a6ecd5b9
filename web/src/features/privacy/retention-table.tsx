import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { currentLanguage } from '../../text/i18n';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { Table } from '../../ui/table';

function retention() {
  return queryOptions({
    queryKey: ['privacy', 'retention', currentLanguage()],
    queryFn: ({ signal }) => unwrap(api.GET('/api/privacy/retention', { signal })),
    staleTime: Infinity,
  });
}

/** What is kept about people, how long and why: the very table that the service applies every night. */
export function RetentionTable() {
  const { t } = useTranslation(['account', 'common']);
  const lines = useQuery(retention());
  if (lines.isPending) return <Skeleton label={t('common:loading')} lines={6} />;
  if (lines.isError) return <ErrorState level={3} error={lines.error} onRetry={() => void lines.refetch()} />;
  return (
    <Table
      caption={t('account:retention.caption')}
      rows={lines.data.items}
      rowKey={(line) => line.key}
      columns={[
        { key: 'what', header: t('account:retention.what'), cell: (line) => line.what },
        { key: 'until', header: t('account:retention.until'), cell: (line) => line.until },
        { key: 'why', header: t('account:retention.why'), cell: (line) => line.why },
        { key: 'basis', header: t('account:retention.basis'), cell: (line) => t(`account:retention.bases.${line.basis}`) },
      ]}
    />
  );
}
