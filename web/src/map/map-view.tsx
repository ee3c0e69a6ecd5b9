import { setWorkerUrl } from 'maplibre-gl';
import * as maplibre from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Layer, Map, type MapLayerMouseEvent, type MapRef, Source } from 'react-map-gl/maplibre';
import { readBackgroundTiles } from './background';
import { circlePolygon } from './circle';
import { MapControls } from './map-controls';
import type { MapProps } from './map-types';
import { usePalette } from './palette';
import { DEEPEST_TILES, membersOf, PointsSource } from './points-source';
import { CLOSE_ZOOM, mapStyle } from './style';
import { ZoneDraw } from './zone-draw';

// Without this line a production build looks for its worker beside the page and the map stays blank.
setWorkerUrl(workerUrl);

const PICKABLE = ['cluster-discs', 'point-discs'];

/** The only component that touches MapLibre; everything else says what to show in plain data (map-types.ts). */
export default function MapView(props: MapProps) {
  const {
    label,
    points,
    tiles: pointTiles,
    bounds,
    highlightedId = null,
    onHighlight,
    onPick,
    onPickMany,
    onMove,
    draw,
    circle,
    outline,
    onPlace,
    still = false,
  } = props;
  const { t, i18n } = useTranslation('map');
  const ref = useRef<MapRef>(null);
  const palette = usePalette();
  const tiles = useMemo(() => readBackgroundTiles(), []);
  const [isClose, setIsClose] = useState(false);
  const style = useMemo(() => mapStyle(palette, tiles, isClose), [palette, tiles, isClose]);
  const circleArea = useMemo(() => (circle ? circlePolygon(circle.lon, circle.lat, circle.radiusM) : null), [circle]);
  const opened = useRef(bounds);
  const lit = useRef<string | null>(null);

  useEffect(() => {
    if (opened.current === bounds) return;
    opened.current = bounds;
    ref.current?.fitBounds([...bounds], { padding: 24, duration: 600, maxZoom: 14 });
  }, [bounds]);

  const reportView = ({ target }: { readonly target: maplibre.Map }) => {
    const box = target.getBounds();
    if (target.getZoom() >= CLOSE_ZOOM) setIsClose(true);
    onMove?.({ bounds: [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()], zoom: target.getZoom() });
  };

  /** What stands on one spot is named at once, since no zoom parts it. */
  const openCluster = (cluster: Readonly<Record<string, unknown>>, event: MapLayerMouseEvent) => {
    const zoom = ref.current?.getZoom() ?? 5;
    const isParted = cluster['oneSpot'] !== true && zoom < DEEPEST_TILES - 1;
    if (!isParted && onPickMany) onPickMany(membersOf(cluster));
    else ref.current?.easeTo({ center: event.lngLat, zoom: zoom + 2, duration: 500 });
  };

  /** Told once: the pointer moves far more often than what it is on changes. */
  const light = (id: string | null, members?: readonly string[]) => {
    if (lit.current === id) return;
    lit.current = id;
    onHighlight?.(id, members);
  };

  const pick = (event: MapLayerMouseEvent) => {
    if (event.target.getCanvas().dataset['drawing']) return;
    if (onPlace) {
      onPlace({ lon: event.lngLat.lng, lat: event.lngLat.lat });
      return;
    }
    const feature = event.features?.[0];
    if (!feature) return;
    if (Number(feature.properties['count']) === 1) onPick?.(String(feature.properties['id']));
    else openCluster(feature.properties, event);
  };

  return (
    <Map
      ref={ref}
      mapLib={maplibre}
      initialViewState={{ bounds: [...bounds], fitBoundsOptions: { padding: 16, maxZoom: 14 } }}
      mapStyle={style}
      style={{ width: '100%', height: '100%' }}
      interactive={!still}
      dragRotate={false}
      touchPitch={false}
      minZoom={2.5}
      maxZoom={18}
      interactiveLayerIds={still ? [] : PICKABLE}
      locale={{ 'Map.Title': label, 'AttributionControl.ToggleAttribution': t('legend') }}
      attributionControl={{ compact: true }}
      // Figures and names stand at once: fading them in draws the whole map for a third of a second at each change.
      fadeDuration={0}
      onLoad={reportView}
      onMoveEnd={reportView}
      onClick={pick}
      onMouseMove={(event) => {
        if (event.target.getCanvas().dataset['drawing']) return;
        const pointed = event.features?.[0]?.properties;
        event.target.getCanvas().style.cursor = pointed ? 'pointer' : '';
        light(pointed ? String(pointed['id']) : null, membersOf(pointed));
      }}
      onMouseLeave={() => light(null)}
    >
      {circleArea ? (
        <Source id="circle" type="geojson" data={circleArea}>
          <Layer id="circle-fill" type="fill" paint={{ 'fill-color': palette.offered, 'fill-opacity': 0.1 }} />
          <Layer id="circle-line" type="line" paint={{ 'line-color': palette.offered, 'line-width': 2, 'line-dasharray': [3, 2] }} />
        </Source>
      ) : null}
      {outline ? (
        <Source id="outline" type="geojson" data={outline}>
          <Layer id="outline-fill" type="fill" paint={{ 'fill-color': palette.offered, 'fill-opacity': 0.15 }} />
          <Layer id="outline-line" type="line" paint={{ 'line-color': palette.offered, 'line-width': 2 }} />
        </Source>
      ) : null}
      {draw?.polygon ? (
        <Source id="zone" type="geojson" data={draw.polygon}>
          <Layer id="zone-fill" type="fill" paint={{ 'fill-color': palette.highlight, 'fill-opacity': 0.12 }} />
          <Layer id="zone-line" type="line" paint={{ 'line-color': palette.highlight, 'line-width': 3 }} />
        </Source>
      ) : null}
      <PointsSource points={points} tiles={pointTiles} palette={palette} highlightedId={highlightedId} locale={i18n.language} />
      {still ? null : <MapControls />}
      {draw ? <ZoneDraw zone={draw} palette={palette} /> : null}
    </Map>
  );
}
