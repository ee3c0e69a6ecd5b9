import { useQuery } from '@tanstack/react-query';
import type { Polygon } from 'geojson';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cornersOf, polygonOf, readCorners, writeCorners } from '../../map/corners';
import { MapFrame } from '../../map/map-frame';
import { MapLegend } from '../../map/map-legend';
import type { Bounds, MapView } from '../../map/map-types';
import { currentLanguage } from '../../text/i18n';
import { placesAt, pointOf, toMapPoints } from './place-map-points';
import { MOST_ZONE_CORNERS, type PlaceSearch } from './place-search';
import { placesOnMap } from './sites.queries';

interface PlaceMapProps {
  readonly search: PlaceSearch;
  readonly bounds: Bounds;
  readonly view: MapView | null;
  readonly onMove: (view: MapView) => void;
  readonly highlightedId: string | null;
  readonly onLight: (ids: readonly string[]) => void;
  readonly onPick: (siteId: string) => void;
  readonly onPickMany?: (siteIds: readonly string[]) => void;
  /** Given where a zone can be drawn. */
  readonly onZone?: (zone: string | undefined) => void;
}

/** The same search as the list, on the map. */
export function PlaceMap({ search, bounds, view, onMove, highlightedId, onLight, onPick, onPickMany, onZone }: PlaceMapProps) {
  const { t } = useTranslation('map');
  const { data } = useQuery(placesOnMap(search, view));
  const points = useMemo(() => toMapPoints(data, currentLanguage()), [data]);
  const circle = useMemo(() => {
    const [lon, lat] = search.near?.split(',').map(Number) ?? [];
    return lon === undefined || lat === undefined || !search.radiusKm ? null : { lon, lat, radiusM: search.radiusKm * 1000 };
  }, [search.near, search.radiusKm]);
  const polygon = useMemo(() => polygonOf(readCorners(search.zone)), [search.zone]);
  return (
    <MapFrame
      label={t('label')}
      points={points}
      bounds={bounds}
      circle={circle}
      onMove={onMove}
      highlightedId={pointOf(highlightedId, data)}
      onHighlight={(pointId) => onLight(placesAt(pointId, data))}
      onPick={onPick}
      {...(onPickMany ? { onPickMany } : {})}
      {...(onZone
        ? {
            draw: {
              polygon,
              hintWhenIdle: false,
              onChange: (drawn: Polygon | null) => onZone(drawn ? writeCorners(cornersOf(drawn, MOST_ZONE_CORNERS)) : undefined),
            },
          }
        : {})}
      legend={<MapLegend />}
    />
  );
}
