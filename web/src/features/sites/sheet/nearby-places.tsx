import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/card';
import { PlaceCard } from '../place-card';
import type { SiteCard } from '../site-types';
import { placesNear } from '../sites.queries';

const SHOWN = 3;

/** Other places around, and the tiers-lieux that are there; when there is none, or they cannot be had, the page simply does without. */
export function NearbyPlaces({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation('place');
  const { data } = useQuery(placesNear(siteId));
  if (!data) return null;
  return (
    <>
      <Cards id="nearby" title={t('sections.nearby')} places={data.items} />
      <Cards id="nearby-tiers-lieux" title={t('sections.tiersLieux')} places={data.tiersLieux} />
    </>
  );
}

function Cards({ id, title, places }: { readonly id: string; readonly title: string; readonly places: readonly SiteCard[] }) {
  if (places.length === 0) return null;
  return (
    <Panel title={title} id={id}>
      <ul className="nearby-list no-print">
        {places.slice(0, SHOWN).map((place) => (
          <li key={place.id}>
            <PlaceCard place={place} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
