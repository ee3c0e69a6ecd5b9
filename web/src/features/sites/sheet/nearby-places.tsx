import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/card';
import { PlaceCard } from '../place-card';
import { placesNear } from '../sites.queries';

/** Other places around; when there is none, or they cannot be had, the page simply does without. */
export function NearbyPlaces({ siteId }: { readonly siteId: string }) {
  const { t } = useTranslation('place');
  const { data } = useQuery(placesNear(siteId));
  if (!data?.length) return null;
  return (
    <Panel title={t('sections.nearby')} id="nearby">
      <ul className="nearby-list no-print">
        {data.slice(0, 3).map((place) => (
          <li key={place.id}>
            <PlaceCard place={place} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
