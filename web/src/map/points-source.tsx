import { useMemo } from 'react';
import { Layer, Source } from 'react-map-gl/maplibre';
import { clusterCounts, clusterDiscs, highlightRing, pointDiscs } from './layers';
import type { MapPoints } from './map-types';
import type { Palette } from './palette';

/** Below this zoom tiles are drawn larger instead of asked for: a street is seen whole. */
export const DEEPEST_TILES = 18;
/** The layer of the tiles, as the server names it. */
const TILE_LAYER = 'places';

interface PointsSourceProps {
  readonly points: MapPoints;
  readonly tiles: string | undefined;
  readonly palette: Palette;
  readonly highlightedId: string | null;
  readonly locale: string;
}

/** Places and clusters: given point by point, or as tiles that the map asks for by itself. */
export function PointsSource({ points, tiles, palette, highlightedId, locale }: PointsSourceProps) {
  const addresses = useMemo(() => (tiles === undefined ? null : [tiles]), [tiles]);
  const from = addresses ? { 'source-layer': TILE_LAYER } : {};
  const layers = [highlightRing(palette, highlightedId), clusterDiscs(palette), clusterCounts(palette, locale), pointDiscs(palette)].map(
    (layer) => <Layer key={layer.id} {...layer} {...from} />,
  );
  return addresses ? (
    <Source id="points" type="vector" tiles={addresses} maxzoom={DEEPEST_TILES} promoteId="id">
      {layers}
    </Source>
  ) : (
    <Source id="points" type="geojson" data={points} promoteId="id">
      {layers}
    </Source>
  );
}

/** The members that a small cluster names, or the thing itself. */
export function membersOf(pointed: Readonly<Record<string, unknown>> | undefined): string[] {
  const ids = pointed?.['siteIds'] ?? (pointed?.['count'] === 1 ? pointed['id'] : undefined);
  return typeof ids === 'string' ? ids.split(',') : [];
}
