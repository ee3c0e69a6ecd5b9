import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../lib/format';
import { MapFrame } from '../../../map/map-frame';
import type { Bounds, MapPoints } from '../../../map/map-types';
import { currentLanguage } from '../../../text/i18n';
import type { SiteView } from '../site-types';

type CommuneLabel = 'frr' | 'pvd' | 'acv' | 'village_avenir' | 'france_services';
const EXACT_DEGREES = 0.35;
const COMMUNE_DEGREES = 0.6;

/** Where it is: in words first, then on a still map, as exactly as the owner allows. */
export function PlaceLocation({ site }: { readonly site: SiteView }) {
  const { t } = useTranslation(['place', 'vocabulary', 'map']);
  const { commune, epci, department, region } = site.territories;
  const chain = [epci?.name, department?.name, region?.name].filter(Boolean).join(' · ');
  return (
    <div className="location">
      <p>
        {site.address ? <strong>{site.address}, </strong> : null}
        <strong>{commune ? `${commune.postalCodes[0] ?? ''} ${commune.name}` : null}</strong>
        {chain ? (
          <>
            <br />
            {chain}
          </>
        ) : null}
        {commune?.population ? (
          <>
            <br />
            {t('place:people', { count: commune.population, formatted: formatNumber(commune.population, currentLanguage()) })}
          </>
        ) : null}
      </p>
      {commune?.labels.length ? (
        <p>
          {t('place:labels.title', { names: commune.labels.map(({ label }) => t(`place:labels.${label as CommuneLabel}`)).join(', ') })}
        </p>
      ) : null}
      <p className="fine-print">
        {t(`vocabulary:locationShown.${site.locationShown}`)}. {site.pointPrecision === 'commune' ? t('place:locationNote') : null}
      </p>
      {site.point ? <LocationMap site={site} point={site.point} /> : null}
    </div>
  );
}

function LocationMap({ site, point }: { readonly site: SiteView; readonly point: NonNullable<SiteView['point']> }) {
  const { t } = useTranslation('map');
  const around = site.pointPrecision === 'commune' ? COMMUNE_DEGREES : EXACT_DEGREES;
  const { lon, lat } = point;
  const bounds = useMemo<Bounds>(() => [lon - around, lat - around * 0.6, lon + around, lat + around * 0.6], [lon, lat, around]);
  const points = useMemo<MapPoints>(
    () => ({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [lon, lat] },
          properties: {
            id: site.id,
            count: 1,
            offered: site.shelf === 'lead' || site.shelf === 'living' ? 0 : 1,
            living: site.shelf === 'living' ? 1 : 0,
            label: site.name,
          },
        },
      ],
    }),
    [lon, lat, site.id, site.shelf, site.name],
  );
  return (
    <div className="location-map">
      <MapFrame label={t('label')} points={points} bounds={bounds} />
    </div>
  );
}
