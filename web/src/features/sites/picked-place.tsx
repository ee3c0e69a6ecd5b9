import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PlaceBadges } from './place-badges';
import { placeById } from './sites.queries';

interface PickedPlacesProps {
  readonly siteIds: readonly string[];
  readonly onClose: () => void;
}

/** What a point of the map is, or all that stands on one spot, without leaving the map: read at once, closed by Escape. */
export function PickedPlaces({ siteIds, onClose }: PickedPlacesProps) {
  const { t } = useTranslation(['places', 'common']);
  const panel = useRef<HTMLElement>(null);
  const shown = siteIds.join(' ');
  useEffect(() => panel.current?.focus({ preventScroll: true }), [shown]);
  const close = () => {
    panel.current?.parentElement?.querySelector('canvas')?.focus({ preventScroll: true });
    onClose();
  };
  const title = t('places:picked.count', { count: siteIds.length });
  return (
    <section
      className="picked"
      ref={panel}
      tabIndex={-1}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className="picked-head">
        <h2>{title}</h2>
        <button type="button" className="icon-button" aria-label={t('common:actions.close')} onClick={close}>
          <X aria-hidden size={20} />
        </button>
      </div>
      <ul className="picked-list">
        {siteIds.map((id) => (
          <PickedPlace key={id} siteId={id} />
        ))}
      </ul>
    </section>
  );
}

function PickedPlace({ siteId }: { readonly siteId: string }) {
  const { data: site } = useQuery(placeById(siteId));
  if (!site) return null;
  return (
    <li>
      <p className="picked-name">
        <Link to="/lieux/$siteId" params={{ siteId }}>
          {site.name}
        </Link>
      </p>
      <p>{site.territories.commune?.name}</p>
      <PlaceBadges place={site} />
    </li>
  );
}
