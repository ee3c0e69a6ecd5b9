import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { projectById } from '../../features/projects/projects.queries';
import { PublicProject } from '../../features/projects/public-project';
import { usePageTitle } from '../../lib/page-title';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import '../../features/projects/projects.css';

const route = getRouteApi('/projets/$projectId');

export function PublicProjectPage() {
  const { t } = useTranslation(['common', 'errors']);
  const { projectId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(projectById(projectId));
  usePageTitle(data?.name ?? (error ? t('errors:pageTitle') : undefined));
  return (
    <div className="page stack narrow">
      {isPending ? (
        <>
          <h1 className="visually-hidden">{t('common:loading')}</h1>
          <Skeleton label={t('common:loading')} shape="page" lines={6} />
        </>
      ) : null}
      {error ? <ErrorState level={1} error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <>
          <h1 tabIndex={-1}>{data.name}</h1>
          <PublicProject project={data} />
        </>
      ) : null}
    </div>
  );
}
