import type { StyleSpecification } from 'maplibre-gl';
import outlineUrl from 'virtual:map-outline';
import townsUrl from 'virtual:map-towns';
import type { BackgroundTiles } from './background';
import type { Palette } from './palette';
import { towns } from './towns';

/** No `glyphs`: the map then writes with the fonts of the device, and nothing is fetched from outside. */
export function mapStyle(palette: Palette, tiles: BackgroundTiles | null, isClose: boolean): StyleSpecification {
  const everyTown = isClose && !tiles;
  return {
    version: 8,
    sources: {
      outline: { type: 'geojson', data: outlineUrl, attribution: tiles ? '' : 'Natural Earth' },
      towns: { type: 'geojson', data: towns },
      ...(everyTown ? { 'every-town': { type: 'geojson', data: townsUrl, attribution: 'GeoNames' } } : {}),
      ...(tiles ? { tiles: { type: 'raster', tiles: [tiles.url], tileSize: 256, attribution: tiles.attribution } } : {}),
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': palette.water } },
      { id: 'abroad', type: 'fill', source: 'outline', filter: ['!', ['get', 'home']], paint: { 'fill-color': palette.abroad } },
      { id: 'land', type: 'fill', source: 'outline', filter: ['get', 'home'], paint: { 'fill-color': palette.land } },
      {
        id: 'border',
        type: 'line',
        source: 'outline',
        paint: { 'line-color': palette.border, 'line-width': ['case', ['get', 'home'], 1.4, 0.6] },
      },
      ...(everyTown ? [everyTownName(palette)] : []),
      ...(tiles ? [{ id: 'tiles', type: 'raster' as const, source: 'tiles' }] : [townDots(palette), townNames(palette)]),
    ],
  };
}

/** From this zoom on every town is written, and only then loaded. */
export const CLOSE_ZOOM = 7.5;

const TOWN_FONT = ['Atkinson Hyperlegible Next Variable', 'sans-serif'];
type Layer = StyleSpecification['layers'][number];

function everyTownName(palette: Palette): Layer {
  return {
    id: 'every-town-name',
    type: 'symbol',
    source: 'every-town',
    minzoom: CLOSE_ZOOM,
    layout: { 'text-field': ['get', 'name'], 'text-font': TOWN_FONT, 'text-size': 12, 'text-anchor': 'bottom', 'text-offset': [0, -0.5] },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.land, 'text-halo-width': 1.4 },
  };
}

function townDots(palette: Palette): Layer {
  return {
    id: 'town-dots',
    type: 'circle',
    source: 'towns',
    filter: ['<=', ['get', 'from'], ['zoom']],
    paint: { 'circle-radius': 2, 'circle-color': palette.label, 'circle-opacity': 0.7 },
  };
}

function townNames(palette: Palette): Layer {
  return {
    id: 'town-names',
    type: 'symbol',
    source: 'towns',
    filter: ['<=', ['get', 'from'], ['zoom']],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': TOWN_FONT,
      'text-size': 13,
      'text-anchor': 'left',
      'text-offset': [0.45, 0],
    },
    paint: { 'text-color': palette.label, 'text-halo-color': palette.land, 'text-halo-width': 1.4 },
  };
}
