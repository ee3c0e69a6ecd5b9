import { z } from 'zod';
import { queryNumber } from '../../../platform/http/fields.js';
import { said } from '../../../platform/http/request-context.js';
import { coherent, filterFields } from '../sites.schemas.js';
import { isTile, TILE_MAX_ZOOM } from './tile.rules.js';

const cell = queryNumber(
  z
    .int()
    .min(0)
    .max(2 ** TILE_MAX_ZOOM - 1),
);
export const tileParams = z
  .object({ z: queryNumber(z.int().min(0).max(TILE_MAX_ZOOM)), x: cell, y: cell })
  .refine(isTile, { path: ['x'], ...said('n’est pas une tuile de ce zoom', 'is no tile of this zoom') });
export type TileParams = z.output<typeof tileParams>;

/** The filters of a search, but for the piece of map: the tile is one. */
export const tileFilter = filterFields.omit({ bbox: true }).superRefine(coherent);
export type TileFilter = z.output<typeof tileFilter>;
