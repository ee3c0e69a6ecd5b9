import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowLeft, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PlacePoster } from '../features/sites/poster/place-poster';
import { placeById } from '../features/sites/sites.queries';
import { usePageTitle } from '../lib/page-title';
import { Button } from '../ui/button';
import { ErrorState } from '../ui/error-state';
import { LinkButton } from '../ui/link-button';
import { Skeleton } from '../ui/skeleton';

const route = getRouteApi('/lieux/$siteId/affiche');

export function PosterPage() {
  const { t } = useTranslation(['poster', 'common']);
  const { siteId } = route.useParams();
  const place = useQuery(placeById(siteId));
  const isOffered = place.data?.shelf === 'offered' || place.data?.shelf === 'owner_known';
  usePageTitle(place.data ? t('poster:title', { name: place.data.name }) : undefined);
  return (
    <div className="page stack">
      <LinkButton
        to="/lieux/$siteId"
        params={{ siteId }}
        look="quiet"
        size="small"
        className="compared-back no-print"
        icon={<ArrowLeft aria-hidden size={18} />}
      >
        {t('poster:back')}
      </LinkButton>
      <h1 className="no-print" tabIndex={-1}>
        {place.data ? t('poster:title', { name: place.data.name }) : t('poster:word')}
      </h1>
      {place.isPending ? <Skeleton label={t('common:loading')} shape="page" lines={8} /> : null}
      {place.isError ? <ErrorState error={place.error} onRetry={() => void place.refetch()} /> : null}
      {place.data && !isOffered ? <p className="panel">{t('poster:notOffered')}</p> : null}
      {place.data && isOffered ? (
        <>
          <div className="compared-acts no-print">
            <p>{t('poster:help')}</p>
            <Button look="primary" icon={<Printer aria-hidden size={18} />} onClick={() => window.print()}>
              {t('poster:print')}
            </Button>
          </div>
          <PlacePoster site={place.data} />
        </>
      ) : null}
    </div>
  );
}
