import type { Polygon } from 'geojson';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cornersOf, polygonOf, readCorners, writeCorners } from '../../map/corners';
import { MapFrame } from '../../map/map-frame';
import { MapLegend } from '../../map/map-legend';
import type { Bounds, MapPoints, MapView } from '../../map/map-types';
import { MOST_ZONE_CORNERS, type PlaceSearch } from './place-search';
import { placeTiles } from './sites.queries';

interface PlaceMapProps {
  readonly search: PlaceSearch;
  readonly bounds: Bounds;
  readonly onMove: (view: MapView) => void;
  readonly highlightedId: string | null;
  readonly onLight: (ids: readonly string[]) => void;
  readonly onPick: (siteId: string) => void;
  readonly onPickMany?: (siteIds: readonly string[]) => void;
  /** Given where a zone can be drawn. */
  readonly onZone?: (zone: string | undefined) => void;
}

const NO_POINTS: MapPoints = { type: 'FeatureCollection', features: [] };

/** The same search as the list, on the map, as tiles: however many places, what is seen is what is asked for. */
export function PlaceMap({ search, bounds, onMove, highlightedId, onLight, onPick, onPickMany, onZone }: PlaceMapProps) {
  const { t } = useTranslation('map');
  const circle = useMemo(() => {
    const [lon, lat] = search.near?.split(',').map(Number) ?? [];
    return lon === undefined || lat === undefined || !search.radiusKm ? null : { lon, lat, radiusM: search.radiusKm * 1000 };
  }, [search.near, search.radiusKm]);
  const polygon = useMemo(() => polygonOf(readCorners(search.zone)), [search.zone]);
  return (
    <MapFrame
      label={t('label')}
      points={NO_POINTS}
      tiles={placeTiles(search)}
      bounds={bounds}
      circle={circle}
      onMove={onMove}
      highlightedId={highlightedId}
      onHighlight={(_id, members = []) => onLight(members)}
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
