import type { map as french } from '../fr/map';
import type { SameKeys } from '../same-keys';

export const map: SameKeys<typeof french> = {
  label: 'Map of places',
  listBeside: 'Every place on the map is also in the list, which works with the keyboard.',
  loading: 'The map is coming…',
  unavailable: 'The map cannot be shown on this device. The list holds the same places.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  territories: {
    metropole: 'Mainland',
    guadeloupe: 'Guadeloupe',
    martinique: 'Martinique',
    guyane: 'French Guiana',
    reunion: 'Réunion',
    mayotte: 'Mayotte',
  },
  goTo: 'Go to',
  legend: 'Key',
  legendOffered: 'offered by its owner',
  legendLiving: 'living tiers-lieu',
  legendPotential: 'lead from open data',
  draw: {
    start: 'Draw the area',
    hint: 'Touch the map to set each corner; finish by touching the first point.',
    hintKeyboard: 'Without a mouse: choose territories or a radius, those answers count as much as a drawing.',
    stop: 'Stop drawing',
    clear: 'Clear the drawing',
    done_one: 'Area drawn ({{count}} corner)',
    done_other: 'Area drawn ({{count}} corners)',
  },
  corners: {
    chosen: 'Communes at the corners',
    remove: 'Remove {{name}}',
    unplaced: 'We do not know where {{name}} is: choose a neighbouring commune.',
    outline_one: 'Join this commune',
    outline_other: 'Join these {{count}} communes',
  },
};
