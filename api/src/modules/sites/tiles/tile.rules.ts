/** A tile of the usual pyramid: zoom, column from the west, row from the north. */
export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Cells along a side of a tile; each is drawn as one symbol, sixty-four points wide on the screen. */
export const CELLS_PER_SIDE = 8;
/** Up to this zoom a search without any filter reads counts kept per cell (table `site_cell`, 8 192 to a side of the world). */
export const COUNTED_TO_ZOOM = 10;
export const TILE_MAX_ZOOM = 18;

export function isTile({ z, x, y }: Tile): boolean {
  return x < 2 ** z && y < 2 ** z;
}

/** A hundred-thousandth of a degree around, so that rounding loses no place on an edge; the exact cell decides afterwards. */
const MARGIN = 1e-5;

/** West, south, east, north of a tile, in degrees. */
export function tileBox({ z, x, y }: Tile): [number, number, number, number] {
  const lon = (column: number) => (column / 2 ** z) * 360 - 180;
  const lat = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI;
  return [
    Math.max(-180, lon(x) - MARGIN),
    Math.max(-90, lat(y + 1) - MARGIN),
    Math.min(180, lon(x + 1) + MARGIN),
    Math.min(90, lat(y) + MARGIN),
  ];
}

/** Whether a search asks for whole shelves only, so that what is counted once answers everyone. */
export function asksForShelvesOnly(filter: Readonly<Record<string, unknown>>): boolean {
  const isBlank = (value: unknown) => value === undefined || value === false || (Array.isArray(value) && value.length === 0);
  return Object.entries(filter).every(([name, value]) => name === 'shelf' || isBlank(value));
}
