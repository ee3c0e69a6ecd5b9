import type { ExpressionSpecification } from 'maplibre-gl';
import type { LayerProps } from 'react-map-gl/maplibre';
import type { Palette } from './palette';

/** Leads only are amber rings; living tiers-lieux green discs; as soon as one place is on offer the point is a full enamel disc. */
const counted = (name: string): ExpressionSpecification => ['coalesce', ['get', name], 0];
const hasOffer: ExpressionSpecification = ['>', ['+', counted('offered'), counted('ownerKnown')], 0];
const isLiving: ExpressionSpecification = ['>', counted('living'), 0];
const isCluster: ExpressionSpecification = ['>', ['get', 'count'], 1];

type Circle = Extract<LayerProps, { type: 'circle' }>;
type Text = Extract<LayerProps, { type: 'symbol' }>;

export function clusterDiscs(palette: Palette): Circle {
  return {
    id: 'cluster-discs',
    type: 'circle',
    filter: isCluster,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'count']], 1.4, 13, 5, 17, 20, 24, 60, 34],
      'circle-color': ['case', hasOffer, palette.offered, isLiving, palette.living, palette.paper],
      'circle-stroke-width': 3,
      'circle-stroke-color': ['case', hasOffer, palette.paper, isLiving, palette.paper, palette.lead],
      'circle-opacity': 0.95,
    },
  };
}

export function clusterCounts(palette: Palette, locale: string): Text {
  return {
    id: 'cluster-counts',
    type: 'symbol',
    filter: isCluster,
    layout: {
      'text-field': ['number-format', ['get', 'count'], { locale }],
      'text-font': ['Atkinson Hyperlegible Next Variable Bold', 'sans-serif'],
      'text-size': 13,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': ['case', hasOffer, palette.onOffered, isLiving, palette.paper, palette.leadInk] },
  };
}

export function pointDiscs(palette: Palette): Circle {
  return {
    id: 'point-discs',
    type: 'circle',
    filter: ['!', isCluster],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, 5, 10, 8, 14, 10],
      'circle-color': ['case', hasOffer, palette.offered, isLiving, palette.living, palette.paper],
      'circle-stroke-width': ['case', hasOffer, 2.5, 3],
      'circle-stroke-color': ['case', hasOffer, palette.paper, isLiving, palette.paper, palette.lead],
    },
  };
}

/** The thing itself, or the small cluster that holds it. */
export const isOrHolds = (id: string): ExpressionSpecification => [
  'any',
  ['==', ['get', 'id'], id],
  ['in', id, ['to-string', ['coalesce', ['get', 'siteIds'], '']]],
];
