import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MediaDesk } from '../../features/media/media-desk';
import { mediaOf } from '../../features/media/media.queries';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Skeleton } from '../../ui/skeleton';

const route = getRouteApi('/mes-lieux/$siteId/photos');

/** Photos and documents of a place, for the organisation that keeps it. */
export function SitePhotosPage() {
  return <RequireSignIn>{() => <SitePhotos />}</RequireSignIn>;
}

function SitePhotos() {
  const { t } = useTranslation(['media', 'common', 'errors']);
  const { siteId } = route.useParams();
  const list = useQuery(mediaOf(siteId));
  usePageTitle(list.data ? `${t('media:title')} · ${list.data.site.name}` : list.isError ? t('errors:pageTitle') : undefined);
  if (list.isPending)
    return (
      <div className="page">
        <h1 className="visually-hidden">{t('common:loading')}</h1>
        <Skeleton label={t('common:loading')} shape="page" lines={6} />
      </div>
    );
  if (list.isError)
    return (
      <div className="page">
        <ErrorState level={1} error={list.error} onRetry={() => void list.refetch()} />
      </div>
    );
  const { site } = list.data;
  return (
    <div className="page stack narrow">
      {site.seenByAll ? (
        <p>
          <LinkButton to="/lieux/$siteId" params={{ siteId }} look="quiet" size="small" icon={<ArrowLeft aria-hidden size={18} />}>
            {t('media:seePage')}
          </LinkButton>
        </p>
      ) : null}
      <header className="parts-head">
        <h1 tabIndex={-1}>{t('media:title')}</h1>
        <p className="lead">{t('media:lead', { name: site.name })}</p>
      </header>
      <MediaDesk list={list.data} />
    </div>
  );
}
