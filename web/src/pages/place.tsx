import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ArrowLeft, Pencil, QrCode } from 'lucide-react';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FollowButton } from '../features/follows/follow-button';
import { FittingProjects } from '../features/matching/mirror/fitting-projects';
import { StarButton } from '../features/sites/favourites/star-button';
import { PlaceSheet } from '../features/sites/sheet/place-sheet';
import type { SiteView } from '../features/sites/site-types';
import { placeById } from '../features/sites/sites.queries';
import { usePageTitle } from '../lib/page-title';
import { me } from '../session/me';
import { addFrench, loadInsideTexts } from '../text/i18n';
import { ErrorState } from '../ui/error-state';
import { LinkButton } from '../ui/link-button';
import { Skeleton } from '../ui/skeleton';
import { place } from '../text/fr/place';

addFrench({ place });

const route = getRouteApi('/lieux/$siteId');
/** For those who have an account: neither its code nor its words weigh on the others. */
const PlaceRoles = lazy(async () => {
  const [{ PlaceRoles: component }] = await Promise.all([import('../features/sites/roles/place-roles'), loadInsideTexts()]);
  return { default: component };
});

/** Of leads: who knocks together. */
const KnockPanel = lazy(async () => {
  const [{ KnockPanel: component }] = await Promise.all([import('../features/participation/knock-panel'), loadInsideTexts()]);
  return { default: component };
});
/** For the places that are in a call. */
const PlaceCallNote = lazy(async () => {
  const [{ PlaceCallNote: component }] = await Promise.all([import('../features/calls/place-call-note'), loadInsideTexts()]);
  return { default: component };
});

/** For the places that somebody has asked for. */
const PlaceNoticeNote = lazy(async () => {
  const [{ PlaceNoticeNote: component }] = await Promise.all([import('../features/law/notice-parts'), loadInsideTexts()]);
  return { default: component };
});

export function PlacePage() {
  const { t } = useTranslation(['place', 'common', 'errors']);
  const { siteId } = route.useParams();
  const place = useQuery(placeById(siteId));
  const who = useQuery(me()).data;
  const navigate = route.useNavigate();
  const found = place.data?.id;
  // The sheet went into another: the address follows, and the way back does not pass here again.
  useEffect(() => {
    if (found !== undefined && found !== siteId) void navigate({ to: '/lieux/$siteId', params: { siteId: found }, replace: true });
  }, [found, siteId, navigate]);
  usePageTitle(place.data?.name ?? (place.isError ? t('errors:pageTitle') : undefined));
  const back = (
    <LinkButton to="/lieux" look="quiet" size="small" className="no-print" icon={<ArrowLeft aria-hidden size={18} />}>
      {t('place:back')}
    </LinkButton>
  );
  return (
    <div className="page">
      {back}
      {place.isPending ? (
        <>
          <h1 className="visually-hidden">{t('common:loading')}</h1>
          <Skeleton label={t('common:loading')} shape="page" lines={8} />
        </>
      ) : null}
      {place.isError ? <ErrorState level={1} error={place.error} onRetry={() => void place.refetch()} /> : null}
      {place.data?.state === 'under_call' ? (
        <Suspense>
          <PlaceCallNote siteId={siteId} />
        </Suspense>
      ) : null}
      {place.data?.state === 'under_interest' ? (
        <Suspense>
          <PlaceNoticeNote siteId={siteId} />
        </Suspense>
      ) : null}
      {place.data ? (
        <PlaceSheet
          site={place.data}
          company={
            <Suspense>
              <KnockPanel siteId={siteId} />
            </Suspense>
          }
          action={
            <>
              <LinkButton to="/besoin" look="primary">
                {t('place:contact.action')}
              </LinkButton>
              {place.data.shelf !== 'lead' && place.data.state === 'published' ? (
                <LinkButton to="/mes-candidatures/nouvelle" search={{ lieu: siteId }}>
                  {t('place:contact.ask')}
                </LinkButton>
              ) : null}
              <FollowPlace site={place.data} />
              <StarButton siteId={place.data.id} name={place.data.name} look="button" />
              {place.data.shelf === 'lead' ? (
                <LinkButton to="/mes-lieux/reprendre" search={{ lieu: siteId }}>
                  {t('place:claim')}
                </LinkButton>
              ) : null}
              {place.data.shelf === 'offered' || place.data.shelf === 'owner_known' ? (
                <LinkButton to="/lieux/$siteId/affiche" params={{ siteId }} icon={<QrCode aria-hidden size={18} />}>
                  {t('place:poster')}
                </LinkButton>
              ) : null}
              {place.data.shelf === 'living' && place.data.state === 'potential' ? (
                <LinkButton to="/mes-lieux/nouveau" look="quiet">
                  {t('place:mine')}
                </LinkButton>
              ) : null}
              {place.data.actions.includes('edit') ? (
                <LinkButton to="/mes-lieux/$siteId" params={{ siteId }} icon={<Pencil aria-hidden size={18} />}>
                  {t('place:edit')}
                </LinkButton>
              ) : null}
            </>
          }
        />
      ) : null}
      {place.data && who?.account ? (
        <Suspense>
          <PlaceRoles site={place.data} who={who} />
        </Suspense>
      ) : null}
      {place.data && place.data.shelf !== 'lead' && place.data.shelf !== 'living' ? <FittingProjects siteId={siteId} /> : null}
    </div>
  );
}

/** The place, its commune or its owner: whichever is nearest to what one wants to know. */
function FollowPlace({ site }: { readonly site: SiteView }) {
  const { t } = useTranslation('follows');
  const { commune } = site.territories;
  const owner = site.owner.organisation;
  return (
    <FollowButton
      things={[
        { about: 'place', subject: site.id, label: t('thing.place', { name: site.name }) },
        ...(commune ? [{ about: 'commune' as const, subject: commune.id, label: t('thing.commune', { name: commune.name }) }] : []),
        ...(owner ? [{ about: 'organisation' as const, subject: owner.id, label: t('thing.organisation', { name: owner.name }) }] : []),
      ]}
    />
  );
}
