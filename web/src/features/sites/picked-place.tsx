import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PlaceBadges } from './place-badges';
import { placeById } from './sites.queries';

/** What a point of the map is, without leaving the map. */
export function PickedPlace({ siteId, onClose }: { readonly siteId: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['places', 'common']);
  const { data: site } = useQuery(placeById(siteId));
  if (!site) return null;
  return (
    <section className="picked" aria-label={site.name}>
      <div className="picked-words">
        <PlaceBadges place={site} />
        <p className="picked-name">
          <Link to="/lieux/$siteId" params={{ siteId }}>
            {site.name}
          </Link>
        </p>
        <p>{site.territories.commune?.name}</p>
      </div>
      <button type="button" className="icon-button" aria-label={t('common:actions.close')} onClick={onClose}>
        <X aria-hidden size={20} />
      </button>
    </section>
  );
}
