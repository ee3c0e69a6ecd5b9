import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';

function webConfig() {
  return queryOptions({
    queryKey: ['web-config'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/web-config', { signal })),
    staleTime: Infinity,
  });
}

const PARTS = ['name', 'address', 'contact', 'director', 'host'] as const;

/** Who answers for this installation, or that nobody has said so. */
export function PublisherNotice() {
  const { t } = useTranslation(['legal', 'common']);
  const config = useQuery(webConfig());
  if (config.isPending) return <Skeleton label={t('common:loading')} lines={3} />;
  if (config.isError) return <ErrorState level={3} error={config.error} onRetry={() => void config.refetch()} />;
  const { publisher } = config.data;
  if (publisher === null) return <p>{t('legal:noPublisher')}</p>;
  return (
    <dl>
      {PARTS.filter((part) => publisher[part] !== null).map((part) => (
        <div key={part}>
          <dt>{t(`legal:publisherParts.${part}`)}</dt>
          <dd>{publisher[part]}</dd>
        </div>
      ))}
    </dl>
  );
}
