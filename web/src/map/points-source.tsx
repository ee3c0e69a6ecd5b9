import { useMemo } from 'react';
import { Layer, type MapRef, Marker, Source, useMap } from 'react-map-gl/maplibre';
import { clusterCounts, clusterDiscs, isOrHolds, pointDiscs } from './layers';
import type { MapPoints } from './map-types';
import type { Palette } from './palette';

/** Below this zoom tiles are drawn larger instead of asked for: a street is seen whole. */
export const DEEPEST_TILES = 18;
const SOURCE = 'points';
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
  const { current } = useMap();
  const sourceLayer = tiles === undefined ? undefined : TILE_LAYER;
  const [lon, lat] = useMemo(() => spotOf(current, highlightedId, sourceLayer), [current, highlightedId, sourceLayer]) ?? [];
  const layers = [clusterDiscs(palette), clusterCounts(palette, locale), pointDiscs(palette)].map((layer) => (
    <Layer key={layer.id} {...layer} {...from} />
  ));
  const source = addresses ? (
    <Source id={SOURCE} type="vector" tiles={addresses} maxzoom={DEEPEST_TILES} promoteId="id">
      {layers}
    </Source>
  ) : (
    <Source id={SOURCE} type="geojson" data={points} promoteId="id">
      {layers}
    </Source>
  );
  return (
    <>
      {source}
      {lon !== undefined && lat !== undefined ? (
        // Above the map rather than in it: the pointer goes from card to card, and the map is not drawn again each time.
        <Marker longitude={lon} latitude={lat} style={{ pointerEvents: 'none' }}>
          <span className="map-lit" style={{ color: palette.highlight }} />
        </Marker>
      ) : null}
    </>
  );
}

/** Where one thing stands, or the cluster that holds it, among what the map has read. */
function spotOf(map: MapRef | undefined, id: string | null, sourceLayer: string | undefined): readonly number[] | null {
  if (id === null || !map?.getMap().getSource(SOURCE)) return null;
  const filter = isOrHolds(id);
  const [found] = map.querySourceFeatures(SOURCE, sourceLayer === undefined ? { filter } : { filter, sourceLayer });
  return found?.geometry.type === 'Point' ? found.geometry.coordinates : null;
}

/** The members that a small cluster names, or the thing itself. */
export function membersOf(pointed: Readonly<Record<string, unknown>> | undefined): string[] {
  const ids = pointed?.['siteIds'] ?? (pointed?.['count'] === 1 ? pointed['id'] : undefined);
  return typeof ids === 'string' ? ids.split(',') : [];
}
