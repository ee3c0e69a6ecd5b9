import { asNumber, said } from './friches.cells.js';
import type { Note } from '../import.types.js';

export interface ReadArea {
  readonly areaM2: number | null;
  readonly notes: readonly Note[];
}

/** Area drawn by the producer as circles of 10 m or 100 m around points (32-sided, as GIS buffers are): it measures nothing. */
const BUFFER_M2 = [312.1445, 31214.45];
const MAX_BUFFERS = 10;

/** Outside these, a typing error or the wrong unit is likelier than a brownfield. */
export const PLAUSIBLE_M2 = { least: 10, most: 5_000_000 };

/** A land area, with what is doubtful about it. Doubt is told and the value kept; an artefact is no value at all. */
export function readArea(field: string, cell: string | undefined): ReadArea {
  const text = said(cell);
  if (!text) return { areaM2: null, notes: [] };
  const value = asNumber(text);
  if (value === null) return { areaM2: null, notes: [{ field, value: text, cause: 'area_unreadable' }] };
  if (value <= 0) return { areaM2: null, notes: value < 0 ? [{ field, value: text, cause: 'area_unreadable' }] : [] };
  const circles = bufferCount(value);
  if (circles > 0) return { areaM2: null, notes: [{ field, value: text, cause: 'area_is_a_buffer', params: { circles } }] };
  const doubtful = value < PLAUSIBLE_M2.least || value > PLAUSIBLE_M2.most;
  return { areaM2: value, notes: doubtful ? [{ field, value: text, cause: 'area_implausible' }] : [] };
}

/** How many equal circles make up this area to the printed hundredth; 0 when none do. Round numbers are measures, not circles. */
function bufferCount(value: number): number {
  if (Number.isInteger(value)) return 0;
  for (const one of BUFFER_M2) {
    const circles = Math.round(value / one);
    if (circles >= 1 && circles <= MAX_BUFFERS && Math.abs(value - circles * one) <= 0.011) return circles;
  }
  return 0;
}

/** Built area is what buildings cover. A figure larger than the land is something else (floors added up): told, not shown. */
export function readFootprint(cell: string | undefined, landM2: number | null): ReadArea {
  const field = 'bati_surface';
  const { areaM2, notes } = readArea(field, cell);
  if (areaM2 === null || notes.some((note) => note.cause !== 'area_implausible')) return { areaM2, notes };
  if (landM2 !== null && areaM2 > landM2) {
    return { areaM2: null, notes: [{ field, value: String(areaM2), cause: 'built_exceeds_land', params: { land: Math.round(landM2) } }] };
  }
  return { areaM2, notes: [] };
}
