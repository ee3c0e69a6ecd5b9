import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keptSite } from '../../features/sites/keep/keep.queries';
import { SiteEditor } from '../../features/sites/keep/site-editor';
import { TwinsPanel } from '../../features/sites/together/twins-panel';
import { usePageTitle } from '../../lib/page-title';
import { RequireSignIn } from '../../session/require-sign-in';
import { ErrorState } from '../../ui/error-state';
import { LinkButton } from '../../ui/link-button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { communePicker } from './commune-picker';

const route = getRouteApi('/mes-lieux/$siteId');

export function MyPlacePage() {
  return <RequireSignIn>{() => <MyPlace />}</RequireSignIn>;
}

function MyPlace() {
  const { t } = useTranslation(['keep', 'common', 'errors', 'together']);
  const { siteId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery(keptSite(siteId));
  usePageTitle(data?.fields.name ?? (error ? t('errors:pageTitle') : undefined));
  if (isPending)
    return (
      <div className="page">
        <h1 className="visually-hidden">{t('common:loading')}</h1>
        <Skeleton label={t('common:loading')} shape="page" lines={6} />
      </div>
    );
  if (error)
    return (
      <div className="page">
        <ErrorState level={1} error={error} onRetry={() => void refetch()} />
      </div>
    );
  return (
    <div className="page stack">
      <header className="parts-head">
        <p className="parts-over">
          <Link to="/mes-lieux">{t('keep:title')}</Link> {data.organisation ? `· ${data.organisation.name}` : null}
        </p>
        <h1 tabIndex={-1}>{data.fields.name}</h1>
      </header>
      {data.mergedInto ? (
        <Notice
          title={t('together:gone', { name: data.mergedInto.name })}
          actions={
            <LinkButton to="/mes-lieux/$siteId" params={{ siteId: data.mergedInto.id }}>
              {t('together:open')}
            </LinkButton>
          }
        />
      ) : null}
      <SiteEditor
        key={data.id}
        site={data}
        communePicker={communePicker}
        photos={
          <LinkButton to="/mes-lieux/$siteId/photos" params={{ siteId: data.id }}>
            {t('keep:photos')}
          </LinkButton>
        }
        twins={data.mergedInto === null ? <TwinsPanel siteId={data.id} /> : null}
      />
    </div>
  );
}
