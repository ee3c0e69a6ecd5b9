import { several } from './friches.cells.js';
import type { Note } from '../import.types.js';

/** Commune (2A/2B in Corsica), prefix of a merged commune, section, number: 14 characters. */
const PARCEL = /^(?:\d{2}|2[AB])\d{3}\d{3}[0-9A-Z]{2}\d{4}$/;
/** What a spreadsheet leaves of a long number: 5,62E+184. */
const RUINED = /^\d+(?:[.,]\d+)?E[+-]?\d+$/i;

export interface ReadParcels {
  readonly parcels: readonly string[] | null;
  readonly notes: readonly Note[];
}

export function readParcels(cell: string | undefined): ReadParcels {
  const field = 'unite_fonciere_refcad';
  const written = several(cell).flatMap((part) => part.split(/\s*,\s*(?=\d|2[AB])(?!\d+E\+)/));
  const parcels: string[] = [];
  const ruined: string[] = [];
  const wrong: string[] = [];
  for (const part of written) {
    const id = padded(part.replace(/\s/g, '').toUpperCase());
    if (PARCEL.test(id)) parcels.push(id);
    else (RUINED.test(id) ? ruined : wrong).push(part);
  }
  const notes: Note[] = [];
  if (ruined.length > 0) notes.push({ field, value: shown(ruined), cause: 'parcel_ruined' });
  if (wrong.length > 0) notes.push({ field, value: shown(wrong), cause: 'parcel_malformed' });
  return { parcels: parcels.length > 0 ? [...new Set(parcels)].sort() : null, notes };
}

/** Thirteen characters beginning with 1–9: a spreadsheet took the zero of departments 01 to 09. */
function padded(id: string): string {
  return id.length === 13 && PARCEL.test(`0${id}`) ? `0${id}` : id;
}
function shown(parts: readonly string[]): string {
  return parts.slice(0, 3).join(' ; ') + (parts.length > 3 ? ` … (${parts.length})` : '');
}
