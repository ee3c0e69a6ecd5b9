import type { Bounds } from './map-types';

/** The windows through which France is looked at. */
export const TERRITORY_BOUNDS = {
  metropole: [-5.3, 41.2, 9.8, 51.2],
  guadeloupe: [-61.9, 15.8, -60.95, 16.55],
  martinique: [-61.3, 14.35, -60.75, 14.92],
  guyane: [-54.7, 2.05, -51.5, 5.9],
  reunion: [55.15, -21.45, 55.9, -20.82],
  mayotte: [44.98, -13.05, 45.35, -12.6],
} as const satisfies Record<string, Bounds>;
export type TerritoryName = keyof typeof TERRITORY_BOUNDS;
export const TERRITORY_NAMES = Object.keys(TERRITORY_BOUNDS) as TerritoryName[];
