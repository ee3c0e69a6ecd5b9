import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapFrame } from '../../map/map-frame';
import type { Bounds, MapPoints } from '../../map/map-types';
import { TERRITORY_BOUNDS } from '../../map/territories';
import { Skeleton } from '../../ui/skeleton';
import { importPoints, type SiteImport } from './site-imports.queries';

const MARGIN_DEGREES = 0.02;

/** Every placed row as a disc, those to look at as rings: a swapped or projected coordinate is seen at a glance. */
export function ImportMap({ given }: { readonly given: SiteImport }) {
  const { t } = useTranslation(['imports', 'common']);
  const { data } = useQuery(importPoints(given.id, given.version));
  const [picked, setPicked] = useState<string | null>(null);
  const points = useMemo(
    (): MapPoints => ({
      type: 'FeatureCollection',
      features: (data?.items ?? []).map(({ line, name, lon, lat, warned }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: { id: String(line), count: 1, offered: warned ? 0 : 1, label: name },
      })),
    }),
    [data],
  );
  const bounds = useMemo(() => boundsOf(points), [points]);
  const shown = data?.items.find(({ line }) => String(line) === picked);
  if (!data) return <Skeleton label={t('common:loading')} />;
  if (data.items.length === 0) return <p>{t('imports:map.none')}</p>;
  return (
    <div className="stack">
      <div className="import-map">
        <MapFrame label={t('imports:map.label')} points={points} bounds={bounds} highlightedId={picked} onPick={setPicked} />
      </div>
      <p role="status">{shown ? t('imports:map.picked', { line: shown.line, name: shown.name }) : t('imports:map.legend')}</p>
    </div>
  );
}

function boundsOf({ features }: MapPoints): Bounds {
  if (features.length === 0) return TERRITORY_BOUNDS.metropole;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { geometry } of features) {
    const [lon = 0, lat = 0] = geometry.coordinates;
    [west, south, east, north] = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
  }
  return [west - MARGIN_DEGREES, south - MARGIN_DEGREES, east + MARGIN_DEGREES, north + MARGIN_DEGREES];
}
