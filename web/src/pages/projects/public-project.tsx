import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FollowButton } from '../../features/follows/follow-button';
import { projectById } from '../../features/projects/projects.queries';
import { PublicProject } from '../../features/projects/public-project';
import { usePageTitle } from '../../lib/page-title';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import '../../features/projects/projects.css';

const route = getRouteApi('/projets/$projectId');

export function PublicProjectPage() {
  const { t } = useTranslation(['common', 'errors', 'follows']);
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
          <div className="form-actions">
            <FollowButton
              things={[
                { about: 'project', subject: data.id, label: t('follows:thing.project', { name: data.name }) },
                {
                  about: 'organisation',
                  subject: data.organisation.id,
                  label: t('follows:thing.organisation', { name: data.organisation.name }),
                },
              ]}
            />
          </div>
          <PublicProject project={data} />
        </>
      ) : null}
    </div>
  );
}
