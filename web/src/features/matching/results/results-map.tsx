import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MapFrame } from '../../../map/map-frame';
import { MapLegend } from '../../../map/map-legend';
import type { Bounds, MapPoints } from '../../../map/map-types';
import { TERRITORY_BOUNDS } from '../../../map/territories';
import type { MatchedPlace, MatchResults } from '../match-types';
import { type NeedSearch, readLonLat } from '../need/need-search';
import { allMatches } from './sections';

interface ResultsMapProps {
  readonly results: MatchResults;
  readonly need: NeedSearch;
  readonly litId: string | null;
  readonly onHighlight: (id: string | null) => void;
  readonly onPick: (id: string) => void;
}

/** The same places as the list: on offer as discs, leads as rings, tiers-lieux in green, the circle asked for around them. */
export function ResultsMap({ results, need, litId, onHighlight, onPick }: ResultsMapProps) {
  const { t } = useTranslation('results');
  const centre = useMemo(() => readLonLat(need.near), [need.near]);
  const points = useMemo(() => pointsOf(results), [results]);
  const bounds = useMemo(() => boundsOf(points, centre, need.radiusKm ?? 30), [points, centre, need.radiusKm]);
  return (
    <MapFrame
      label={t('map.label')}
      points={points}
      bounds={bounds}
      highlightedId={litId}
      onHighlight={onHighlight}
      onPick={onPick}
      circle={centre ? { ...centre, radiusM: (need.radiusKm ?? 30) * 1000 } : null}
      legend={<MapLegend />}
    />
  );
}

function pointsOf(results: MatchResults): MapPoints {
  const point = (site: MatchedPlace, offered: 0 | 1, living: 0 | 1 = 0) =>
    site.point
      ? [
          {
            type: 'Feature' as const,
            geometry: { type: 'Point' as const, coordinates: [site.point.lon, site.point.lat] },
            properties: { id: site.id, count: 1, offered, living, label: site.name },
          },
        ]
      : [];
  return {
    type: 'FeatureCollection',
    features: [
      ...results.leads.items.flatMap(({ site }) => point(site, 0)),
      ...results.tiersLieux.items.flatMap(({ site }) => point(site, 0, 1)),
      ...allMatches(results).flatMap(({ site }) => point(site, 1)),
    ],
  };
}

const KM_PER_DEGREE = 111;
const MARGIN = 0.06;

function boundsOf(points: MapPoints, centre: { readonly lon: number; readonly lat: number } | null, radiusKm: number): Bounds {
  const reach = radiusKm / KM_PER_DEGREE;
  const corners = centre
    ? [
        [centre.lon - reach * 1.5, centre.lat - reach],
        [centre.lon + reach * 1.5, centre.lat + reach],
      ]
    : [];
  const all = [...corners, ...points.features.map((feature) => feature.geometry.coordinates)];
  if (all.length === 0) return TERRITORY_BOUNDS.metropole;
  const lons = all.map(([lon = 0]) => lon);
  const lats = all.map(([, lat = 0]) => lat);
  return [Math.min(...lons) - MARGIN, Math.min(...lats) - MARGIN, Math.max(...lons) + MARGIN, Math.max(...lats) + MARGIN];
}
